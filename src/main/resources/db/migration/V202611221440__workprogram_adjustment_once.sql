-- What was sent stops the same request by anybody; a draft, of which others don't know, only its own unit's.
drop index work_adjustment_one_of_a_kind;
create unique index work_adjustment_one_of_a_kind on work_adjustment (item_id, kind)
    where status in ('REQUESTED', 'APPROVED') and item_id is not null;
create unique index work_adjustment_one_draft on work_adjustment (item_id, kind, requested_by_id)
    where status = 'DRAFT' and item_id is not null;
