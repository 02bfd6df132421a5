-- The day on which the data of a reporting period closes. The list of keys is added to, whatever
-- else stands in it.
do $$
declare
    keys text := pg_get_constraintdef((select oid from pg_constraint where conname = 'ck_rule_setting_key'));
begin
    alter table rule_setting drop constraint ck_rule_setting_key;
    execute 'alter table rule_setting add constraint ck_rule_setting_key '
        || replace(keys, 'ARRAY[', 'ARRAY[''PERIOD_CLOSING_DAY''::text, ');
end $$;

-- Decree 09/2019/NĐ-CP of 24 January 2019 took effect on 12 March 2019.
insert into rule_setting (key, value, effective_from, source, note) values
	('PERIOD_CLOSING_DAY', 14, '2014-01-01', 'Nghị định số 09/2019/NĐ-CP, Điều 12',
		'Số liệu tháng tính từ ngày 15 tháng trước đến ngày 14 tháng này; áp dụng cả cho các năm trước để so sánh được');
