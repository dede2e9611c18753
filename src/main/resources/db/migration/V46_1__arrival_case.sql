-- Pupils who went to a school of another province and of whom nobody has confirmed yet that they arrived: a case of the commune and the Sở until somebody closes it.
create table arrival_case (
    request_id  varchar(32)   not null primary key, -- the transfer
    pupil_id    varchar(32)   not null,
    pupil_name  varchar(150) /*! collate utf8mb4_vietnamese_ci */ not null,
    class_name  varchar(50)   not null,
    school_id   varchar(32)   not null, -- whence the pupil went
    province_id varchar(32),            -- the Sở above it; null where there is none
    went_to     varchar(500)  not null, -- school and Sở in words; empty where older transfers did not keep it
    left_on     date          not null,
    closed_at   datetime(6),            -- null while it is open
    outcome     varchar(20),            -- ARRIVED, ELSEWHERE, LEFT_SCHOOL, RETURNED
    receipt_no  varchar(100),           -- of the confirmation, where the pupil arrived
    note        varchar(1000),
    closed_by   varchar(300),           -- name and title
    constraint arrival_case_request foreign key (request_id) references record_request (id),
    constraint arrival_case_school foreign key (school_id) references org_unit (id)
);
create index arrival_case_of_province on arrival_case (province_id, closed_at, left_on);
create index arrival_case_of_school on arrival_case (school_id, closed_at, left_on);
create index arrival_case_of_pupil on arrival_case (pupil_id, closed_at);

insert into arrival_case (request_id, pupil_id, pupil_name, class_name, school_id, province_id, went_to, left_on)
    select q.id, y.pupil_id, q.pupil_name, q.class_name, q.school_id, q.province_id, '', cast(q.asked_at as date)
    from record_request q join year_record y on y.id = q.year_record_id
    where q.kind = 'TRANSFER' and (q.state = 'OPEN' and q.step = 'RECEIPT' or q.state = 'DONE' and q.details like '%"way":"OUT"%"number":""%');
