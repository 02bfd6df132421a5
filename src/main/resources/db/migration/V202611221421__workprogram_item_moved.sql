-- A unit reports that an item slips; only an adjustment that a version carries moves it out of the program.
alter table work_item add column moved boolean not null default false;
update work_item i set moved = true
where i.status = 'SLIPPED' and exists (select from work_program_version v
    join work_program_version_item f on f.version_id = v.id and f.item_id = i.id
    where v.program_id = i.program_id and f.status = 'SLIPPED');
alter table work_item add constraint work_item_moved check (not moved or status = 'SLIPPED');
