-- How long the outbox remembers a mail that was sent. The list of keys is added to, whatever else
-- stands in it.
do $$
declare
    keys text := pg_get_constraintdef((select oid from pg_constraint where conname = 'ck_rule_setting_key'));
begin
    alter table rule_setting drop constraint ck_rule_setting_key;
    execute 'alter table rule_setting add constraint ck_rule_setting_key '
        || replace(keys, 'ARRAY[', 'ARRAY[''SENT_MAIL_KEPT''::text, ');
end $$;

insert into rule_setting (key, value, effective_from, source, note) values
	('SENT_MAIL_KEPT', 3, '2014-01-01', 'Mặc định của hệ thống',
		'Không phải số của văn bản; nội dung vẫn còn trong hộp thông báo của người nhận');

-- The mark that a message went into a digest outlives the digest: it is never gathered again.
alter table notification drop constraint notification_digest;
drop index mail_outbox_sent;
create index mail_outbox_over on mail_outbox (finished_at) where status in ('SENT', 'DROPPED');
