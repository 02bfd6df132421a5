-- Text search without diacritics; the Java twin is TextFolding.fold.
create extension if not exists unaccent;
create extension if not exists pg_trgm;

create function fold(text) returns text
    language sql immutable parallel safe strict
    as $$ select lower(public.unaccent('public.unaccent'::regdictionary, normalize($1, NFC))) $$;

-- A form sent twice acts once: the token of each POST form and where its first POST led.
create table form_submission (
    token      text primary key,
    target     text,
    claimed_at timestamptz not null default now()
);
create index form_submission_claimed_at on form_submission (claimed_at);

-- Sessions (schema of Spring Session 4.1).
create table spring_session (
    primary_id            char(36) not null constraint spring_session_pk primary key,
    session_id            char(36) not null,
    creation_time         bigint not null,
    last_access_time      bigint not null,
    max_inactive_interval int not null,
    expiry_time           bigint not null,
    principal_name        varchar(100)
);
create unique index spring_session_ix1 on spring_session (session_id);
create index spring_session_ix2 on spring_session (expiry_time);
create index spring_session_ix3 on spring_session (principal_name);

create table spring_session_attributes (
    session_primary_id char(36) not null constraint spring_session_attributes_fk references spring_session on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea not null,
    constraint spring_session_attributes_pk primary key (session_primary_id, attribute_name)
);
