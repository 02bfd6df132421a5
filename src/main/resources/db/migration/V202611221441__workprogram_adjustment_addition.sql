-- An item that is added later says as much as any other; and who coordinates one is adjusted, too.
alter table work_adjustment
    add column coordinating_ids bigint[] not null default '{}',
    add column source        text,
    add column source_number text,
    add column source_date   date,
    add column parent_id     bigint constraint work_adjustment_parent references work_item on delete set null,
    drop constraint work_adjustment_kind;
alter table work_adjustment
    add constraint work_adjustment_kind check (kind in
        ('ADD', 'DEADLINE', 'LEAD', 'COORDINATION', 'DELIVERABLE', 'MOVE', 'DROP')),
    add constraint work_adjustment_source check ((source_number is null) = (source_date is null));
create index work_adjustment_parent_id on work_adjustment (parent_id) where parent_id is not null;
