-- One row at most: the primary key admits only the value true.
create table database_purpose (
    only_row  boolean     not null default true,
    purpose   text        not null,
    marked_at timestamptz not null default now(),
    constraint database_purpose_pk primary key (only_row),
    constraint database_purpose_only_row_ck check (only_row),
    constraint database_purpose_purpose_ck check (purpose in ('DEMO', 'PRODUCTION'))
);
