-- The people of a Sở are known one by one, as those of schools are: roles are given to them, and certificates name them.
insert into staff (id, row_version, school_id, moet_code, full_name, title, working, on_leave)
select a.id, 0, a.unit_id, concat('SO', right(a.id, 18)), a.display_name, left(a.title, 100), true, false
from account a
join org_unit u on u.id = a.unit_id
where u.kind = 'PROVINCE' and a.staff_id is null and a.active = true and a.roles like '%PROVINCE%';

-- Until roles are given, whoever worked for a Sở goes on with all that one account could do: officer, leader and clerk.
insert into role_grant (id, row_version, unit_id, staff_id, role, held_from)
select concat(s.id, '-O'), 0, s.school_id, s.id, 'PROVINCE_OFFICER', '2000-01-01 00:00:00'
from staff s
join org_unit u on u.id = s.school_id
where u.kind = 'PROVINCE';
insert into role_grant (id, row_version, unit_id, staff_id, role, held_from)
select concat(s.id, '-L'), 0, s.school_id, s.id, 'PROVINCE_LEADER', '2000-01-01 00:00:00'
from staff s
join org_unit u on u.id = s.school_id
where u.kind = 'PROVINCE';
insert into role_grant (id, row_version, unit_id, staff_id, role, held_from)
select concat(s.id, '-K'), 0, s.school_id, s.id, 'PROVINCE_CLERK', '2000-01-01 00:00:00'
from staff s
join org_unit u on u.id = s.school_id
where u.kind = 'PROVINCE';
update account
set staff_id = id, roles = concat(roles, ',PROVINCE_CLERK,PROVINCE_LEADER,PROVINCE_OFFICER')
where id in (select s.id from staff s join org_unit u on u.id = s.school_id where u.kind = 'PROVINCE');

-- What waited for the Sở waits for the one of its people whose work it is.
update record_request
set waits_role = case when step = 'SEAL_PROVINCE' then 'PROVINCE_CLERK' else 'PROVINCE_LEADER' end
where waits_role = 'PROVINCE' and kind in ('SUPPLEMENT', 'RETRACTION');

-- Who signed a supplement personally, with CCCD and as what; null in those that were made before, which have two seals only.
alter table record_supplement add column head_id varchar(20);
alter table record_supplement add column head_title varchar(200);
alter table record_supplement add column leader_id varchar(20);
alter table record_supplement add column leader_title varchar(200);

-- Who of the leaders approved a report before its clerk signs it; null before, and in those that were signed before there was an approval.
alter table ministry_report add column approved_by varchar(100);
alter table ministry_report add column approved_by_name varchar(150);
alter table ministry_report add column approved_at datetime(6);
