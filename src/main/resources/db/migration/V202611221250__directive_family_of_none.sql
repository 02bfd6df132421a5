-- The parent of a family is no task of its own: once all its children are called off, the
-- clause gives rise to none.
create or replace function refuse_no_task_of_directive() returns trigger language plpgsql as $$
begin
    if exists (select from directive where clause_id = new.id and not family and status <> 'CANCELLED') then
        raise exception 'clause % has directives: it gives rise to tasks', new.id;
    end if;
    return new;
end $$;
