-- A unit that coordinates no more may be asked to again: what it owed before stays beside what it owes now, so that whose
-- days were late can still be told. It owes one contribution at a time.
alter table directive_awaited drop constraint directive_awaited_once;
create index directive_awaited_directive_id on directive_awaited (directive_id, organization_id);
create unique index directive_awaited_one_waited on directive_awaited (directive_id, organization_id) where status = 'WAITED';
