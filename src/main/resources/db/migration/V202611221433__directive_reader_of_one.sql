-- A coordinating unit that comes or goes concerns its own row only; writing those of all readers anew
-- for each of them made a family's coordinating units cost their square.
create function directive_reader_follow(id bigint, one text) returns void language plpgsql as $$
begin
    -- Whoever changes the directive or its coordinating units at the same moment comes after.
    perform from directive d where d.id = directive_reader_follow.id for no key update;
    delete from directive_reader r where r.directive_id = directive_reader_follow.id and r.reader = one;
    insert into directive_reader (reader, directive_id, leads, coordinates, status, due_on, code)
    select r.* from directive d cross join lateral directive_readers(d) r
    where d.id = directive_reader_follow.id and r.reader = one;
end $$;

create or replace function directive_reader_of_coordination() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        perform directive_reader_follow(old.directive_id, coalesce(old.organization_id::text, old.kind));
    end if;
    if tg_op <> 'DELETE' then
        perform directive_reader_follow(new.directive_id, coalesce(new.organization_id::text, new.kind));
    end if;
    return null;
end $$;

-- A unit that leads much and coordinates little asks for the little by itself.
create index directive_reader_coordinates on directive_reader (reader, due_on, directive_id) include (status)
    where coordinates;
