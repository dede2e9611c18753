-- Học bạ: one per pupil and level, for life.
create table school_record (
    id          varchar(32) not null primary key,
    row_version bigint      not null,
    lookup_code varchar(32) not null,
    pupil_id    varchar(32) not null,
    level       varchar(20) not null,
    origin      varchar(20) not null, -- BORN_DIGITAL, DIGITISED_COPY (NĐ 88/2026 Điều 8.2)
    constraint school_record_lookup_code unique (lookup_code),
    constraint school_record_once unique (pupil_id, level),
    constraint school_record_pupil foreign key (pupil_id) references pupil (id)
);

create table year_record (
    id                   varchar(32) not null primary key,
    row_version          bigint      not null,
    school_record_id     varchar(32) not null,
    pupil_id             varchar(32) not null,
    school_id            varchar(32) not null,
    class_id             varchar(32) not null,
    school_year          integer     not null,
    grade                integer     not null,
    ordinal              integer     not null,
    state                varchar(30) not null,
    version_no           integer     not null,
    state_since          datetime(6) not null,
    excused_absences     integer,
    unexcused_absences   integer,
    height_cm            integer,
    weight_kg            integer,
    homeroom_comment     varchar(1000),
    overall_result       varchar(40),
    overall_reason       varchar(2000),
    programme_completed  boolean,
    promoted             boolean,
    reward               varchar(300),
    constraint year_record_once unique (pupil_id, school_year, school_id),
    constraint year_record_record foreign key (school_record_id) references school_record (id),
    constraint year_record_class foreign key (class_id) references school_class (id)
);
create index year_record_class_order on year_record (class_id, ordinal);
create index year_record_school_state on year_record (school_id, school_year, state);

create table subject_result (
    id             varchar(32)  not null primary key,
    row_version    bigint       not null,
    year_record_id varchar(32)  not null,
    subject_code   varchar(20)  not null,
    ordinal        integer      not null,
    level          varchar(5),
    mark           integer,
    exempt         boolean      not null,
    comment        varchar(1000),
    teacher_id     varchar(32),
    finished       boolean      not null,
    constraint subject_result_once unique (year_record_id, subject_code),
    constraint subject_result_record foreign key (year_record_id) references year_record (id)
);
create index subject_result_teacher on subject_result (teacher_id);

create table trait_result (
    id             varchar(32) not null primary key,
    row_version    bigint      not null,
    year_record_id varchar(32) not null,
    trait_code     varchar(20) not null,
    ordinal        integer     not null,
    level          varchar(5),
    constraint trait_result_once unique (year_record_id, trait_code),
    constraint trait_result_record foreign key (year_record_id) references year_record (id)
);

-- A value a person typed that the rules refused: kept, or a reload would lose it.
create table refused_entry (
    id             varchar(32)  not null primary key,
    row_version    bigint       not null,
    year_record_id varchar(32)  not null,
    part           varchar(20)  not null,
    field          varchar(20)  not null,
    entered        varchar(4000) not null,
    constraint refused_entry_once unique (year_record_id, part, field),
    constraint refused_entry_record foreign key (year_record_id) references year_record (id)
);

-- What was signed. The packet of a version only ever gains signatures; a version is never overwritten by another.
create table record_version (
    id             varchar(32)  not null primary key,
    row_version    bigint       not null,
    year_record_id varchar(32)  not null,
    version_no     integer      not null,
    state          varchar(20)  not null, -- CURRENT, VOID (returned before release), REPLACED, WITHDRAWN
    packet         longblob     not null,
    packet_hash    varchar(64)  not null, -- SHA-256, hexadecimal
    created_at     datetime(6) not null,
    constraint record_version_record foreign key (year_record_id) references year_record (id)
);
create index record_version_number on record_version (year_record_id, version_no);

create table comment_bank (
    id           varchar(32)  not null primary key,
    row_version  bigint       not null,
    owner_id     varchar(32),            -- a member of staff; null: everybody's
    part         varchar(20),            -- a subject's code or HOMEROOM; null: any
    level        varchar(5),
    text         varchar(500) not null
);
create index comment_bank_owner on comment_bank (owner_id, part);
