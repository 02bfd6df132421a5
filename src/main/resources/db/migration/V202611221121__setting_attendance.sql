-- Two numbers of the portal's own: no rule of law sets them, an administrator may.
alter table rule_setting drop constraint ck_rule_setting_key;
alter table rule_setting add constraint ck_rule_setting_key check (key in (
	'INVITATION_LEAD', 'CONCLUSION_NOTICE',
	'DURATION_BRIEFING', 'DURATION_PROBLEM_SOLVING', 'DURATION_ADVISORY', 'DURATION_COORDINATION',
	'DURATION_REVIEW', 'DURATION_TOPICAL', 'DURATION_TRAINING', 'DURATION_DEPLOYMENT',
	'DURATION_NATIONAL_CONFERENCE', 'DESK_HORIZON', 'REMINDER_INTERVAL', 'ATTENDEE_CONTACTS_KEPT'));

insert into rule_setting (key, value, effective_from, source, note) values
	('REMINDER_INTERVAL', 4, '2014-01-01', 'Mặc định của hệ thống',
		'Để nhiều người cùng bấm nhắc mà đơn vị không nhận nhiều lời nhắc; không phải quy định của pháp luật'),
	('ATTENDEE_CONTACTS_KEPT', 6, '2014-01-01', 'Mặc định của hệ thống',
		'Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15: không giữ dữ liệu cá nhân lâu hơn mức cần thiết; luật không ấn định số tháng');
