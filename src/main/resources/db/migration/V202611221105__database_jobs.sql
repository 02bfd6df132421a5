-- The recurring jobs and which node runs each one now; the columns are db-scheduler's.
create table scheduled_job (
    task_name            text not null,
    task_instance        text not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_job_execution_time on scheduled_job (execution_time);
create index scheduled_job_last_heartbeat on scheduled_job (last_heartbeat);
