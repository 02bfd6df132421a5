-- The day an opening was noted on: by mistake, it can be taken back on that day.
alter table conference add column begun_on date;
