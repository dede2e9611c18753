-- Why the record of a pupil was closed unfinished, and when it was taken up again: one row each time.
create table record_leave (
    id             varchar(32) not null primary key,
    row_version    bigint      not null,
    year_record_id varchar(32) not null,
    reason         varchar(20) not null, -- MOVED_AWAY, QUIT, SUSPENDED, DECEASED
    left_on        date,                 -- null: where a list says so, and not when
    decision_no    varchar(100),
    note           varchar(1000),
    recorded_at    datetime(6) not null,
    returned_on    date,                 -- null while the record is closed
    constraint record_leave_record foreign key (year_record_id) references year_record (id)
);
create index record_leave_of_record on record_leave (year_record_id, recorded_at);

-- Until now a record was closed by a transfer to another Sở only.
insert into record_leave (id, row_version, year_record_id, reason, recorded_at)
    select id, 0, id, 'MOVED_AWAY', state_since from year_record where state = 'LEFT';

-- When a person of the school set down class or status on a screen: a list that says otherwise is told of it.
alter table enrolment add column decided_on date;

-- Into which grade a pupil goes by a decision, where the year before does not say so: skipping a grade, promotion that was decided late.
create table grade_decision (
    id          varchar(32)  not null primary key,
    row_version bigint       not null,
    pupil_id    varchar(32)  not null,
    school_year integer      not null, -- in which the pupil is in that grade
    grade       integer      not null,
    decision_no varchar(100) not null,
    decided_on  date         not null,
    note        varchar(1000),
    recorded_at datetime(6)  not null,
    constraint grade_decision_pupil foreign key (pupil_id) references pupil (id)
);
create index grade_decision_of_pupil on grade_decision (pupil_id, school_year);

-- Which lists of pupils were imported when: one that comes again after a newer one is known again.
create table imported_list (
    id          varchar(32) not null primary key,
    row_version bigint      not null,
    school_id   varchar(32) not null,
    school_year integer     not null,
    file_hash   varchar(64) not null, -- SHA-256, hexadecimal
    imported_at datetime(6) not null,
    constraint imported_list_school foreign key (school_id) references org_unit (id)
);
create index imported_list_of_school on imported_list (school_id, school_year, file_hash, imported_at);

-- Whence a pupil came in the middle of a year whom no hand-over brought, and what the family brought along.
create table record_arrival (
    year_record_id varchar(32)  not null primary key,
    row_version    bigint       not null,
    arrived_on     date         not null,
    former_school  varchar(300) not null,
    brought        varchar(2000),
    recorded_at    datetime(6)  not null,
    constraint record_arrival_record foreign key (year_record_id) references year_record (id)
);
