-- What the leader approved, to tell whether it is still what would go out: a conference may be announced or moved since.
alter table calendar_week add column approved_content text;
update calendar_week set status = 'OPEN', approved_by = null, approved_at = null where status = 'APPROVED';
alter table calendar_week add constraint calendar_week_approved check (status <> 'APPROVED' or approved_content is not null);
