-- Whose report it is: what a unit never signed stays with that unit, whoever has the directive by now.
alter table directive_report
    add column organization_id bigint constraint directive_report_organization references organization;
-- The history says for which unit its author acted when it was drafted, or signed at once.
update directive_report r
set organization_id = coalesce(
    (select e.organization_id from directive_event e
     where e.directive_id = r.directive_id and e.account_id = r.drafted_by
         and e.act in ('REPORT_DRAFTED', 'REPORTED') and e.at >= r.drafted_at
     order by e.id limit 1),
    (select d.holder_organization_id from directive d where d.id = r.directive_id));
alter table directive_report alter column organization_id set not null;
