-- A request that is in nobody's way: others may be asked beside it, and the record goes on (a parent's petition).
alter table record_request add column beside boolean default false not null;
