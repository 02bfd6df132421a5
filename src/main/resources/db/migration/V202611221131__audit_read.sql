-- The trail is read newest first, area by area, also within a span of days …
create index audit_entry_area_at on audit_entry (area, at desc, id desc);
-- … and by who did it, written with or without marks.
create index audit_entry_actor on audit_entry using gin (fold(actor) gin_trgm_ops);
