-- Who taught a subject in a class, or led it, from when until when; who does so now also stands in teaching_assignment and school_class.
create table duty_term (
    id            varchar(32)  not null primary key,
    row_version   bigint       not null,
    school_id     varchar(32)  not null,
    class_id      varchar(32)  not null,
    part          varchar(20)  not null, -- a subject's code, or HOMEROOM
    staff_id      varchar(32)  not null,
    starts_on     date,                  -- as it was ordered; null: not known
    ends_on       date,                  -- the last day of who stands in; null: for good
    stands_in_for varchar(32),           -- who gets it back after that day
    held_from     datetime(6),           -- since when the work was theirs; null: not yet
    held_until    datetime(6),           -- until when; null: still
    due_on        date,                  -- when it begins or goes back by itself; null: neither
    reason        varchar(1000),
    decision_no   varchar(100),
    ordered_by    varchar(150),
    constraint duty_term_class foreign key (class_id) references school_class (id),
    constraint duty_term_staff foreign key (staff_id) references staff (id)
);
create index duty_term_of_class on duty_term (class_id, part, held_from);
create index duty_term_of_school on duty_term (school_id, held_until, held_from);
create index duty_term_due on duty_term (due_on);

-- What is known of before: who has the duty now, from so early that every signature made so far lies within.
insert into duty_term (id, row_version, school_id, class_id, part, staff_id, held_from)
select id, 0, school_id, id, 'HOMEROOM', homeroom_staff_id, '2000-01-01 00:00:00'
from school_class
where homeroom_staff_id is not null;
insert into duty_term (id, row_version, school_id, class_id, part, staff_id, held_from)
select a.id, 0, c.school_id, a.class_id, a.subject_code, a.staff_id, '2000-01-01 00:00:00'
from teaching_assignment a
join school_class c on c.id = a.class_id;

-- Schools whose open work may lie with others than those who have the duties now.
create table work_to_follow (
    school_id varchar(32) not null primary key,
    mark      varchar(32) not null,
    asked_at  datetime(6) not null
);
insert into work_to_follow (school_id, mark, asked_at)
select id, id, '2000-01-01 00:00:00'
from org_unit
where kind = 'SCHOOL';
