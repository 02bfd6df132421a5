-- A trip's page finds its published lines by what their keys begin with.
create index calendar_release_line_key_begins on calendar_release_line (line_key text_pattern_ops)
    where entry_id is null;
-- What the office gave back of a week.
create index business_trip_returned_on on business_trip (ends_on, starts_on) where status = 'RETURNED';
