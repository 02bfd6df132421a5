-- Columns of a workbook that nobody reads, so that its preview can name them.
alter table work_import add column left_out jsonb not null default '[]';
