-- A conference may carry out an item of a work program, which then shows it.
alter table conference add column work_item_id bigint;
create index conference_work_item_id on conference (work_item_id) where work_item_id is not null;
