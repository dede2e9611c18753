-- What people ask for about a record: a correction, a retraction, a transfer, a supplement.
create table record_request (
    id             varchar(32)   not null primary key,
    row_version    bigint        not null,
    kind           varchar(20)   not null, -- CORRECTION, PROMOTION, RETRACTION, TRANSFER, SUPPLEMENT
    year_record_id varchar(32),            -- null: the record is not in this database (yet)
    pupil_name     varchar(150) /*! collate utf8mb4_vietnamese_ci */ not null,
    class_name     varchar(50)   not null,
    school_year    integer       not null,
    school_id      varchar(32)   not null, -- where it was asked
    other_unit_id  varchar(32),            -- the other school of a transfer
    state          varchar(10)   not null, -- OPEN, DONE, REFUSED, CANCELLED, EXPIRED
    step           varchar(30),            -- where it waits; null when it has ended
    waits_role     varchar(20),            -- for whom; null while no person is waited for
    waits_unit_id  varchar(32),
    task_id        varchar(64),
    due_at         datetime(6),
    reason         varchar(1000) not null,
    details        varchar(4000) not null, -- what the form holds beyond the reason (JSON)
    asked_by       varchar(100)  not null,
    asked_by_name  varchar(300)  not null,
    asked_at       datetime(6)   not null,
    ended_at       datetime(6),
    outcome        varchar(1000)           -- why it ended as it did
);
create index record_request_waiting on record_request (waits_unit_id, waits_role, state);
create index record_request_record on record_request (year_record_id, kind, state);
create index record_request_school on record_request (school_id, state, asked_at);
create index record_request_other on record_request (other_unit_id, state);

create table request_decision (
    id          varchar(32)   not null primary key,
    row_version bigint        not null,
    request_id  varchar(32)   not null,
    step        varchar(30)   not null,
    decision    varchar(20)   not null,
    reason      varchar(1000),
    by_name     varchar(300)  not null,
    at          datetime(6)   not null,
    constraint request_decision_request foreign key (request_id) references record_request (id)
);

create table request_file (
    id          varchar(32)  not null primary key,
    row_version bigint       not null,
    request_id  varchar(32)  not null,
    name        varchar(200) not null,
    content     longblob     not null,
    sha256      varchar(64)  not null,
    by_name     varchar(300) not null,
    at          datetime(6)  not null,
    constraint request_file_request foreign key (request_id) references record_request (id)
);

-- Pupils whose class programme was not confirmed at the first cut-off go to supplementary assessment.
alter table cut_off_exception add column reassessed boolean default false not null;

-- When, by whom and on what ground a version was taken out of effect.
alter table registered_record add column withdrawn_on date;
alter table registered_record add column withdrawn_by varchar(200);
alter table registered_record add column withdrawn_reason varchar(1000);
alter table registered_record add column decision_no varchar(100);
