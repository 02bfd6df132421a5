-- A draft has no number yet, for numbers are given when a directive is; and no lead, for
-- what is given to many at once becomes a family only then.
alter table directive
    alter column code drop not null,
    add column without_deadline boolean not null default false,
    add constraint directive_numbered check (code is not null or status = 'DRAFT'),
    drop constraint directive_one_lead;
alter table directive add constraint directive_one_lead check (
    num_nonnulls(lead_organization_id, lead_kind) = (not family)::int
    or status = 'DRAFT' and not family and num_nonnulls(lead_organization_id, lead_kind) = 0);
alter table directive alter column folded
    set expression as (fold(coalesce(code, '') || ' ' || title || ' ' || text));

create table directive_draft_lead (
    directive_id    bigint not null constraint directive_draft_lead_directive references directive,
    organization_id bigint constraint directive_draft_lead_organization references organization,
    kind            text constraint directive_draft_lead_kind check (kind in
        ('MINISTRY', 'DEPARTMENT', 'PUBLIC_UNIT', 'PROVINCIAL_JUSTICE', 'PROVINCIAL_ENFORCEMENT', 'EXTERNAL')),
    constraint directive_draft_lead_one check (num_nonnulls(organization_id, kind) = 1),
    constraint directive_draft_lead_once unique nulls not distinct (directive_id, organization_id, kind)
);
