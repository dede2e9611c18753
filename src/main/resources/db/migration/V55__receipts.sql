-- What the Sở confirms with one signature for many versions: that they are frozen and since when in effect, and how what was handed in has been answered.
create table receipt_list (
    id               varchar(32)  not null primary key,
    kind             varchar(10)  not null, -- FREEZE, INTAKE
    province_id      varchar(32)  not null,
    scope            varchar(80)  not null, -- what it is of: school year, wave, extra window; or the last day of the intake
    ordinal          integer      not null, -- from 1; another one of the same scope has what was frozen after it
    school_year      integer,               -- of a freeze, as are the next two
    wave             varchar(10),
    window_id        varchar(32),           -- empty for the wave of the calendar
    from_on          date         not null,
    on_day           date         not null, -- of a freeze the day of effect, of the intake the last day
    counted          integer      not null, -- versions that it was begun for
    total            integer      not null, -- entries; 0 until they are fixed
    hashed           integer      not null, -- pieces
    state            varchar(10)  not null, -- HASHING, WAITING, SIGNED, EMPTY
    root             varchar(64),           -- of the tree, hexadecimal
    approved_by      varchar(100),
    approved_by_name varchar(150),
    approved_at      datetime(6),
    batch_id         varchar(32),
    tax_code         varchar(20),           -- which the certificate had to name
    document         longblob,              -- as the Sở signed it
    serial           varchar(64),
    signed_by_name   varchar(150),
    signed_at        datetime(6),
    created_at       datetime(6)  not null,
    constraint receipt_list_once unique (province_id, kind, scope, ordinal),
    constraint receipt_list_province foreign key (province_id) references org_unit (id)
);

-- The entries of a list, by their place in it. Salt and hash come piece by piece.
create table receipt_list_item (
    list_id    varchar(32) not null,
    place      integer     not null, -- from 0
    subject_id varchar(32) not null, -- of a freeze the registered version, of the intake the receipt
    salt       varbinary(16),
    leaf       varbinary(32),
    primary key (list_id, place),
    constraint receipt_list_item_once unique (subject_id),
    constraint receipt_list_item_list foreign key (list_id) references receipt_list (id)
);

create table receipt_list_piece (
    list_id  varchar(32)   not null,
    piece_no integer       not null, -- from 0
    root     varbinary(32) not null,
    primary key (list_id, piece_no),
    constraint receipt_list_piece_list foreign key (list_id) references receipt_list (id)
);

create index receipt_day on receipt (province_code, at);
