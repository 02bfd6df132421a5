-- What the notice says of the conference is printed, too: its title, place and days and
-- who presided stay as the leader approved them, whatever becomes of the conference.
alter table conclusion
    add column approver_position text,
    add column printed_about text,
    add column printed_opening text,
    add constraint conclusion_printed_whole check (num_nulls(printed_about, printed_opening) in (0, 2)),
    add constraint conclusion_printed_when_approved check (
        printed_about is null or status in ('APPROVED', 'ISSUED'));

create or replace function refuse_issued_conclusion() returns trigger language plpgsql as $$
begin
    if old.status = 'ISSUED' then
        raise exception 'conclusion % is issued: % refused', old.id, tg_op;
    end if;
    if tg_op = 'DELETE' then
        return old;
    end if;
    if old.printed_about is not null and (old.printed_about, old.printed_opening)
        is distinct from (new.printed_about, new.printed_opening) then
        raise exception 'conclusion % is approved: what it prints is refused', old.id;
    end if;
    return new;
end $$;

-- A comment is about the draft: what nobody answered until the approval it closes.
drop trigger clause_comment_frozen on clause_comment;
create trigger clause_comment_frozen before insert or update or delete on clause_comment
    for each row execute function refuse_issued_part('own', 'printed');
