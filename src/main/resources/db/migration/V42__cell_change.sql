-- Who changed what stood in a cell, from what to what. What is entered into an empty cell is none: whose part it is, the part says. Of each row the record's
-- chain in audit_event holds a digest.
create table cell_change (
    id             varchar(32)   not null primary key,
    year_record_id varchar(32)   not null,
    version_no     integer       not null, -- the one that was being made
    part           varchar(20)   not null,
    cell           varchar(40)   not null,
    before_text    varchar(4000) not null,
    after_text     varchar(4000) not null, -- empty where the cell was emptied
    at             datetime(6)   not null,
    actor          varchar(100)  not null,
    actor_name     varchar(150)  not null,
    actor_title    varchar(100)  not null,
    constraint cell_change_record foreign key (year_record_id) references year_record (id)
);
create index cell_change_of_record on cell_change (year_record_id, at);
