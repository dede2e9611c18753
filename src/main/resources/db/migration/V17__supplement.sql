-- What stands beside a frozen record by decision of the Sở (domain §10.2, zone C): one signed document each. The record itself stays as it is.
create table record_supplement (
    id                varchar(32)  not null primary key,
    request_id        varchar(32)  not null, -- that it came from; MA_BO_SUNG in the document
    year_record_id    varchar(32)  not null,
    registered_id     varchar(32)  not null, -- the version that it stands beside
    lookup_code       varchar(32)  not null,
    birth_date        date,                  -- the right one, where it is about that: look-up takes it too
    decision_no       varchar(100) not null,
    decided_on        date         not null,
    document          longblob     not null,
    document_hash     varchar(64)  not null, -- SHA-256
    school_tax_code   varchar(20)  not null, -- who had to sign it then
    province_tax_code varchar(20)  not null,
    registered_at     datetime(6)  not null,
    constraint record_supplement_once unique (request_id),
    constraint record_supplement_version foreign key (registered_id) references registered_record (id)
);
create index record_supplement_record on record_supplement (year_record_id, registered_at);
create index record_supplement_code on record_supplement (lookup_code);

-- The document between the decision and its registration: first unsigned, then with the school's seal.
create table supplement_draft (
    request_id varchar(32) not null primary key,
    document   longblob    not null,
    constraint supplement_draft_request foreign key (request_id) references record_request (id)
);
