-- Who was given which role at a school, by whom, from when until when. What an account may do follows from it.
create table role_grant (
    id          varchar(40)  not null primary key,
    row_version bigint       not null,
    unit_id     varchar(32)  not null,
    staff_id    varchar(32)  not null,
    role        varchar(20)  not null, -- PRINCIPAL, CLERK, SCHOOL_ADMIN
    capacity    varchar(10),           -- of a principal: HEAD, ACTING, DEPUTY
    scope       varchar(500),          -- what a deputy was given to do
    starts_on   date,                  -- as it was decided; null: not known
    ends_on     date,                  -- the last day; null: until further notice
    decision_no varchar(100),
    held_from   datetime(6),           -- since when it counts; null: not yet
    held_until  datetime(6),           -- until when; null: still
    due_on      date,                  -- when it begins or ends by itself; null: neither
    granted_by  varchar(150),
    ended_by    varchar(150),
    end_reason  varchar(1000)
);
create index role_grant_of_unit on role_grant (unit_id, held_until, role);
create index role_grant_of_staff on role_grant (staff_id, held_until);
create index role_grant_due on role_grant (due_on);

-- The roles that titles gave so far were acted upon: they count as given, so that nobody loses the work of the day.
insert into role_grant (id, row_version, unit_id, staff_id, role, capacity, held_from, held_until)
select concat(id, '-P'), 0, unit_id, staff_id, 'PRINCIPAL',
       case when lower(title) like 'phó%' then 'DEPUTY' else 'HEAD' end,
       '2000-01-01 00:00:00', case when active = true then null else current_timestamp end
from account
where staff_id is not null and roles like '%PRINCIPAL%';
insert into role_grant (id, row_version, unit_id, staff_id, role, held_from, held_until)
select concat(id, '-C'), 0, unit_id, staff_id, 'CLERK',
       '2000-01-01 00:00:00', case when active = true then null else current_timestamp end
from account
where staff_id is not null and roles like '%CLERK%';
insert into role_grant (id, row_version, unit_id, staff_id, role, held_from, held_until)
select concat(id, '-A'), 0, unit_id, staff_id, 'SCHOOL_ADMIN',
       '2000-01-01 00:00:00', case when active = true then null else current_timestamp end
from account
where staff_id is not null and roles like '%SCHOOL_ADMIN%';
