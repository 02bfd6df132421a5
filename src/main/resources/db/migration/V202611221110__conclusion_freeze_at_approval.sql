-- A leader approves the paper as it will be printed: from then on neither clauses nor the
-- assessment change. The discussion isn't printed and stays open until the issue.
create or replace function refuse_issued_part() returns trigger language plpgsql as $$
declare
    stands record;
    owner bigint;
    closed text[];
begin
    stands := case when tg_op = 'DELETE' then old else new end;
    owner := case tg_argv[0]
        when 'clause' then (select conclusion_id from clause where id = (to_jsonb(stands) ->> 'clause_id')::bigint)
        when 'snapshot' then
            (select conclusion_id from clause_snapshot where id = (to_jsonb(stands) ->> 'snapshot_id')::bigint)
        else (to_jsonb(case when tg_op = 'INSERT' then new else old end) ->> 'conclusion_id')::bigint end;
    closed := case when tg_argv[1] = 'printed' then array['APPROVED', 'ISSUED'] else array['ISSUED'] end;
    if exists (select from conclusion where id = owner and status = any(closed))
        and not (tg_op = 'UPDATE' and tg_table_name = 'clause'
            and to_jsonb(old) - 'no_task' - 'version' = to_jsonb(new) - 'no_task' - 'version') then
        raise exception 'conclusion % is approved or issued: % of % refused', owner, tg_op, tg_table_name;
    end if;
    return stands;
end $$;

drop trigger clause_frozen on clause;
create trigger clause_frozen before insert or update or delete on clause
    for each row execute function refuse_issued_part('own', 'printed');
drop trigger clause_party_frozen on clause_party;
create trigger clause_party_frozen before insert or update or delete on clause_party
    for each row execute function refuse_issued_part('clause', 'printed');
drop trigger assessment_item_frozen on assessment_item;
create trigger assessment_item_frozen before insert or update or delete on assessment_item
    for each row execute function refuse_issued_part('own', 'printed');
