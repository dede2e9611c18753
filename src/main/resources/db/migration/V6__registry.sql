create table submission_package (
    id           varchar(32)  not null primary key,
    row_version  bigint       not null,
    school_id    varchar(32)  not null,
    class_id     varchar(32)  not null,
    school_year  integer      not null,
    state        varchar(20)  not null, -- READY, ANSWERED, DELIVERED
    content      longblob     not null, -- the signed package
    content_hash varchar(64)  not null,
    attempts     integer      not null,
    last_error   varchar(1000),
    created_by   varchar(100) not null,
    created_at   datetime(6) not null,
    answered_at  datetime(6)
);
create index submission_package_class on submission_package (class_id, created_at);
create index submission_package_state on submission_package (state);

create table submission_item (
    id             varchar(32)  not null primary key,
    row_version    bigint       not null,
    package_id     varchar(32)  not null,
    year_record_id varchar(32)  not null,
    version_no     integer      not null,
    state          varchar(20)  not null, -- WAITING; ACCEPTED, REJECTED once the record has been told
    accepted       boolean,               -- what the receipt says
    receipt_no     varchar(40),
    reasons        varchar(4000),
    constraint submission_item_once unique (package_id, year_record_id)
);
create index submission_item_record on submission_item (year_record_id, version_no);

-- The province's own data: what it took in, by record and version (idempotency key).
create table registered_record (
    id             varchar(32)  not null primary key,
    row_version    bigint       not null,
    lookup_code    varchar(32)  not null,
    year_record_id varchar(32)  not null,
    version_no     integer      not null,
    school_code    varchar(32)  not null,
    school_name    varchar(200) not null,
    province_code  varchar(32)  not null,
    school_year    integer      not null,
    level          varchar(20)  not null,
    grade          integer      not null,
    class_name     varchar(50)  not null,
    pupil_code     varchar(20)  not null,
    birth_date     date         not null,
    state          varchar(20)  not null, -- ACCEPTED, REPLACED, WITHDRAWN, FROZEN, REPORTED, RETRACTED
    packet         longblob     not null,
    packet_hash    varchar(64)  not null,
    signers        varchar(4000) not null, -- whose certificates the slots had to carry that day (JSON)
    received_at    datetime(6) not null,
    effective_on   date,
    constraint registered_record_once unique (year_record_id, version_no)
);
create index registered_record_code on registered_record (lookup_code, school_year);
create index registered_record_school on registered_record (school_code, school_year, state);
create index registered_record_pupil on registered_record (pupil_code);

create table receipt (
    id              varchar(32)   not null primary key,
    row_version     bigint        not null,
    receipt_no      varchar(40)   not null,
    idempotency_key varchar(160)  not null, -- school code : record id : version number : packet hash
    package_id      varchar(32)   not null,
    province_code   varchar(32)   not null,
    school_code     varchar(32)   not null,
    school_name     varchar(200)  not null,
    school_year     integer       not null,
    class_name      varchar(50)   not null,
    pupil_name      varchar(150) /*! collate utf8mb4_vietnamese_ci */, -- null where the packet could not be read
    year_record_id  varchar(32)   not null,
    version_no      integer       not null,
    latest          boolean       not null, -- of this record from this school
    accepted        boolean       not null,
    reasons         varchar(4000),
    at              datetime(6)  not null,
    constraint receipt_number unique (receipt_no),
    constraint receipt_key unique (idempotency_key)
);
create index receipt_record on receipt (year_record_id);
create index receipt_board on receipt (province_code, school_year, latest, school_code, class_name);

create table receipt_counter (
    id          varchar(32) not null primary key, -- the calendar year
    row_version bigint      not null,
    last_number integer     not null
);

create table province_policy (
    id            varchar(32)  not null primary key,
    row_version   bigint       not null,
    province_code varchar(32)  not null,
    name          varchar(60)  not null,
    setting       varchar(200) not null,
    constraint province_policy_once unique (province_code, name)
);
