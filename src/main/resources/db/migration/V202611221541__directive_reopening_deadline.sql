-- Verified work may be reopened with a new deadline: asked for with the request, decided by the leader. It stands among the
-- deadlines of the directive as what it is, and is no extension of the unit's.
alter table directive_reopening add column due_on date;
alter table directive_extension
    add column reopening_id bigint constraint directive_extension_reopening references directive_reopening on delete cascade,
    add constraint directive_extension_of_reopening
        check (reopening_id is null or status = 'APPROVED' and number_no is null);
create unique index directive_extension_reopening_id on directive_extension (reopening_id) where reopening_id is not null;

-- Extended is what was extended, not what a leader gave a later day to by reopening it.
create or replace function directive_standing_now(d directive) returns directive_standing language sql stable as $$
    select row(d.id, null, null,
        case when d.status <> 'VERIFIED' then case when d.due_on is null then 'OPEN_NO_DEADLINE' else 'OPEN' end
            when d.timeliness = 'NO_DEADLINE' then 'DONE_NO_DEADLINE' when d.timeliness = 'DONE_LATE' then 'DONE_LATE'
            when d.reported_on > d.original_due_on then 'DONE_BY_EXTENSION' else 'DONE_ON_TIME' end,
        case when d.status <> 'VERIFIED' and (d.reported_on is null or d.reported_on > d.due_on) then d.due_on + 1 end,
        case when d.status = 'VERIFIED' then (d.verified_at at time zone 'Asia/Ho_Chi_Minh')::date end,
        d.issued_on, d.extensions > 0, d.lead_organization_id, d.lead_kind, d.source, d.year)::directive_standing
    where not d.family and d.status not in ('DRAFT', 'CANCELLED') and d.issued_on is not null
$$;
