-- What anybody with a role at a school has to do: what has an assignee is found by work_item_assignee.
create index work_item_role on work_item (school_id, state, assignee_id, role);

-- Answers of a province, latest first: of all, of those accepted or rejected alone, of a school. Their numbers are counted below.
-- In one direction all of it: MySQL sorts where constant columns run the other way, H2 where they are not named.
create index receipt_latest on receipt (province_code desc, school_year desc, latest desc, at desc, receipt_no desc);
create index receipt_outcome on receipt (province_code desc, school_year desc, latest desc, accepted desc, at desc, receipt_no desc);
create index receipt_school on receipt (province_code desc, school_year desc, latest desc, school_code desc, at desc, receipt_no desc);
alter table receipt drop index receipt_board;

-- How many records of a school and of a class were answered how; of the province where school_code is '', of the whole school where class_name is ''.
-- Kept in the transaction that answers.
create table intake_count (
    province_code varchar(32)  not null,
    school_year   integer      not null,
    school_code   varchar(32)  not null,
    class_name    varchar(50)  not null,
    school_name   varchar(200) not null, -- as the school was called last; '' for the province
    accepted      integer      not null, -- records whose latest answer is yes
    rejected      integer      not null,
    last_at       datetime(6)  not null, -- of the last answer, whatever became of the record since
    primary key (province_code, school_code, class_name, school_year)
);
create index intake_count_name on intake_count (province_code, school_year, class_name, school_name, school_code);
insert into intake_count (province_code, school_year, school_code, class_name, school_name, accepted, rejected, last_at)
    select province_code, school_year, school_code, class_name, max(school_name),
        sum(case when latest = true and accepted = true then 1 else 0 end),
        sum(case when latest = true and accepted = false then 1 else 0 end), max(at)
    from receipt group by province_code, school_year, school_code, class_name;
insert into intake_count (province_code, school_year, school_code, class_name, school_name, accepted, rejected, last_at)
    select province_code, school_year, school_code, '', max(school_name), sum(accepted), sum(rejected), max(last_at)
    from intake_count group by province_code, school_year, school_code;
insert into intake_count (province_code, school_year, school_code, class_name, school_name, accepted, rejected, last_at)
    select province_code, school_year, '', '', '', sum(accepted), sum(rejected), max(last_at)
    from intake_count where class_name = '' group by province_code, school_year;

-- How many versions of a school wait for the freeze, and how many are frozen and wait for the report. Kept in the transaction that changes their state.
create table registered_count (
    province_code       varchar(32) not null,
    school_year         integer     not null,
    state               varchar(20) not null, -- ACCEPTED, FROZEN
    school_code         varchar(32) not null,
    programme_completed boolean     not null,
    effective_on        date        not null, -- 1970-01-01 until frozen
    versions            integer     not null,
    primary key (province_code, school_year, state, school_code, programme_completed, effective_on)
);
insert into registered_count (province_code, school_year, state, school_code, programme_completed, effective_on, versions)
    select province_code, school_year, state, school_code, programme_completed, coalesce(effective_on, date '1970-01-01'), count(*)
    from registered_record where state in ('ACCEPTED', 'FROZEN')
    group by province_code, school_year, state, school_code, programme_completed, coalesce(effective_on, date '1970-01-01');

-- The units below one; the school years that there are.
create index org_unit_path on org_unit (path);
create index school_class_year on school_class (school_year desc, school_id);

-- What is open and what has ended in a province, in the order of the lists.
create index record_request_open on record_request (state, asked_at);
create index record_request_ended on record_request (ended_at desc);
create index record_request_asked on record_request (asked_by, state);

-- The packages of a school.
create index submission_package_school on submission_package (school_id, school_year, created_at);

-- Whose account it is; who has a personal ID already, and the marks that came with a pupil: asked for each pupil of an import.
create index account_staff on account (staff_id);
create index pupil_personal_id on pupil (personal_id);
create index imported_mark_pupil on imported_mark (pupil_id);
