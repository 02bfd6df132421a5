-- Who reads what stands in directive_reader: nobody asks directives for their former leads or coordinations for their kind
-- any more, and each of these is written with every change.
drop index directive_former_lead_ids;
drop index directive_coordination_kind_id;
