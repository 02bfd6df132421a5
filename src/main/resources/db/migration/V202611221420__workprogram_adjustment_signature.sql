-- What a unit's clerk asks for is a draft until the unit's head signs it, or wants it written differently.
alter table work_adjustment
    add column signed_by bigint constraint work_adjustment_signed_by references account,
    add column signer    text,
    add column signed_at timestamptz,
    drop constraint work_adjustment_status;
update work_adjustment set signed_by = requested_by, signer = requester, signed_at = requested_at;
alter table work_adjustment
    add constraint work_adjustment_status check (status in
        ('DRAFT', 'SENT_BACK', 'REQUESTED', 'APPROVED', 'REFUSED', 'PUBLISHED', 'LAPSED')),
    add constraint work_adjustment_signed check (num_nonnulls(signed_by, signer, signed_at) in (0, 3)
        and (signed_by is not null or status in ('DRAFT', 'SENT_BACK', 'LAPSED')));

drop index work_adjustment_one_of_a_kind;
create unique index work_adjustment_one_of_a_kind on work_adjustment (item_id, kind)
    where status in ('DRAFT', 'REQUESTED', 'APPROVED') and item_id is not null;
create index work_adjustment_draft on work_adjustment (requested_by_id, program_id) where status = 'DRAFT';
