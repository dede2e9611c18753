create table work_item (
    id             varchar(32)  not null primary key,
    row_version    bigint       not null,
    task_id        varchar(64)  not null,
    year_record_id varchar(32)  not null,
    school_id      varchar(32)  not null,
    class_id       varchar(32)  not null,
    school_year    integer      not null,
    step           varchar(30)  not null,
    part           varchar(20)  not null, -- subject code, or '-' where the step has one part
    assignee_id    varchar(32),           -- a member of staff; null: whoever has the role at the school
    role           varchar(20)  not null,
    state          varchar(10)  not null, -- OPEN, DONE, GONE
    created_at     datetime(6) not null,
    due_at         datetime(6) not null,
    done_at        datetime(6),
    done_by        varchar(100),
    returned_by    varchar(300),
    returned_at    datetime(6),
    return_reason  varchar(1000)
);
create index work_item_assignee on work_item (assignee_id, state, step, class_id);
create index work_item_school on work_item (school_id, school_year, state, step, class_id);
create index work_item_record on work_item (year_record_id, step, state);
create index work_item_class on work_item (class_id, step, part);

create table batch (
    id           varchar(32)  not null primary key,
    row_version  bigint       not null,
    kind         varchar(40)  not null,
    account_id   varchar(32)  not null,
    school_id    varchar(32)  not null,
    class_id     varchar(32),
    parameter    varchar(4000),
    state        varchar(20)  not null, -- RUNNING, INTERRUPTED, STOPPED, FINISHED
    total        integer      not null,
    stop_reason  varchar(1000),
    created_at   datetime(6) not null,
    heartbeat_at datetime(6) not null,
    finished_at  datetime(6)
);
create index batch_account on batch (account_id, created_at);
create index batch_state on batch (state);

create table batch_item (
    id        varchar(32) not null primary key,
    batch_id  varchar(32) not null,
    target_id varchar(32) not null, -- a year record, or the pupil for whom one is opened
    ordinal   integer     not null,
    state     varchar(10) not null, -- WAITING, DONE, SKIPPED, FAILED
    message   varchar(1000),
    constraint batch_item_once unique (batch_id, target_id),
    constraint batch_item_batch foreign key (batch_id) references batch (id)
);
create index batch_item_order on batch_item (batch_id, state, ordinal);
