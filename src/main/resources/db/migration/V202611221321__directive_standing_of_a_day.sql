-- Lists behind the numbers of a past period. Few of many: what stood open on a day is found by the
-- range of days in which it did, what was done by the day.
drop index directive_standing_state_from;
create index directive_standing_open on directive_standing using gist (daterange(from_on, to_on))
    include (from_on, to_on, state, overdue_from, issued_on, extended, directive_id) where done_on is null;
create index directive_standing_done on directive_standing (done_on)
    include (from_on, to_on, state, issued_on, extended, directive_id) where done_on is not null;
-- Many of many: the list is gone through in its order, and what can't have stood so on that day is
-- passed over within the index.
drop index directive_due;
create index directive_due on directive (due_on, id) include (status, issued_on, verified_at, reopened, extensions)
    where not family;
drop index directive_state_order;
create index directive_state_order on directive
    (array_position(array['DRAFT', 'ISSUED', 'IN_PROGRESS', 'DECLINED', 'REPORTED', 'VERIFIED', 'CANCELLED'], status),
     due_on, id) include (status, issued_on, verified_at, reopened, extensions) where not family;
create index directive_by_code on directive (code)
    include (id, status, due_on, issued_on, verified_at, reopened, extensions) where not family;
