-- The grants in which a person got a message; none: it is for the person, whatever they act as.
alter table notification add column grant_ids bigint[] not null default '{}';
