-- By which announcement a year was confirmed; years confirmed before keep it at their days only.
alter table holiday_year add column announcement text
	constraint ck_holiday_year_announcement check (char_length(announcement) between 1 and 250);
