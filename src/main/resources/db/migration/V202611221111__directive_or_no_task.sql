-- A clause ends as directives or is marked as giving rise to none, never both. Either side
-- takes the clause's row, so that of two at once the second sees what the first did.
create function refuse_directive_of_no_task() returns trigger language plpgsql as $$
declare
    marked boolean;
begin
    select no_task into marked from clause where id = new.clause_id for share;
    if marked then
        raise exception 'clause % gives rise to no task: directive refused', new.clause_id;
    end if;
    return new;
end $$;
create trigger directive_of_task before insert on directive
    for each row when (new.clause_id is not null and new.status <> 'CANCELLED')
    execute function refuse_directive_of_no_task();
create trigger directive_still_of_task before update on directive
    for each row when (new.clause_id is not null and new.status <> 'CANCELLED'
        and (old.clause_id is distinct from new.clause_id or old.status = 'CANCELLED'))
    execute function refuse_directive_of_no_task();

create function refuse_no_task_of_directive() returns trigger language plpgsql as $$
begin
    if exists (select from directive where clause_id = new.id and status <> 'CANCELLED') then
        raise exception 'clause % has directives: it gives rise to tasks', new.id;
    end if;
    return new;
end $$;
create trigger clause_no_task before update of no_task on clause
    for each row when (new.no_task and not old.no_task) execute function refuse_no_task_of_directive();
