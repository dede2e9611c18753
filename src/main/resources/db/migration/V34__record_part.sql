-- What was entered into a record lies part by part, cell by cell as the regulation of its year names them, so that another regulation needs no columns of its
-- own. What lists filter by stays in year_record.
create table record_part (
    id             varchar(32)   not null primary key,
    row_version    bigint        not null,
    year_record_id varchar(32)   not null,
    code           varchar(20)   not null, -- a subject's, or HOMEROOM
    kind           varchar(10)   not null, -- SUBJECT, CLASS
    ordinal        integer       not null,
    staff_id       varchar(32),            -- who fills it in; null for nobody yet, and for what belongs to the homeroom teacher of the class
    finished       boolean       not null,
    cells          varchar(8000) not null, -- a JSON object of texts, its keys in order, without empty values
    constraint record_part_once unique (year_record_id, code),
    constraint record_part_record foreign key (year_record_id) references year_record (id)
);

-- By which regulation a record is judged for ever, and which version of its decision table gave the result.
alter table year_record add column regulation varchar(40) default 'TT27-2020' not null;
alter table year_record add column decided_by varchar(80);
