-- Which schools besides the issuing one hold a year record, or held it until it moved on: they may read it; the present holder manages it.
create table record_holder (
    id             varchar(32) not null primary key,
    row_version    bigint      not null,
    year_record_id varchar(32) not null,
    school_id      varchar(32) not null,
    since          date,                 -- null: from the beginning
    until          date,                 -- the day on which it moved on; null while this school manages it
    request_id     varchar(32) not null, -- the transfer that wrote the row
    constraint record_holder_record foreign key (year_record_id) references year_record (id),
    constraint record_holder_school foreign key (school_id) references org_unit (id)
);
create index record_holder_of_record on record_holder (year_record_id, school_id, until);
create index record_holder_of_school on record_holder (school_id);
