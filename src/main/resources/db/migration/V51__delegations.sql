-- What a deputy was given to do: powers|grades|classes, as identity/Delegation writes it. Null: no deputy. The words of before (scope) stay beside it.
alter table role_grant add column delegation varchar(1000);
-- The same for the account, as its roles: what the person may do now.
alter table account add column delegation varchar(1000);

-- Deputies did everything so far: they go on with all that can be given.
update role_grant set delegation = 'SIGN_RECORDS,DECIDE_REQUESTS,ASSIGN_DUTIES,MANAGE_PUPILS||' where capacity = 'DEPUTY';
update account set delegation = 'SIGN_RECORDS,DECIDE_REQUESTS,ASSIGN_DUTIES,MANAGE_PUPILS||'
where staff_id in (select staff_id from role_grant where capacity = 'DEPUTY' and held_from is not null and held_until is null);

-- One batch of a person for a class and step runs at a time: unique while it runs, null before and after.
alter table batch add column step_key varchar(250);
alter table batch add column running_as varchar(250) generated always as (case when state = 'RUNNING' then step_key end);
create unique index batch_running_as on batch (running_as);
