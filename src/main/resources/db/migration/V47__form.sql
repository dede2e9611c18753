-- The primary form does not have the occupations of the parents: nothing needs them any more. Packets that were signed with them stay as they were signed.
alter table pupil drop column father_job;
alter table pupil drop column mother_job;

alter table pupil add column policy_group varchar(200);       -- đối tượng chính sách, as the list says it
alter table pupil add column travel_document varchar(100);    -- of a pupil from abroad: its kind
alter table pupil add column travel_document_no varchar(50);

alter table enrolment add column register_no varchar(50);     -- số đăng bộ
alter table enrolment add column entered_on date;             -- ngày nhập học, chuyển đến
-- A transfer and a noted arrival are the only ones that had a day; a change of class has one too, which is none of entry.
update enrolment set entered_on = since where since is not null and decided_on is null;

alter table org_unit add column commune varchar(200);         -- where it lies: «Phường Bến Thành»
alter table org_unit add column province varchar(200);        -- where it lies: «Thành phố Hồ Chí Minh»
update org_unit set commune = place
    where kind = 'SCHOOL' and (lower(place) like 'xã %' or lower(place) like 'phường %' or lower(place) like 'đặc khu %');

-- Years that a pupil studied elsewhere: brought by a hand-over, noted at arrival, or entered by the school.
create table pupil_study (
    id          varchar(32)  not null primary key,
    row_version bigint       not null,
    pupil_id    varchar(32)  not null,
    level       varchar(20)  not null,
    school_year integer      not null,
    class_name  varchar(50),
    school_name varchar(300) not null,
    register_no varchar(50),
    entered_on  date,
    origin      varchar(20)  not null, -- HANDED_OVER, ARRIVAL, ENTERED
    constraint pupil_study_pupil foreign key (pupil_id) references pupil (id)
);
create index pupil_study_of_pupil on pupil_study (pupil_id, level, school_year);

insert into pupil_study (id, row_version, pupil_id, level, school_year, school_name, origin)
    select r.id, 0, r.pupil_id, l.level, r.school_year, a.former_school, 'ARRIVAL'
    from record_arrival a join year_record r on r.id = a.year_record_id join school_record l on l.id = r.school_record_id;
