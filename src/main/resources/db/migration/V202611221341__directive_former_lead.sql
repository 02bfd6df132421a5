-- Who led it once goes on reading it, so that the list behind a past number has as many rows as the
-- number says.
alter table directive add column former_lead_ids bigint[] not null default '{}';
update directive d set former_lead_ids = f.leads
from (select f.id, array_agg(distinct f.lead order by f.lead) as leads
    from (select s.directive_id as id, s.lead_organization_id as lead from directive_standing s
        union
        select e.directive_id, e.target_id from directive_event e
        where e.act in ('ISSUED', 'REASSIGNED', 'DECLINATION_ACCEPTED')) f
    join directive d on d.id = f.id and d.lead_organization_id <> f.lead group by f.id) f
where d.id = f.id;
create index directive_former_lead_ids on directive using gin (former_lead_ids) where former_lead_ids <> '{}';
