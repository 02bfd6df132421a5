-- A feed follows what appears by itself through all the weeks in which it was ever published.
create index calendar_release_line_line_key on calendar_release_line (line_key) where entry_id is null;
