-- What is counted fades little by little, so that it is a level and no whole number.
alter table sign_in_failure alter column failures type double precision;
-- When this name last came in from this address, kept on the row of the two together.
alter table sign_in_failure add column succeeded_at timestamptz;
