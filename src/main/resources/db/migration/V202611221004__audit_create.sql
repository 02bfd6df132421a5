create table audit_entry (
    id              bigint generated always as identity primary key,
    at              timestamptz not null,
    account_id      bigint,
    actor           text not null,
    role            text,
    organization_id bigint,
    address         text,
    area            text not null,
    action          text not null,
    subject_id      bigint,
    subject         text not null,
    changes         jsonb not null
);
create index audit_entry_subject on audit_entry (area, subject_id, id desc);
create index audit_entry_at on audit_entry (at desc);
create index audit_entry_account on audit_entry (account_id, id desc);

create function refuse_audit_change() returns trigger language plpgsql as $$
begin
    raise exception 'audit_entry is kept for good: % refused', tg_op;
end $$;

create trigger audit_entry_kept before update or delete on audit_entry
    for each row execute function refuse_audit_change();
create trigger audit_entry_not_emptied before truncate on audit_entry
    for each statement execute function refuse_audit_change();
