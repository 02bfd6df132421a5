-- A unit is slow when it is behind the time that it has had itself, not behind that of the unit before it. On which day it
-- was given to its present lead, or given back to it when verified work was reopened; null since it was issued.
alter table directive add column given_anew_on date;
update directive d set given_anew_on = e.day
from (select directive_id, max((at at time zone 'Asia/Ho_Chi_Minh')::date) as day from directive_event
    where act in ('REASSIGNED', 'DECLINATION_ACCEPTED', 'REOPENED') group by directive_id) e
where e.directive_id = d.id;
