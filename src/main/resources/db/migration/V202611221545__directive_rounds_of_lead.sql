-- How often a report was returned is told to the unit whose report it was: one that was given the work afterwards begins anew.
update directive d set rounds = e.returned, version = d.version + 1
from (select g.directive_id, (select count(*) from directive_event r
        where r.directive_id = g.directive_id and r.act = 'RETURNED' and r.id > g.last) as returned
    from (select directive_id, max(id) as last from directive_event
        where act in ('REASSIGNED', 'DECLINATION_ACCEPTED') group by directive_id) g) e
where e.directive_id = d.id and d.rounds <> e.returned;
