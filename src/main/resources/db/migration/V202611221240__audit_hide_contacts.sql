-- How attendees are reached was written into the audit in full at first. The audit is kept for good, such data
-- may not be (Law 91/2025/QH15, see Attendees.forgetContacts): of what was written it says from here on that it was
-- there and that it changed, as it does of what is written now. Only these four texts are touched; who did what and
-- when stays. This migration is the one deliberate exception from an audit that nobody changes: the trigger is off
-- inside of its transaction alone.
alter table audit_entry disable trigger audit_entry_kept;

with secret as (
    select e.id, c.place, c.change, c.change ->> 'label' as label, c.change ->> 'before' as before,
        c.change ->> 'after' as after
    from audit_entry e, jsonb_array_elements(e.changes) with ordinality c (change, place)
    where e.area = 'attendance'
), hidden as (
    select s.*, x.hidden_before, x.hidden_after
    from secret s cross join lateral (
        select case when s.before = '' or s.before like '•••%' then s.before
                when s.label = 'attendeeForm.phone' then '•••' || right(s.before, 3) else '•••' end as hidden_before,
            case when s.after = '' or s.after like '•••%' or s.after = 'attendance.changedUnseen' then s.after
                when s.label = 'attendeeForm.phone' then '•••' || right(s.after, 3) else '•••' end as hidden_after
    ) x
    where s.label in ('attendeeForm.phone', 'attendeeForm.email', 'attendeeForm.arrivalNote', 'attendeeForm.note')
), rewritten as (
    select s.id, jsonb_agg(case when h.id is null then s.change
            else s.change || jsonb_build_object('before', h.hidden_before, 'after',
                case when h.hidden_before = h.hidden_after and h.before <> h.after then 'attendance.changedUnseen'
                    else h.hidden_after end) end order by s.place) as changes
    from secret s left join hidden h on h.id = s.id and h.place = s.place
    group by s.id
)
update audit_entry e set changes = r.changes from rewritten r where e.id = r.id and e.changes <> r.changes;

alter table audit_entry enable trigger audit_entry_kept;
