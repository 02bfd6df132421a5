-- What a message is about, how it goes out by mail, and the mails themselves. A mail row
-- holds no text: it is put together when it is sent, in the reader's language, from what
-- its reader may still see then.

alter table notification add column kind text not null default 'notification.other';
update notification set kind = case
    when message_key = 'conference.notice.announced' then 'conference.invitation'
    when message_key like 'conference.notice.%' then 'conference.change'
    when message_key like 'agenda.notice.%' then 'agenda.release'
    when message_key = 'attendance.notice.reminder' then 'attendance.reminder'
    when message_key = 'attendance.notice.confirmed' then 'attendance.confirmation'
    when message_key = 'conclusion.notice.issued' then 'conclusion.issue'
    when message_key like 'conclusion.notice.%' then 'conclusion.review'
    when message_key in ('directive.notice.issued', 'directive.notice.coordinate', 'directive.notice.cancelled',
        'directive.notice.takenAway') then 'directive.assignment'
    when message_key in ('directive.notice.extensionDrafted', 'directive.notice.reportDrafted') then 'directive.signature'
    when message_key in ('directive.notice.reported', 'directive.notice.extensionRequested',
        'directive.notice.declined') then 'directive.request'
    when message_key = 'directive.notice.contributed' then 'directive.contribution'
    when message_key like 'directive.notice.%' then 'directive.decision'
    when message_key in ('workprogram.notice.done', 'workprogram.notice.slipped') then 'workprogram.progress'
    when message_key = 'workprogram.notice.published' then 'workprogram.publication'
    when message_key in ('workprogram.notice.opened', 'workprogram.notice.accepted', 'workprogram.notice.returned',
        'workprogram.notice.merged', 'workprogram.notice.dropped') then 'workprogram.proposal'
    when message_key like 'workprogram.notice.%' then 'workprogram.approval'
    when message_key = 'calendar.notice.released' then 'calendar.release'
    when message_key = 'calendar.notice.changed' then 'calendar.change'
    when message_key like 'calendar.notice.%' then 'calendar.approval'
    else kind end;
alter table notification alter column kind drop default;
alter table notification add column delivery text not null default 'NEVER'
    constraint notification_delivery check (delivery in ('AT_ONCE', 'DAILY_DIGEST', 'NEVER'));

create table mail_outbox (
    id              bigint generated always as identity primary key,
    account_id      bigint not null constraint mail_outbox_account references account,
    notification_id bigint constraint mail_outbox_notification references notification,
    digest_on       date,
    message_id      uuid not null default gen_random_uuid(),
    status          text not null default 'QUEUED'
        constraint mail_outbox_status check (status in ('QUEUED', 'SENT', 'FAILED', 'DROPPED')),
    attempts        int not null default 0,
    queued_at       timestamptz not null,
    next_attempt_at timestamptz not null,
    finished_at     timestamptz,
    failure         text,
    reply_code      int,
    constraint mail_outbox_content check ((notification_id is null) <> (digest_on is null)),
    constraint mail_outbox_message_once unique (notification_id),
    constraint mail_outbox_digest_once unique (account_id, digest_on)
);
create index mail_outbox_due on mail_outbox (next_attempt_at, id) where status = 'QUEUED';
create index mail_outbox_failed on mail_outbox (finished_at desc, id desc) where status = 'FAILED';
create index mail_outbox_sent on mail_outbox (finished_at) where status = 'SENT';

alter table notification add column digest_id bigint constraint notification_digest references mail_outbox;
create index notification_digest_id on notification (digest_id) where digest_id is not null;
create index notification_for_digest on notification (account_id, sent_at)
    where delivery = 'DAILY_DIGEST' and digest_id is null and read_at is null;
create index notification_account_kind on notification (account_id, kind, sent_at desc, id desc);
drop index notification_unread;
create index notification_unread on notification (account_id, sent_at desc, id desc) where read_at is null;

-- How each kind of message reaches those who act in a role, where it differs from what the kind itself says.
create table notification_policy (
    id        int primary key constraint notification_policy_single check (id = 1),
    digest_at time not null,
    version   int not null default 0
);
insert into notification_policy (id, digest_at) values (1, '07:00');
create table notification_default (
    kind     text not null,
    role     text not null
        constraint notification_default_role check (role in ('ADMIN', 'LEADER', 'OFFICE', 'UNIT_HEAD', 'CLERK', 'OBSERVER')),
    delivery text not null
        constraint notification_default_delivery check (delivery in ('AT_ONCE', 'DAILY_DIGEST', 'NEVER')),
    primary key (kind, role)
);

-- What a person chose for themselves.
create table notification_preference (
    account_id bigint primary key constraint notification_preference_account references account,
    language   text not null constraint notification_preference_language check (language in ('vi', 'en')),
    version    int not null default 0
);
create table notification_choice (
    account_id bigint not null constraint notification_choice_account references account,
    kind       text not null,
    delivery   text not null
        constraint notification_choice_delivery check (delivery in ('AT_ONCE', 'DAILY_DIGEST', 'NEVER')),
    primary key (account_id, kind)
);

-- Who holds the token of a mail may stop that kind of mail without signing in; '*': every kind that may be stopped.
create table mail_unsubscription (
    token      uuid primary key default gen_random_uuid(),
    account_id bigint not null constraint mail_unsubscription_account references account,
    kind       text not null,
    constraint mail_unsubscription_once unique (account_id, kind)
);
