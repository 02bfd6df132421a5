-- The desk counts them by conference: which one it is stands here, so that counting reads nothing else.
alter table open_clause add conference_id bigint;
update open_clause o set conference_id = k.conference_id
from clause c join conclusion k on k.id = c.conclusion_id where c.id = o.clause_id;
alter table open_clause alter conference_id set not null,
    add constraint open_clause_conference foreign key (conference_id) references conference on delete cascade;
create index open_clause_conference_id on open_clause (conference_id);

create function open_clause_conference() returns trigger language plpgsql as $$
begin
    new.conference_id := (select k.conference_id from clause c join conclusion k on k.id = c.conclusion_id
        where c.id = new.clause_id);
    return new;
end $$;
create trigger open_clause_of_conference before insert on open_clause for each row
    execute function open_clause_conference();
