-- A subject teacher signs the own row before the homeroom teacher's packet exists: the signature is kept until the packet takes it in. Null for all others.
alter table record_signature add column content longblob;
