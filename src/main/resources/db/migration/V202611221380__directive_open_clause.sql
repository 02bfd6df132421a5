-- Clauses of issued notices that neither have a directive nor are marked as giving nobody a task:
-- what the office still has to give out. Looking for them among all clauses of all years takes
-- longer each year; this table stays as short as the work to do.
create table open_clause (
    clause_id bigint not null constraint open_clause_pkey primary key
        constraint open_clause_clause references clause on delete cascade
);

create function clause_is_open(clause clause) returns boolean language sql stable as $$
    select not clause.no_task
        and exists (select from conclusion k where k.id = clause.conclusion_id and k.status = 'ISSUED')
        and not exists (select from directive d
            where d.clause_id = clause.id and not d.family and d.status not in ('DRAFT', 'CANCELLED'))
$$;

create function open_clause_follow(id bigint) returns void language plpgsql as $$
begin
    -- Of two at once, the second looks after the first has ended.
    perform pg_advisory_xact_lock('open_clause'::regclass::oid::int, hashint8(id));
    delete from open_clause o where o.clause_id = id
        and not exists (select from clause c where c.id = o.clause_id and clause_is_open(c));
    insert into open_clause select c.id from clause c where c.id = open_clause_follow.id and clause_is_open(c)
    on conflict do nothing;
end $$;

-- All of them at once: for what is loaded without telling one by one.
create function open_clause_fill() returns void language sql as $$
    delete from open_clause;
    insert into open_clause select c.id from clause c where clause_is_open(c);
$$;

create function open_clause_of_directive() returns trigger language plpgsql as $$
begin
    if tg_op <> 'DELETE' and new.clause_id is not null then
        perform open_clause_follow(new.clause_id);
    end if;
    if tg_op <> 'INSERT' and old.clause_id is not null
            and (tg_op = 'DELETE' or old.clause_id is distinct from new.clause_id) then
        perform open_clause_follow(old.clause_id);
    end if;
    return null;
end $$;
create trigger directive_given after insert on directive for each row
    when (new.clause_id is not null and not new.family and new.status <> 'DRAFT')
    execute function open_clause_of_directive();
create trigger directive_given_anew after update on directive for each row
    when ((old.clause_id, old.family, old.status in ('DRAFT', 'CANCELLED'))
        is distinct from (new.clause_id, new.family, new.status in ('DRAFT', 'CANCELLED')))
    execute function open_clause_of_directive();
create trigger directive_taken after delete on directive for each row
    when (old.clause_id is not null) execute function open_clause_of_directive();

create function open_clause_of_mark() returns trigger language plpgsql as $$
begin
    perform open_clause_follow(new.id);
    return null;
end $$;
create trigger clause_marked after update of no_task on clause for each row
    when (old.no_task is distinct from new.no_task) execute function open_clause_of_mark();
create function open_clause_of_issue() returns trigger language plpgsql as $$
begin
    insert into open_clause select c.id from clause c where c.conclusion_id = new.id and clause_is_open(c)
    on conflict do nothing;
    return null;
end $$;
create trigger conclusion_issued after insert or update on conclusion for each row
    when (new.status = 'ISSUED') execute function open_clause_of_issue();

select open_clause_fill();
