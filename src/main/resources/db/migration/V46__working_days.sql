-- Days on which a Sở works otherwise than the country's calendar says (policy/holidays.csv): answers are due in working days.
create table day_off (
    id          varchar(32)  not null primary key,
    province_id varchar(32)  not null,
    on_day      date         not null,
    working     boolean      not null, -- true: worked on to make up for another day; false: free
    reason      varchar(200) not null,
    decided_by  varchar(300) not null, -- name and title
    decided_at  datetime(6)  not null,
    constraint day_off_province foreign key (province_id) references org_unit (id)
);
create unique index day_off_of_province on day_off (province_id, on_day);

-- Which open requests of a province are overdue, the longest first.
create index record_request_province_due on record_request (province_id, state, due_at);
