-- The list of one year, in each of its orders. Without the year in front, the list of the tenth year walks over nine
-- others first: at a million directives two seconds instead of none.
create index directive_year_finished_due on directive (year, finished, due_on, id) where not family;
create index directive_year_due on directive (year, due_on, id) where not family;
create index directive_year_status_due on directive (year, status, due_on, id) where not family;
create index directive_year_timeliness_due on directive (year, timeliness, due_on, id)
    where timeliness is not null and not family;
create index directive_year_code on directive (year, code) where not family;
