-- The combined class (lớp ghép) in which the pupils of a class are taught with those of other grades; null: the class is taught alone.
alter table school_class add column room varchar(50);

-- Where a school of several places (điểm trường) teaches a class; null: not said.
alter table school_class add column site varchar(100);

-- Lớp học linh hoạt (lớp tình thương, lớp phổ cập): only some subjects have to be assessed.
alter table school_class add column flexible boolean not null default false;

-- Who teaches a subject of a class beside the teacher who answers for it: enters, and does not finish or sign.
create table co_teacher (
    id           varchar(32) not null primary key,
    row_version  bigint      not null,
    class_id     varchar(32) not null,
    subject_code varchar(20) not null,
    staff_id     varchar(32) not null,
    constraint co_teacher_once unique (class_id, subject_code, staff_id),
    constraint co_teacher_class foreign key (class_id) references school_class (id),
    constraint co_teacher_staff foreign key (staff_id) references staff (id)
);
create index co_teacher_of_staff on co_teacher (staff_id);
