create table org_unit (
    id          varchar(32)  not null primary key,
    row_version bigint       not null,
    code        varchar(32)  not null,
    kind        varchar(20)  not null, -- PROVINCE, INTERMEDIATE, SCHOOL
    name        varchar(200) not null,
    parent_id   varchar(32),
    path        varchar(200) not null, -- /province code/intermediate code/school code/
    level       varchar(20),           -- of a school: PRIMARY, LOWER_SECONDARY, UPPER_SECONDARY
    tax_code    varchar(20),           -- MST of the organisation, expected in its certificate
    place       varchar(200),          -- as documents date it: «Thành phố Hồ Chí Minh»
    valid_from  date         not null,
    valid_to    date,
    constraint org_unit_code unique (code)
);

create table staff (
    id          varchar(32)  not null primary key,
    row_version bigint       not null,
    school_id   varchar(32)  not null,
    moet_code   varchar(20)  not null,
    full_name   varchar(150) /*! collate utf8mb4_vietnamese_ci */ not null,
    birth_date  date,
    gender      varchar(10),
    personal_id varchar(20),
    position    varchar(100), -- vị trí việc làm
    title       varchar(100), -- chức vụ
    email       varchar(150),
    phone       varchar(30),
    working     boolean      not null,
    constraint staff_code unique (school_id, moet_code),
    constraint staff_school foreign key (school_id) references org_unit (id)
);

create table school_class (
    id                varchar(32) not null primary key,
    row_version       bigint      not null,
    school_id         varchar(32) not null,
    school_year       integer     not null,
    name              varchar(50) not null,
    grade             integer     not null,
    homeroom_staff_id varchar(32),
    constraint school_class_name unique (school_id, school_year, name),
    constraint school_class_school foreign key (school_id) references org_unit (id),
    constraint school_class_homeroom foreign key (homeroom_staff_id) references staff (id)
);

create table pupil (
    id               varchar(32)  not null primary key,
    row_version      bigint       not null,
    moet_code        varchar(20)  not null,
    full_name        varchar(150) /*! collate utf8mb4_vietnamese_ci */ not null,
    search_name      varchar(150) not null,
    birth_date       date         not null,
    gender           varchar(10)  not null,
    ethnicity        varchar(100),
    nationality      varchar(100),
    personal_id      varchar(20),
    birth_place      varchar(300),
    home_town        varchar(300),
    residence        varchar(300),
    father_name      varchar(150),
    father_job       varchar(150),
    mother_name      varchar(150),
    mother_job       varchar(150),
    guardian_name    varchar(150),
    phone            varchar(30),
    constraint pupil_code unique (moet_code)
);
create index pupil_search on pupil (search_name);

create table enrolment (
    id          varchar(32) not null primary key,
    row_version bigint      not null,
    pupil_id    varchar(32) not null,
    class_id    varchar(32) not null,
    school_id   varchar(32) not null,
    school_year integer     not null,
    status      varchar(20) not null, -- STUDYING, MOVED_AWAY, QUIT, SUSPENDED
    ordinal     integer     not null, -- place in the class list
    since       date,
    until       date,
    constraint enrolment_once unique (pupil_id, class_id),
    constraint enrolment_pupil foreign key (pupil_id) references pupil (id),
    constraint enrolment_class foreign key (class_id) references school_class (id)
);
create index enrolment_class_order on enrolment (class_id, ordinal);
create index enrolment_school_year on enrolment (school_id, school_year, status);

create table teaching_assignment (
    id           varchar(32) not null primary key,
    row_version  bigint      not null,
    class_id     varchar(32) not null,
    subject_code varchar(20) not null,
    staff_id     varchar(32) not null,
    constraint teaching_assignment_once unique (class_id, subject_code),
    constraint teaching_assignment_class foreign key (class_id) references school_class (id),
    constraint teaching_assignment_staff foreign key (staff_id) references staff (id)
);
create index teaching_assignment_teacher on teaching_assignment (staff_id);

-- What a workbook of marks said, until the school opens the year and the teachers' worksheets start from it.
create table imported_mark (
    id           varchar(32) not null primary key,
    row_version  bigint      not null,
    class_id     varchar(32) not null,
    pupil_id     varchar(32) not null,
    part         varchar(20) not null, -- a subject's code, or HOMEROOM
    payload      varchar(4000) not null,
    constraint imported_mark_once unique (class_id, pupil_id, part)
);
