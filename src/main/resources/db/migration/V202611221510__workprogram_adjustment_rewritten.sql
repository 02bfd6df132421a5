-- A request that its unit's head sent back waits to be written anew, until it was.
alter table work_adjustment
    add column rewritten_as_id bigint constraint work_adjustment_rewritten_as references work_adjustment,
    add constraint work_adjustment_rewritten check (rewritten_as_id is null or status = 'SENT_BACK');
create index work_adjustment_to_rewrite on work_adjustment (requested_by_id, program_id)
    where status = 'SENT_BACK' and rewritten_as_id is null;
create index work_adjustment_rewritten_as_id on work_adjustment (rewritten_as_id) where rewritten_as_id is not null;
