-- The list of measures stands once: what a statement added and what it took away come under the
-- same name, each with its sign.
create or replace function directive_tally_add() returns trigger language plpgsql as $$
begin
    insert into directive_tally_change
    select t.day, t.measure, t.since, s.lead_organization_id, s.lead_kind, s.source, s.year, tg_argv[0]::int * sum(t.n)
    from changed s cross join lateral (values
        (s.from_on, s.state, coalesce(s.done_on, s.from_on), 1),
        (s.to_on, s.state, coalesce(s.done_on, s.to_on), -1),
        (s.from_on, 'ISSUED', s.issued_on, 1),
        (s.to_on, 'ISSUED', s.issued_on, -1),
        (case when s.overdue_from is not null and (s.to_on is null or s.overdue_from < s.to_on)
            then greatest(s.from_on, s.overdue_from) end, 'OVERDUE', greatest(s.from_on, s.overdue_from), 1),
        (case when s.overdue_from < s.to_on then s.to_on end, 'OVERDUE', s.to_on, -1),
        (case when s.extended then s.from_on end,
            case when s.done_on is null then 'EXTENDED_OPEN' else 'EXTENDED_DONE' end,
            coalesce(s.done_on, s.from_on), 1),
        (case when s.extended then s.to_on end,
            case when s.done_on is null then 'EXTENDED_OPEN' else 'EXTENDED_DONE' end,
            coalesce(s.done_on, s.to_on), -1)) t (day, measure, since, n)
    where t.day is not null
    group by 1, 2, 3, 4, 5, 6, 7;
    return null;
end $$;
drop trigger directive_standing_added on directive_standing;
drop trigger directive_standing_changed on directive_standing;
drop trigger directive_standing_taken on directive_standing;
create trigger directive_standing_added after insert on directive_standing
    referencing new table as changed for each statement execute function directive_tally_add('1');
create trigger directive_standing_taken after delete on directive_standing
    referencing old table as changed for each statement execute function directive_tally_add('-1');
create trigger directive_standing_changed_from after update on directive_standing
    referencing old table as changed for each statement execute function directive_tally_add('-1');
create trigger directive_standing_changed_to after update on directive_standing
    referencing new table as changed for each statement execute function directive_tally_add('1');

-- Beside the sums of each unit those of all: rows without a unit and without a kind. Whoever asks
-- about everybody reads some hundred rows instead of those of all units.
select directive_tally_compact();
insert into directive_tally (grain, day, measure, since, lead_organization_id, lead_kind, source, year, n)
select grain, day, measure, since, null, null, source, year, sum(n)
from directive_tally group by 1, 2, 3, 4, 7, 8 having sum(n) <> 0;
create index directive_tally_whole on directive_tally (grain, day) include (measure, since, source, year, n)
    where lead_organization_id is null and lead_kind is null;

create or replace function directive_tally_compact() returns void language plpgsql as $$
begin
    with taken as (
        delete from directive_tally_change returning *
    ), summed as (
        select day, measure, since, lead_organization_id, lead_kind, source, year, sum(n) as n
        from taken
        group by day, measure, since, source, year, grouping sets ((lead_organization_id, lead_kind), ())
        having sum(n) <> 0
    )
    insert into directive_tally as t (grain, day, measure, since, lead_organization_id, lead_kind, source, year, n)
    select g.grain, g.day, s.measure, case when s.since = s.day then g.day else s.since end, s.lead_organization_id,
        s.lead_kind, s.source, s.year, sum(s.n)
    from summed s cross join lateral (
        select 'Y', date_trunc('year', s.day)::date where s.since = s.day
        union all
        select 'M', date_trunc('month', s.day)::date where s.since = s.day
        union all
        select case when s.since = s.day then 'D' else 'E' end, s.day) g (grain, day)
    group by 1, 2, 3, 4, 5, 6, 7, 8
    on conflict (grain, day, measure, since, lead_organization_id, lead_kind, source, year)
        do update set n = t.n + excluded.n;
    delete from directive_tally where n = 0;
end $$;
