-- What was done for several units of a family at once is told by one line of the family's history.
alter table directive_event add column unit_ids bigint[];
