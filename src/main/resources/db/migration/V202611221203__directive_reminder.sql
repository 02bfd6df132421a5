-- Who was reminded of what: nobody twice of the same step towards the same deadline, whichever node
-- sends it. A new deadline is a new ladder.
create table directive_reminder (
    id           bigint generated always as identity primary key,
    directive_id bigint not null constraint directive_reminder_directive references directive on delete cascade,
    step         text not null constraint directive_reminder_step check (step in
        ('CLERK', 'HEAD', 'COORDINATOR', 'OFFICE', 'LEADER')),
    due_on       date not null,
    account_id   bigint not null constraint directive_reminder_account references account,
    sent_at      timestamptz not null,
    constraint directive_reminder_once unique (directive_id, step, due_on, account_id)
);

-- To whom in the unit the head gave it, and who stands in while that person is away.
create table directive_assignment (
    directive_id     bigint primary key constraint directive_assignment_directive references directive on delete cascade,
    account_id       bigint not null constraint directive_assignment_account references account,
    due_on           date,
    note             text,
    substitute_id    bigint constraint directive_assignment_substitute references account,
    substitute_until date,
    assigned_by      bigint not null constraint directive_assignment_assigned_by references account,
    assigned_at      timestamptz not null,
    version          int not null default 0,
    constraint directive_assignment_stand_in check ((substitute_id is null) = (substitute_until is null)),
    constraint directive_assignment_other check (substitute_id <> account_id)
);
create index directive_assignment_account_id on directive_assignment (account_id);
create index directive_assignment_substitute_id on directive_assignment (substitute_id) where substitute_id is not null;
