-- The figures of a closed period stand: what is taken over afterwards stays counted as it was, with a word where it went.
alter table work_item add column carried_after_close boolean not null default false;

update work_item later set carried_after_close = true
from work_item earlier join work_program p on p.id = earlier.program_id
where earlier.id = later.carried_from_id and p.status = 'CLOSED';
