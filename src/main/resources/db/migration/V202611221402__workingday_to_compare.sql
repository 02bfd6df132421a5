-- Whether a day still has to be compared with its announcement is a mark, no word in the source: a year can be asked for it.
alter table holiday add column to_compare boolean not null default false;
update holiday set to_compare = true,
    source = regexp_replace(regexp_replace(source, ' \(cần đối chiếu\)$', ''),
        '; cách chia ngày nghỉ Tết cần đối chiếu thông báo năm \d{4}$', '')
    where source like '%cần đối chiếu%';

-- Days are written with two digits, as everywhere else.
update holiday set name_vi = regexp_replace(name_vi, '\d+/\d+/\d{4}$', to_char(counterpart, 'DD/MM/YYYY'))
    where counterpart is not null;
