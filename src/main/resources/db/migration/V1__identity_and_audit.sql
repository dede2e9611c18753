create table account (
    id           varchar(32)  not null primary key,
    row_version  bigint       not null,
    username     varchar(100) not null,
    password     varchar(100),
    display_name varchar(150) not null,
    title        varchar(100) not null,
    roles        varchar(200) not null,
    staff_id     varchar(32),
    unit_id      varchar(32)  not null,
    unit_path    varchar(200) not null,
    active       boolean      not null,
    constraint account_username unique (username)
);

-- One hash chain per subject: no lock is shared between records.
create table audit_event (
    id           varchar(32)  not null primary key,
    subject      varchar(64)  not null,
    seq          integer      not null,
    at           datetime(6) not null,
    actor        varchar(100) not null,
    actor_name   varchar(150) not null,
    actor_title  varchar(100) not null,
    action       varchar(64)  not null,
    detail       varchar(2000),
    previous     varchar(64)  not null,
    hash         varchar(64)  not null,
    constraint audit_event_chain unique (subject, seq)
);
