-- Statistics ask how things stood on any day, over any number of directives. So the database
-- keeps, with each change of a directive, from which day to which it stood how; and from that a
-- tally whose size depends on units and days, never on the number of directives.

-- How a directive stood at the end of each day from from_on until the day before to_on. What is
-- a draft, cancelled or a family's parent stands nowhere. A directive is overdue from
-- overdue_from on, without anybody writing anything on that day.
create table directive_standing (
    directive_id         bigint not null constraint directive_standing_directive references directive on delete cascade,
    from_on              date not null,
    to_on                date,
    state                text not null constraint directive_standing_state check (state in ('OPEN', 'OPEN_NO_DEADLINE',
        'DONE_ON_TIME', 'DONE_BY_EXTENSION', 'DONE_LATE', 'DONE_NO_DEADLINE')),
    overdue_from         date,
    done_on              date,
    issued_on            date not null,
    extended             boolean not null,
    lead_organization_id bigint,
    lead_kind            text,
    source               text not null,
    year                 int not null,
    -- Checked at the end of a statement, so that a whole story can be moved to other days.
    constraint directive_standing_pkey primary key (directive_id, from_on) deferrable initially immediate,
    constraint directive_standing_days check (to_on > from_on),
    constraint directive_standing_overdue check (overdue_from is null or state = 'OPEN'),
    constraint directive_standing_done check ((done_on is not null) = (state like 'DONE%'))
);
-- The list behind a unit's number, and that behind a state's number of all units.
create index directive_standing_lead on directive_standing (lead_organization_id, state, from_on)
    include (to_on, overdue_from, done_on, issued_on, extended, directive_id);
create index directive_standing_state_from on directive_standing (state, from_on)
    include (to_on, overdue_from, done_on, issued_on, extended, directive_id);

-- Sums over all standings. OPEN…, DONE…, OVERDUE and EXTENDED… count how many more stand so from
-- that day on than before; ISSUED how many more count at all. since is the day that a done one was done
-- on and an issued one issued on: the same day but where something is taken back later.
create table directive_tally (
    -- Y and M: a whole year or month, day being its first; D: a day; E: a day that differs from since.
    grain                char(1) not null constraint directive_tally_grain check (grain in ('Y', 'M', 'D', 'E')),
    day                  date not null,
    measure              text not null,
    since                date not null,
    lead_organization_id bigint,
    lead_kind            text,
    source               text not null,
    year                 int not null,
    n                    int not null
);
create unique index directive_tally_cell on directive_tally
    (grain, day, measure, since, lead_organization_id, lead_kind, source, year) include (n) nulls not distinct;
create index directive_tally_of_lead on directive_tally (lead_organization_id, grain, day)
    include (measure, since, lead_kind, source, year, n);
create index directive_tally_nothing on directive_tally (grain) where n = 0;

-- What changed since the tally was last summed up. Only ever added to, so that nobody waits for
-- anybody; whoever reads adds both.
create table directive_tally_change (
    day                  date not null,
    measure              text not null,
    since                date not null,
    lead_organization_id bigint,
    lead_kind            text,
    source               text not null,
    year                 int not null,
    n                    int not null
);

create function directive_tally_of(s directive_standing) returns table (day date, measure text, since date, n int)
    language sql immutable as $$
    select s.from_on, s.state, coalesce(s.done_on, s.from_on), 1
    union all
    select s.to_on, s.state, coalesce(s.done_on, s.to_on), -1 where s.to_on is not null
    union all
    select s.from_on, 'ISSUED', s.issued_on, 1
    union all
    select s.to_on, 'ISSUED', s.issued_on, -1 where s.to_on is not null
    union all
    select greatest(s.from_on, s.overdue_from), 'OVERDUE', greatest(s.from_on, s.overdue_from), 1
    where s.overdue_from is not null and (s.to_on is null or s.overdue_from < s.to_on)
    union all
    select s.to_on, 'OVERDUE', s.to_on, -1 where s.overdue_from < s.to_on
    union all
    select s.from_on, case when s.done_on is null then 'EXTENDED_OPEN' else 'EXTENDED_DONE' end,
        coalesce(s.done_on, s.from_on), 1 where s.extended
    union all
    select s.to_on, case when s.done_on is null then 'EXTENDED_OPEN' else 'EXTENDED_DONE' end,
        coalesce(s.done_on, s.to_on), -1 where s.extended and s.to_on is not null
$$;

