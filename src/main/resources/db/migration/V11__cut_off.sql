-- Which wave a record belongs to: only who is confirmed as having completed the class programme is frozen in the first (CV 1396).
alter table registered_record add column programme_completed boolean;
update registered_record set programme_completed = coalesce(
    (select y.programme_completed from year_record y where y.id = registered_record.year_record_id), false);
alter table registered_record modify column programme_completed boolean not null;
create index registered_record_freeze on registered_record (province_code, school_year, state, programme_completed);

create table cut_off (
    id           varchar(32) not null primary key,
    province_id  varchar(32) not null,
    school_year  integer     not null,
    wave         varchar(10) not null, -- FIRST, SECOND
    state        varchar(10) not null, -- RUNNING, DONE
    effective_on date        not null,
    total        integer     not null, -- to freeze when it began
    frozen       integer     not null, -- so far
    started_at   datetime(6) not null,
    finished_at  datetime(6),
    constraint cut_off_once unique (province_id, school_year, wave),
    constraint cut_off_province foreign key (province_id) references org_unit (id)
);

-- Who was not frozen when the wave was done, and why.
create table cut_off_exception (
    id             varchar(32) not null primary key,
    cut_off_id     varchar(32) not null,
    school_id      varchar(32) not null,
    class_id       varchar(32) not null,
    pupil_id       varchar(32) not null,
    year_record_id varchar(32),          -- null: no record was opened
    reason         varchar(20) not null, -- MISSING, NOT_ACCEPTED, NOT_COMPLETED
    state          varchar(30),          -- of the record at that moment
    constraint cut_off_exception_cut_off foreign key (cut_off_id) references cut_off (id)
);
create index cut_off_exception_school on cut_off_exception (cut_off_id, school_id);
