-- What a Sở decided about the dates of a school year; a decision is never overwritten, the highest number holds.
create table calendar_version (
    id              varchar(32)   not null primary key,
    row_version     bigint        not null,
    province_id     varchar(32)   not null,
    school_year     integer       not null,
    version_no      integer       not null,
    changed_by      varchar(100)  not null,
    changed_by_name varchar(150)  not null,
    changed_at      datetime(6)   not null,
    reason          varchar(1000) not null,
    constraint calendar_version_once unique (province_id, school_year, version_no),
    constraint calendar_version_province foreign key (province_id) references org_unit (id)
);
create index calendar_version_time on calendar_version (changed_at);

create table calendar_day (
    version_id varchar(32) not null,
    milestone  varchar(30) not null, -- OPENING, COMMENTS … REPORT_2
    on_day     date        not null,
    included   boolean     not null, -- whether the day itself is still in time
    primary key (version_id, milestone),
    constraint calendar_day_version foreign key (version_id) references calendar_version (id)
);

-- Which date of the calendar open work follows.
alter table work_item add column milestone varchar(30);
update work_item set milestone = step;
alter table work_item modify column milestone varchar(30) not null;
