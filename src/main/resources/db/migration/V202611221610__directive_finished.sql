-- A list that nobody asked to be in another order begins with what is still to be done, by deadline; what is
-- verified or cancelled follows. After ten years a unit's oldest deadlines are its oldest successes.
alter table directive add column finished boolean not null
    generated always as (status in ('VERIFIED', 'CANCELLED')) stored;
alter table directive_reader add column finished boolean not null
    generated always as (status in ('VERIFIED', 'CANCELLED')) stored;

create index directive_finished_due on directive (finished, due_on, id) where not family;
create index directive_reader_finished_due on directive_reader (reader, finished, due_on, directive_id)
    include (status, leads, coordinates);
-- A unit that leads much and coordinates little: by deadline the little is sorted as quickly as read.
drop index directive_reader_coordinates;
create index directive_reader_coordinates on directive_reader (reader, finished, due_on, directive_id)
    include (status) where coordinates;
