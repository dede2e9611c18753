-- Certificates that were handed in for a member of staff and do not name that person by the CCCD known here, with what the admin decided of them.
create table certificate_claim (
    id          varchar(32)  not null primary key,
    row_version bigint       not null,
    staff_id    varchar(32)  not null,
    provider    varchar(30)  not null,
    serial      varchar(64)  not null, -- hexadecimal
    encoded     longblob     not null, -- DER
    state       varchar(20)  not null, -- WAITING, APPROVED, REFUSED
    claimed_by  varchar(100) not null,
    claimed_at  datetime(6)  not null,
    reason      varchar(500),
    decided_by  varchar(100),
    decided_at  datetime(6),
    constraint certificate_claim_once unique (serial, staff_id)
);
create index certificate_claim_staff on certificate_claim (staff_id);