create function directive_tally_add() returns trigger language plpgsql as $$
begin
    if tg_op in ('INSERT', 'UPDATE') then
        insert into directive_tally_change
        select t.day, t.measure, t.since, s.lead_organization_id, s.lead_kind, s.source, s.year, sum(t.n)
        from added s cross join lateral directive_tally_of(s) t
        group by 1, 2, 3, 4, 5, 6, 7;
    end if;
    if tg_op in ('DELETE', 'UPDATE') then
        insert into directive_tally_change
        select t.day, t.measure, t.since, s.lead_organization_id, s.lead_kind, s.source, s.year, -sum(t.n)
        from taken s cross join lateral directive_tally_of(s) t
        group by 1, 2, 3, 4, 5, 6, 7;
    end if;
    return null;
end $$;
create trigger directive_standing_added after insert on directive_standing
    referencing new table as added for each statement execute function directive_tally_add();
create trigger directive_standing_changed after update on directive_standing
    referencing old table as taken new table as added for each statement execute function directive_tally_add();
create trigger directive_standing_taken after delete on directive_standing
    referencing old table as taken for each statement execute function directive_tally_add();

-- Sums up what changed; one at a time. Readers see either all of it or nothing.
create function directive_tally_compact() returns void language plpgsql as $$
begin
    with taken as (
        delete from directive_tally_change returning *
    ), summed as (
        select day, measure, since, lead_organization_id, lead_kind, source, year, sum(n) as n
        from taken group by 1, 2, 3, 4, 5, 6, 7 having sum(n) <> 0
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

-- How a directive stands as its row is now; null where it doesn't count. Without days.
create function directive_standing_now(d directive) returns directive_standing language sql stable as $$
    select row(d.id, null, null,
        case when d.status <> 'VERIFIED' then case when d.due_on is null then 'OPEN_NO_DEADLINE' else 'OPEN' end
            when d.timeliness = 'NO_DEADLINE' then 'DONE_NO_DEADLINE' when d.timeliness = 'DONE_LATE' then 'DONE_LATE'
            when d.reported_on > d.original_due_on then 'DONE_BY_EXTENSION' else 'DONE_ON_TIME' end,
        case when d.status <> 'VERIFIED' and (d.reported_on is null or d.reported_on > d.due_on) then d.due_on + 1 end,
        case when d.status = 'VERIFIED' then (d.verified_at at time zone 'Asia/Ho_Chi_Minh')::date end,
        d.issued_on, coalesce(d.due_on > d.original_due_on, false), d.lead_organization_id, d.lead_kind, d.source,
        d.year)::directive_standing
    where not d.family and d.status not in ('DRAFT', 'CANCELLED') and d.issued_on is not null
$$;

create function directive_follow() returns trigger language plpgsql as $$
declare
    held directive_standing;
    wanted directive_standing;
    changed_on date;
begin
    -- A whole story that moves to other days, as those of examples do.
    if tg_op = 'UPDATE' and new.issued_on <> old.issued_on and new.status = old.status then
        update directive_standing
        set from_on = from_on + (new.issued_on - old.issued_on), to_on = to_on + (new.issued_on - old.issued_on),
            overdue_from = overdue_from + (new.issued_on - old.issued_on),
            done_on = done_on + (new.issued_on - old.issued_on), issued_on = new.issued_on
        where directive_id = new.id;
    end if;
    wanted := directive_standing_now(new);
    select * into held from directive_standing where directive_id = new.id and to_on is null;
    changed_on := case
        when tg_op = 'INSERT' or old.status = 'DRAFT' then new.issued_on
        when wanted.done_on is distinct from held.done_on and wanted.done_on is not null then wanted.done_on
        when tg_op = 'UPDATE' and new.reported_on is distinct from old.reported_on and new.reported_on is not null
            and new.status = 'REPORTED' then new.reported_on
        else (now() at time zone 'Asia/Ho_Chi_Minh')::date end;
    if held.directive_id is not null then
        changed_on := greatest(changed_on, held.from_on);
        if (held.state, held.overdue_from, held.done_on, held.issued_on, held.extended, held.lead_organization_id,
                held.lead_kind, held.source, held.year)
            is not distinct from (wanted.state, wanted.overdue_from, wanted.done_on, wanted.issued_on, wanted.extended,
                wanted.lead_organization_id, wanted.lead_kind, wanted.source, wanted.year) then
            return null;
        end if;
        if held.from_on = changed_on then
            delete from directive_standing where directive_id = new.id and from_on = held.from_on;
        else
            update directive_standing set to_on = changed_on where directive_id = new.id and from_on = held.from_on;
        end if;
    end if;
    if wanted.directive_id is not null then
        insert into directive_standing (directive_id, from_on, state, overdue_from, done_on, issued_on, extended,
            lead_organization_id, lead_kind, source, year)
        values (new.id, changed_on, wanted.state, wanted.overdue_from, wanted.done_on, wanted.issued_on,
            wanted.extended, wanted.lead_organization_id, wanted.lead_kind, wanted.source, wanted.year);
    end if;
    return null;
end $$;
create trigger directive_counted after insert on directive for each row
    when (new.status <> 'DRAFT') execute function directive_follow();
create trigger directive_counted_anew after update on directive for each row
    when ((old.status, old.family, old.issued_on, old.original_due_on, old.due_on, old.reported_on, old.verified_at,
            old.timeliness, old.lead_organization_id, old.lead_kind, old.source, old.year)
        is distinct from (new.status, new.family, new.issued_on, new.original_due_on, new.due_on, new.reported_on,
            new.verified_at, new.timeliness, new.lead_organization_id, new.lead_kind, new.source, new.year))
    execute function directive_follow();

-- Tells from extensions, reports and history how those directives stood that nothing is known of
-- yet. To whom a directive was given before it was given to its present lead stands nowhere:
-- such a one counts for its present lead from the beginning.
create function directive_standing_backfill() returns void language plpgsql as $$
begin
    insert into directive_standing (directive_id, from_on, to_on, state, overdue_from, done_on, issued_on,
        extended, lead_organization_id, lead_kind, source, year)
    with untold as materialized (
        select d.id, d.issued_on, d.issued_at, d.original_due_on, d.status, d.verified_at from directive d
        where not d.family and d.status <> 'DRAFT' and d.issued_on is not null
            and not exists (select from directive_standing s where s.directive_id = d.id)
    ), act (directive_id, at, mark, due_on, reported_on) as (
        select id, '-infinity'::timestamptz, 'OPEN', original_due_on, null::date from untold
        union all
        select e.directive_id, e.decided_at, null, e.due_on, null
        from directive_extension e join untold u on u.id = e.directive_id where e.status = 'APPROVED'
        union all
        select r.directive_id, r.signed_at, 'OPEN', null, (r.signed_at at time zone 'Asia/Ho_Chi_Minh')::date
        from directive_report r join untold u on u.id = r.directive_id where r.signed_at is not null
        union all
        select r.directive_id, r.decided_at, 'OPEN', null, null
        from directive_report r join untold u on u.id = r.directive_id
        where r.signed_at is not null and r.status = 'RETURNED'
        union all
        select id, verified_at, 'DONE', null, null from untold where status = 'VERIFIED'
        union all
        select u.id, coalesce((select max(e.at) from directive_event e
            where e.directive_id = u.id and e.act = 'CANCELLED'), u.issued_at), 'CANCELLED', null, null
        from untold u where status = 'CANCELLED'
    ), placed as (
        select a.*, u.issued_on, case when a.at = '-infinity' then u.issued_on
                else greatest(u.issued_on, (a.at at time zone 'Asia/Ho_Chi_Minh')::date) end as day,
            max(a.due_on) over w as due, count(a.mark) over w as phase
        from act a join untold u on u.id = a.directive_id
        window w as (partition by a.directive_id order by a.at)
    ), told as (
        select p.directive_id, p.day, p.at, p.due, first_value(p.mark) over v as mark,
            first_value(p.reported_on) over v as reported
        from placed p window v as (partition by p.directive_id, p.phase order by p.at)
    ), last_of_day as (
        select distinct on (directive_id, day) * from told order by directive_id, day, at desc
    ), spanned as (
        select l.*, lead(day) over (partition by directive_id order by day) as next from last_of_day l
    )
    select d.id, s.day, s.next,
        case when s.next is null or s.mark = 'DONE' then c.state
            when s.due is null then 'OPEN_NO_DEADLINE' else 'OPEN' end,
        case when s.next is null then c.overdue_from
            when s.reported is null or s.reported > s.due then s.due + 1 end,
        case when s.next is null then c.done_on end,
        d.issued_on, coalesce(case when s.next is null then c.extended else s.due > d.original_due_on end, false),
        d.lead_organization_id, d.lead_kind, d.source, d.year
    from spanned s join directive d on d.id = s.directive_id
    left join lateral directive_standing_now(d) c on true
    where s.mark <> 'CANCELLED' and (s.next is not null or c.state is not null);
    perform directive_tally_compact();
end $$;
select directive_standing_backfill();
