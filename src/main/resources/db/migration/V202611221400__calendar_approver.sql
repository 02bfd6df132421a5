-- Who approved a week learns what later versions change in it; of weeks approved before, the name alone is known.
alter table calendar_week add column approved_account_id bigint constraint calendar_week_approver references account;
