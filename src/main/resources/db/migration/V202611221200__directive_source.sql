-- Not only conclusions give units work: a leader's document, an item of a work program and
-- an order from outside do, each with its number and day.
alter table directive
    add column origin_id      bigint,
    add column source_number  text,
    add column source_date    date,
    add column source_author  text,
    add column source_subject text,
    drop constraint directive_source;
alter table directive
    add constraint directive_source check (source in ('CLAUSE', 'LEADER_DOCUMENT', 'WORK_ITEM', 'EXTERNAL_ORDER')),
    add constraint directive_source_clause check (source = 'CLAUSE' or clause_id is null),
    add constraint directive_source_item check ((source = 'WORK_ITEM') = (origin_id is not null)),
    add constraint directive_source_document check (status = 'DRAFT'
        or (source <> 'CLAUSE') = (source_number is not null and source_date is not null));
create index directive_origin_id on directive (source, origin_id) where origin_id is not null;
create index directive_by_source on directive (source, due_on, id) where not family and source <> 'CLAUSE';
-- A document is looked for by its number, too.
alter table directive alter column folded
    set expression as (fold(coalesce(code, '') || ' ' || title || ' ' || text || ' ' || coalesce(source_number, '')));
