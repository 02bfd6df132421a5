-- Each time the tally is summed up it gets a new number, never given before: whoever kept what stood
-- in it knows by the number whether it still does. What changed since is in directive_tally_change.
create sequence directive_tally_turn_number;
create table directive_tally_turn (turn bigint not null constraint directive_tally_turn_pkey primary key);
insert into directive_tally_turn values (nextval('directive_tally_turn_number'));

create or replace function directive_tally_compact() returns void language plpgsql as $$
begin
    if not exists (select from directive_tally_change) then
        return;
    end if;
    -- First, so that of two at once the second waits.
    update directive_tally_turn set turn = nextval('directive_tally_turn_number');
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
