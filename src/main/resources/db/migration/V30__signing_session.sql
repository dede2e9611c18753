-- By which way a certificate signs. Its issuers come from the configuration of trust.
alter table certificate add column provider varchar(30) not null default 'sandbox';

-- A confirmation of a certificate's holder that is not at its end; the id is that of the batch.
create table signing_session (
    id           varchar(32)  not null primary key,
    holder_kind  varchar(20)  not null, -- PERSON, UNIT
    holder_id    varchar(32)  not null, -- staff id, unit id
    serial       varchar(64)  not null,
    provider     varchar(30)  not null,
    state        varchar(20)  not null, -- OPEN, PREPARING, ASKED, ANSWERED, TURNED_DOWN
    reference    varchar(200),          -- under which the provider finds what it asked
    asked_kind   varchar(20),           -- CONSENT, PROGRAM
    asked_text   varchar(1000),
    asked_detail varchar(1000),         -- the address of a consent, the challenge of a program
    ends_at      datetime(6),
    reason       varchar(500),
    opened_at    datetime(6) not null
);

-- A signature that lacks its value: made anew from its record when the value comes, and used only where it is still the same.
create table signing_draft (
    id         varchar(32) not null primary key,
    session_id varchar(32) not null,
    target_id  varchar(32) not null,
    version_no integer     not null,
    signed_at  datetime(6) not null,
    hash       varchar(64) not null, -- SHA-256 of what is signed, hexadecimal
    signature  longblob,
    refusal    varchar(500),
    constraint signing_draft_once unique (session_id, target_id)
);
