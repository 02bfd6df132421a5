-- A unit finds the programs that named it in a published version, also when the newest no longer does.
create index work_program_version_item_lead_id on work_program_version_item (lead_id, version_id);
create index work_program_version_item_coordinating on work_program_version_item using gin (coordinating_ids);
