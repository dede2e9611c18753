-- A Sở takes late records in between two days: of all of its schools or of one.
create table extra_window (
    id          varchar(32) not null primary key,
    province_id varchar(32) not null,
    school_year integer     not null,
    wave        varchar(10) not null, -- FIRST, SECOND: whose records it takes
    school_id   varchar(32),          -- null: every school
    opens_on    date        not null,
    closes_on   date        not null, -- the last day
    closed_at   datetime(6),          -- when the Sở closed it before that
    constraint extra_window_province foreign key (province_id) references org_unit (id),
    constraint extra_window_school foreign key (school_id) references org_unit (id)
);
create index extra_window_year on extra_window (province_id, school_year, closes_on);

create table extra_window_decision (
    id              varchar(32)   not null primary key,
    window_id       varchar(32)   not null,
    kind            varchar(10)   not null, -- OPENED, PROLONGED, CLOSED
    closes_on       date          not null, -- as decided
    decided_by      varchar(100)  not null,
    decided_by_name varchar(150)  not null,
    decided_at      datetime(6)   not null,
    reason          varchar(1000) not null,
    constraint extra_window_decision_window foreign key (window_id) references extra_window (id)
);
create index extra_window_decision_time on extra_window_decision (window_id, decided_at);

-- What a window took is frozen and reported by itself; '' stands for the wave of the calendar.
alter table cut_off add column window_id varchar(32) not null default '';
create unique index cut_off_each on cut_off (province_id, school_year, wave, window_id);
alter table cut_off drop index cut_off_once;
create index cut_off_window on cut_off (window_id);
alter table ministry_report add column window_id varchar(32) not null default '';
create unique index ministry_report_each on ministry_report (province_id, school_year, wave, window_id);
alter table ministry_report drop index ministry_report_once;

-- What is frozen in the second wave although the class programme is completed: completed in the summer, or left by the first wave.
alter table registered_record add column of_second_wave boolean not null default false;
update registered_record set of_second_wave = true where state = 'ACCEPTED' and programme_completed = true and exists (
    select 1 from cut_off c join org_unit p on p.id = c.province_id where p.code = registered_record.province_code
    and c.school_year = registered_record.school_year and c.wave = 'FIRST' and c.state = 'DONE');
alter table registered_record add column window_id varchar(32); -- in which it was taken in; null: in time
create index registered_record_window on registered_record (window_id, state, held);

-- A package's record that came too late stays with the clerk, as it is.
alter table submission_item add column late boolean not null default false;

-- A pupil may get another record of the year where the former one was taken back for good.
alter table year_record add column attempt integer not null default 1;
create unique index year_record_each on year_record (pupil_id, school_year, school_id, attempt);
alter table year_record drop index year_record_once;

-- Frozen records that were taken out of effect, and after which the school is to open another one.
create table record_followed (
    year_record_id varchar(32) not null primary key,
    constraint record_followed_record foreign key (year_record_id) references year_record (id)
);

-- Whose record has an open request is assessed in the summer as soon as that has ended.
alter table cut_off_exception add column waits_for_request boolean not null default false;

-- What was accepted after the second wave and never frozen is among those whom it left out.
create index cut_off_exception_pupil on cut_off_exception (pupil_id);
create index cut_off_exception_record on cut_off_exception (year_record_id);
insert into cut_off_exception (id, cut_off_id, school_id, class_id, pupil_id, year_record_id, reason, state, reassessed)
    select g.id, c.id, r.school_id, r.class_id, r.pupil_id, r.id, 'ACCEPTED_LATE', r.state, false
    from registered_record g join year_record r on r.id = g.year_record_id join org_unit p on p.code = g.province_code
    join cut_off c on c.province_id = p.id and c.school_year = g.school_year and c.wave = 'SECOND' and c.state = 'DONE'
    where g.state = 'ACCEPTED' and not exists (
        select 1 from cut_off_exception e where e.cut_off_id = c.id and e.pupil_id = r.pupil_id);
delete from cut_off_left_out;
insert into cut_off_left_out (cut_off_id, school_id, missing, not_accepted, not_completed, set_aside)
    select cut_off_id, school_id, sum(case when reason = 'MISSING' then 1 else 0 end), sum(case when reason in ('NOT_ACCEPTED', 'ACCEPTED_LATE') then 1 else 0 end),
        sum(case when reason = 'NOT_COMPLETED' then 1 else 0 end), sum(case when reason = 'SET_ASIDE' then 1 else 0 end)
    from cut_off_exception group by cut_off_id, school_id;
