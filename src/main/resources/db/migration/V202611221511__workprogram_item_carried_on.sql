-- Where an item goes on is asked of every item that was not done, also where the later one was merged since.
create index work_item_carried_from_id on work_item (carried_from_id) where carried_from_id is not null;
