-- Contacts are kept no longer than needed: an attendee outlives their telephone number.
alter table attendee alter column phone drop not null;
alter table attendee add column contacts_forgotten_at timestamptz;
create index attendee_contacts_kept on attendee (conference_id) where contacts_forgotten_at is null;
