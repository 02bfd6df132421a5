create table notification (
    id          bigint generated always as identity primary key,
    account_id  bigint not null constraint notification_account references account,
    message_key text not null,
    arguments   jsonb not null,
    url         text not null,
    sent_at     timestamptz not null,
    read_at     timestamptz
);
create index notification_account_sent on notification (account_id, sent_at desc, id desc);
create index notification_unread on notification (account_id) where read_at is null;
