-- Which node works on a batch, and until when unless it renews that: seconds since 1970 by the clock of the database. What was
-- running before belongs to nobody, and is taken over at the first look.
alter table batch add column owner varchar(32);
alter table batch add column lease_until bigint;
alter table batch drop column heartbeat_at;
