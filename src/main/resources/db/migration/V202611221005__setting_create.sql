-- Equality on text inside an exclusion constraint; a trusted extension, so the schema's owner may create it.
create extension if not exists btree_gist;

create table rule_setting (
	id bigint generated always as identity primary key,
	version int not null default 0,
	key text not null,
	value int not null,
	effective_from date not null,
	effective_to date,
	source text not null,
	note text,
	constraint uq_rule_setting_key_from unique (key, effective_from),
	constraint ck_rule_setting_key check (key in (
		'INVITATION_LEAD', 'CONCLUSION_NOTICE',
		'DURATION_BRIEFING', 'DURATION_PROBLEM_SOLVING', 'DURATION_ADVISORY', 'DURATION_COORDINATION',
		'DURATION_REVIEW', 'DURATION_TOPICAL', 'DURATION_TRAINING', 'DURATION_DEPLOYMENT',
		'DURATION_NATIONAL_CONFERENCE', 'DESK_HORIZON')),
	constraint ck_rule_setting_value check (value >= 0),
	constraint ck_rule_setting_source check (source <> ''),
	constraint ck_rule_setting_period check (effective_to >= effective_from),
	constraint ex_rule_setting_period exclude using gist (
		key with =, daterange(effective_from, effective_to, '[]') with &&)
);

comment on table rule_setting is 'Numbers of the rules: one row per key and period, both days included';

-- Decision 45/2018/QĐ-TTg of 9 November 2018 took effect on 25 December 2018.
insert into rule_setting (key, value, effective_from, source, note) values
	('INVITATION_LEAD', 3, '2018-12-25', 'Quyết định số 45/2018/QĐ-TTg',
		'Giấy mời và tài liệu gửi trước ngày họp ít nhất 03 ngày làm việc, trừ họp đột xuất'),
	('CONCLUSION_NOTICE', 5, '2018-12-25', 'Quyết định số 45/2018/QĐ-TTg',
		'Thông báo kết luận gửi trong vòng 05 ngày làm việc sau ngày kết thúc họp'),
	('DURATION_BRIEFING', 1, '2018-12-25', 'Quyết định số 45/2018/QĐ-TTg', 'Không quá một buổi làm việc'),
	('DURATION_PROBLEM_SOLVING', 1, '2018-12-25', 'Quyết định số 45/2018/QĐ-TTg', 'Không quá một buổi làm việc'),
	('DURATION_ADVISORY', 1, '2018-12-25', 'Quyết định số 45/2018/QĐ-TTg', 'Không quá một buổi làm việc'),
	('DURATION_COORDINATION', 1, '2018-12-25', 'Quyết định số 45/2018/QĐ-TTg', 'Không quá một buổi làm việc'),
	('DURATION_REVIEW', 2, '2018-12-25', 'Quyết định số 45/2018/QĐ-TTg', 'Không quá 01 ngày'),
	('DURATION_TOPICAL', 2, '2018-12-25', 'Quyết định số 45/2018/QĐ-TTg', 'Không quá 01 ngày'),
	('DURATION_TRAINING', 4, '2018-12-25', 'Quyết định số 45/2018/QĐ-TTg', 'Từ 01 đến 02 ngày'),
	('DURATION_DEPLOYMENT', 4, '2018-12-25', 'Quyết định số 45/2018/QĐ-TTg', 'Từ 01 đến 02 ngày'),
	('DURATION_NATIONAL_CONFERENCE', 4, '2018-12-25', 'Quyết định số 45/2018/QĐ-TTg',
		'Áp dụng mức của hội nghị triển khai: từ 01 đến 02 ngày'),
	('DESK_HORIZON', 5, '2014-01-01', 'Mặc định của hệ thống',
		'Việc đến hạn trong số ngày làm việc này được coi là sắp đến hạn; không phải quy định của pháp luật');
