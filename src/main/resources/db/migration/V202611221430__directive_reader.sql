-- Which units read a directive, each in a row of its own, with what their lists are ordered and
-- filtered by most. A unit's list is then a stretch of one index; asking directive and
-- directive_coordination for it means fetching and sorting everything the unit ever had.
-- A reader is a unit's id, or the name of a kind of units that lead or coordinate together.
create table directive_reader (
    reader text not null,
    directive_id bigint not null constraint directive_reader_directive references directive on delete cascade,
    leads boolean not null,
    coordinates boolean not null,
    status text not null,
    due_on date,
    code text,
    constraint directive_reader_pkey primary key (directive_id, reader)
);

-- Drafts are read by nobody but who writes them, a family's parent by those who see all units. Who led
-- a directive once reads it still.
create function directive_readers(d directive)
returns table (reader text, directive_id bigint, leads boolean, coordinates boolean, status text, due_on date, code text)
language sql stable as $$
    select r.reader, d.id, bool_or(r.leads), bool_or(r.coordinates), d.status, d.due_on, d.code from (
        select d.holder_organization_id::text, true, false where d.holder_organization_id is not null
        union all
        select d.lead_kind, true, false where d.lead_kind is not null
        union all
        select unnest(d.former_lead_ids)::text, false, false
        union all
        select coalesce(c.organization_id::text, c.kind), false, true from directive_coordination c
        where c.directive_id = d.id) r (reader, leads, coordinates)
    where not d.family and d.status <> 'DRAFT'
    group by r.reader
$$;

create function directive_reader_follow(id bigint) returns void language plpgsql as $$
begin
    -- Whoever changes the directive or its coordinating units at the same moment comes after.
    perform from directive d where d.id = directive_reader_follow.id for no key update;
    delete from directive_reader r where r.directive_id = directive_reader_follow.id;
    insert into directive_reader (reader, directive_id, leads, coordinates, status, due_on, code)
    select r.* from directive d cross join lateral directive_readers(d) r where d.id = directive_reader_follow.id;
end $$;

-- All of them at once: for what is loaded without telling one by one.
create function directive_reader_fill() returns void language sql as $$
    delete from directive_reader;
    insert into directive_reader (reader, directive_id, leads, coordinates, status, due_on, code)
    select r.* from directive d cross join lateral directive_readers(d) r;
$$;

create function directive_reader_of_directive() returns trigger language plpgsql as $$
begin
    perform directive_reader_follow(new.id);
    return null;
end $$;
create trigger directive_read after insert on directive for each row
    when (not new.family and new.status <> 'DRAFT') execute function directive_reader_of_directive();
create trigger directive_read_anew after update on directive for each row
    when ((old.family, old.status, old.due_on, old.code, old.holder_organization_id, old.lead_kind, old.former_lead_ids)
        is distinct from
        (new.family, new.status, new.due_on, new.code, new.holder_organization_id, new.lead_kind, new.former_lead_ids))
    execute function directive_reader_of_directive();

create function directive_reader_of_coordination() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        perform directive_reader_follow(old.directive_id);
    end if;
    if tg_op <> 'DELETE' then
        perform directive_reader_follow(new.directive_id);
    end if;
    return null;
end $$;
create trigger directive_coordination_read after insert or update or delete on directive_coordination for each row
    execute function directive_reader_of_coordination();

select directive_reader_fill();
create index directive_reader_due on directive_reader (reader, due_on, directive_id)
    include (status, leads, coordinates);
create index directive_reader_status_due on directive_reader (reader, status, due_on, directive_id)
    include (leads, coordinates);
create index directive_reader_code on directive_reader (reader, code) include (directive_id, status, leads, coordinates);
