-- What the boards above the schools sum up, counted in the transaction that changes the rows: reading a province must not mean reading its records.

-- Whether the last answer of the province was «no»; false again once the record is sent anew.
alter table year_record add column rejected boolean default false not null;
update year_record set rejected = true
    where state in ('COMMENTING', 'HOMEROOM', 'PRINCIPAL', 'SEALING', 'RELEASED') and exists (
        select 1 from submission_item s where s.year_record_id = year_record.id and s.state = 'REJECTED' and not exists (
            select 1 from submission_item a where a.year_record_id = s.year_record_id and a.state = 'ACCEPTED' and a.version_no >= s.version_no));

-- No table of counts has a foreign key: adding to a row would lock the school's own, which an import holds from its beginning to its end.

-- The pupils who are studying at a school; a row for every school year for which it has classes.
create table school_size (
    school_id   varchar(32) not null,
    school_year integer     not null,
    studying    integer     not null,
    primary key (school_id, school_year)
);
insert into school_size (school_id, school_year, studying)
    select k.school_id, k.school_year, count(e.id) from school_class k
    left join enrolment e on e.class_id = k.id and e.status = 'STUDYING' group by k.school_id, k.school_year;

-- The records of a school: by state, by the date that their open work follows, by what holds them up. Those that are LEFT do not count.
create table school_progress (
    school_id             varchar(32) not null,
    school_year           integer     not null,
    commenting            integer     not null,
    homeroom              integer     not null,
    principal             integer     not null,
    sealing               integer     not null,
    released              integer     not null,
    submitted             integer     not null,
    accepted              integer     not null,
    frozen                integer     not null,
    retracted             integer     not null,
    due_comments          integer     not null, -- with open work due at this milestone: what is late follows from the clock
    due_homeroom          integer     not null,
    due_principal         integer     not null,
    due_seal              integer     not null,
    due_submit            integer     not null,
    due_summer_assessment integer     not null,
    no_teacher            integer     not null,
    rejected              integer     not null,
    rejected_no_teacher   integer     not null, -- both at once, as are the next two: such a record is held up once
    rejected_principal    integer     not null,
    rejected_seal         integer     not null,
    primary key (school_id, school_year)
);

-- Records that wait for a homeroom teacher: whether that person can sign is asked per person, not per record.
create table homeroom_progress (
    school_id   varchar(32) not null,
    school_year integer     not null,
    holder_id   varchar(32) not null, -- a member of staff
    records     integer     not null,
    rejected    integer     not null, -- of these
    primary key (school_id, school_year, holder_id)
);

create table progress_record (
    id          varchar(32) not null primary key,
    milestone   varchar(30) not null,
    teacherless integer     not null,
    holder_id   varchar(32)
);
insert into progress_record (id, milestone, teacherless, holder_id)
    select year_record_id, min(milestone), max(case when role = 'SCHOOL_ADMIN' then 1 else 0 end),
        max(case when step = 'HOMEROOM' then assignee_id end)
    from work_item where state = 'OPEN' group by year_record_id;
insert into school_progress
    select r.school_id, r.school_year,
        sum(case when r.state = 'COMMENTING' then 1 else 0 end),
        sum(case when r.state = 'HOMEROOM' then 1 else 0 end),
        sum(case when r.state = 'PRINCIPAL' then 1 else 0 end),
        sum(case when r.state = 'SEALING' then 1 else 0 end),
        sum(case when r.state = 'RELEASED' then 1 else 0 end),
        sum(case when r.state = 'SUBMITTED' then 1 else 0 end),
        sum(case when r.state = 'ACCEPTED' then 1 else 0 end),
        sum(case when r.state = 'FROZEN' then 1 else 0 end),
        sum(case when r.state = 'RETRACTED' then 1 else 0 end),
        sum(case when w.milestone = 'COMMENTS' then 1 else 0 end),
        sum(case when w.milestone = 'HOMEROOM' then 1 else 0 end),
        sum(case when w.milestone = 'PRINCIPAL' then 1 else 0 end),
        sum(case when w.milestone = 'SEAL' then 1 else 0 end),
        sum(case when w.milestone = 'SUBMIT' then 1 else 0 end),
        sum(case when w.milestone = 'SUMMER_ASSESSMENT' then 1 else 0 end),
        sum(case when w.teacherless = 1 then 1 else 0 end),
        sum(case when r.rejected = true then 1 else 0 end),
        sum(case when r.rejected = true and w.teacherless = 1 then 1 else 0 end),
        sum(case when r.rejected = true and r.state = 'PRINCIPAL' then 1 else 0 end),
        sum(case when r.rejected = true and r.state in ('SEALING', 'RELEASED') then 1 else 0 end)
    from year_record r left join progress_record w on w.id = r.id
    where r.state <> 'LEFT' group by r.school_id, r.school_year;
insert into homeroom_progress
    select r.school_id, r.school_year, w.holder_id, count(*), sum(case when r.rejected = true then 1 else 0 end)
    from year_record r join progress_record w on w.id = r.id
    where r.state = 'HOMEROOM' and w.holder_id is not null group by r.school_id, r.school_year, w.holder_id;
drop table progress_record;

-- The last night on which all counts were compared with what they count: one node does it for all.
create table count_check (
    id         integer not null primary key,
    checked_on date    not null -- in Viet Nam
);
insert into count_check (id, checked_on) values (1, date '1970-01-01');

-- Who can sign at a school, without reading all accounts and certificates.
create index account_unit on account (unit_id, active);
create index certificate_validity on certificate (owner_id, owner_kind, revoked_at, not_before, not_after);
create index homeroom_progress_year on homeroom_progress (school_year, records);
