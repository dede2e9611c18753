-- What a Sở reports to the ministry after each wave of a school year (domain §2.3), and the ministry's receipts.
create table ministry_report (
    id             varchar(32)  not null primary key,
    province_id    varchar(32)  not null,
    school_year    integer      not null,
    wave           varchar(10)  not null, -- FIRST, SECOND
    state          varchar(10)  not null, -- WAITING, SENDING, DONE
    effective_on   date         not null, -- of the versions that it reports
    total          integer      not null, -- versions; what it will be while parts is 0
    parts          integer      not null, -- 0 until somebody signs for the first time
    batch_id       varchar(32),           -- that signs, or signed last
    late_at        datetime(6),           -- when it was found late
    last_error     varchar(1000),         -- of the last attempt to send, where that failed
    created_at     datetime(6)  not null,
    signed_by_name varchar(150),
    signed_at      datetime(6),
    done_at        datetime(6),
    constraint ministry_report_once unique (province_id, school_year, wave),
    constraint ministry_report_province foreign key (province_id) references org_unit (id)
);

create table ministry_report_part (
    id           varchar(32) not null primary key,
    report_id    varchar(32) not null,
    part_no      integer     not null, -- from 1
    records      integer     not null,
    content      longblob,             -- as the Sở signed it; null before
    content_hash varchar(64),
    serial       varchar(64),          -- of the certificate
    signed_at    datetime(6),
    receipt_no   varchar(200),
    receipt_at   datetime(6),          -- as the ministry says
    sent_at      datetime(6),
    recorded     boolean     not null, -- whether all of its versions are marked as reported
    constraint ministry_report_part_once unique (report_id, part_no),
    constraint ministry_report_part_report foreign key (report_id) references ministry_report (id)
);

-- Which versions, in which part; fixed before the first part is signed.
create table ministry_report_item (
    report_id      varchar(32) not null,
    year_record_id varchar(32) not null,
    part_no        integer     not null,
    ordinal        integer     not null,
    reported       boolean     not null,
    primary key (report_id, year_record_id),
    constraint ministry_report_item_report foreign key (report_id) references ministry_report (id)
);
create index ministry_report_item_part on ministry_report_item (report_id, part_no, reported);
create index ministry_report_item_record on ministry_report_item (year_record_id);
