create table certificate (
    id            varchar(32)  not null primary key,
    row_version   bigint       not null,
    owner_kind    varchar(20)  not null, -- PERSON, ORGANISATION, AUTHORITY
    owner_id      varchar(32)  not null, -- staff id, unit id, or the name of the authority
    identifier    varchar(30),           -- CCCD of a person, MST of an organisation
    subject       varchar(500) not null,
    serial        varchar(64)  not null,
    not_before    datetime(6) not null,
    not_after     datetime(6) not null,
    encoded       longblob     not null, -- DER
    revoked_at    datetime(6),
    constraint certificate_serial unique (serial)
);
create index certificate_owner on certificate (owner_id);

-- Keys of the sandbox only, encrypted under a PIN; never legal value.
create table sandbox_key (
    id             varchar(32) not null primary key,
    row_version    bigint      not null,
    certificate_id varchar(32) not null,
    pkcs8          longblob    not null, -- PKCS#8 EncryptedPrivateKeyInfo
    wrong_pins     integer     not null,
    locked_until   datetime(6),
    constraint sandbox_key_certificate unique (certificate_id)
);

create table certificate_mapping (
    id          varchar(32)  not null primary key,
    row_version bigint       not null,
    serial      varchar(64)  not null,
    owner_id    varchar(32)  not null,
    reason      varchar(500) not null,
    approved_by varchar(100) not null,
    approved_at datetime(6) not null,
    constraint certificate_mapping_once unique (serial, owner_id)
);

create table record_signature (
    id             varchar(32)  not null primary key,
    row_version    bigint       not null,
    year_record_id varchar(32)  not null,
    version_no     integer      not null,
    slot           varchar(20)  not null, -- GVBM, GVCN, CBQL, KY_PHAT_HANH
    row_id         varchar(100),          -- the subject row that a GVBM signature covers
    signer_id      varchar(32)  not null, -- staff id
    signer_name    varchar(150) not null,
    signer_title   varchar(100) not null,
    serial         varchar(64)  not null,
    signed_at      datetime(6) not null,
    signature_id   varchar(100) not null,
    voided_at      datetime(6),
    void_reason    varchar(500)
);
create index record_signature_record on record_signature (year_record_id, version_no);
create index record_signature_signer on record_signature (signer_id);
