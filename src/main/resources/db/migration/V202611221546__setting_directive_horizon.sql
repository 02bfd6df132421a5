-- How far ahead the deadline of a directive may be. The list of keys is added to, whatever else stands in it.
do $$
declare
    keys text := pg_get_constraintdef((select oid from pg_constraint where conname = 'ck_rule_setting_key'));
begin
    alter table rule_setting drop constraint ck_rule_setting_key;
    execute 'alter table rule_setting add constraint ck_rule_setting_key '
        || replace(keys, 'ARRAY[', 'ARRAY[''DIRECTIVE_HORIZON''::text, ');
end $$;

insert into rule_setting (key, value, effective_from, source, note) values
	('DIRECTIVE_HORIZON', 60, '2014-01-01', 'Mặc định của hệ thống',
		'Không phải số của văn bản; ngày xa hơn thường là gõ nhầm năm');
