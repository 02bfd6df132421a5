-- A unit's extension rate tells of the unit that asked: who is given work whose deadline another unit had moved has had
-- nothing moved yet. How many extensions there had been when it was given to its present lead.
alter table directive add column extensions_before int not null default 0;
update directive d set extensions_before = e.moved
from (select g.directive_id, (select count(*) from directive_extension x where x.directive_id = g.directive_id
        and x.status = 'APPROVED' and x.reopening_id is null and x.decided_at < g.last) as moved
    from (select directive_id, max(at) as last from directive_event
        where act in ('REASSIGNED', 'DECLINATION_ACCEPTED') group by directive_id) g) e
where e.directive_id = d.id and e.moved > 0;

create or replace function directive_standing_now(d directive) returns directive_standing language sql stable as $$
    select row(d.id, null, null,
        case when d.status <> 'VERIFIED' then case when d.due_on is null then 'OPEN_NO_DEADLINE' else 'OPEN' end
            when d.timeliness = 'NO_DEADLINE' then 'DONE_NO_DEADLINE' when d.timeliness = 'DONE_LATE' then 'DONE_LATE'
            when d.reported_on > d.original_due_on then 'DONE_BY_EXTENSION' else 'DONE_ON_TIME' end,
        case when d.status <> 'VERIFIED' and (d.reported_on is null or d.reported_on > d.due_on) then d.due_on + 1 end,
        case when d.status = 'VERIFIED' then (d.verified_at at time zone 'Asia/Ho_Chi_Minh')::date end,
        d.issued_on, d.extensions > d.extensions_before, d.lead_organization_id, d.lead_kind, d.source,
        d.year)::directive_standing
    where not d.family and d.status not in ('DRAFT', 'CANCELLED') and d.issued_on is not null
$$;
