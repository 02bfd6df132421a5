-- What is called by words, such as the work program of a month, reads otherwise in English. It is kept as it read when
-- the act was done, like the Vietnamese; null for whatever has a name of its own, and for what was written before.
alter table audit_entry add column subject_en text;
