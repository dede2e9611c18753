-- What a unit was called, where it stood and whether it was there, from which day until which; what holds now also stands in org_unit.
create table unit_term (
    id          varchar(32)  not null primary key,
    row_version bigint       not null,
    unit_id     varchar(32)  not null,
    name        varchar(200) not null,
    parent_id   varchar(32),
    status      varchar(10)  not null, -- OPEN, CLOSED
    starts_on   date,                  -- null: nobody knows
    ends_on     date,                  -- the first day on which it does not hold any more; null: still
    decision_no varchar(100),
    decided_on  date,
    constraint unit_term_unit foreign key (unit_id) references org_unit (id)
);
create index unit_term_of_unit on unit_term (unit_id, starts_on);

insert into unit_term (id, row_version, unit_id, name, parent_id, status)
select id, 0, id, name, parent_id, 'OPEN'
from org_unit;

-- What was decided about units, from which day; what is planned can be taken back.
create table unit_change (
    id            varchar(32)  not null primary key,
    row_version   bigint       not null,
    kind          varchar(10)  not null, -- RENAME, MOVE, MERGE, SPLIT
    unit_id       varchar(32)  not null,
    other_unit_id varchar(32),           -- under which it comes, which succeeds it, which takes the classes
    name          varchar(200),          -- the new one
    commune       varchar(200),          -- as forms name it from then on; null: as before
    place         varchar(200),          -- the same
    classes       varchar(1000),         -- ids of those that go to the other unit
    starts_on     date         not null,
    decision_no   varchar(100) not null,
    decided_on    date         not null,
    state         varchar(10)  not null, -- PLANNED, RUNNING, DONE, CANCELLED
    asked_by      varchar(300) not null,
    asked_at      datetime(6)  not null,
    ended_by      varchar(300),
    ended_at      datetime(6),
    constraint unit_change_unit foreign key (unit_id) references org_unit (id)
);
create index unit_change_of_unit on unit_change (unit_id, state);
create index unit_change_due on unit_change (state, starts_on);
