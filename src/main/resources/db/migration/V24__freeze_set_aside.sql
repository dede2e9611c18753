-- Whether the cut-offs of a year were ever started: kept for good, whatever becomes of the engine's history. A year whose process
-- waits for its first cut-off has no row in cut_off yet; the application sees it waiting and writes the row here itself.
create table cut_off_year (
    province_id varchar(32) not null,
    school_year integer     not null,
    started_at  datetime(6) not null,
    primary key (province_id, school_year),
    constraint cut_off_year_province foreign key (province_id) references org_unit (id)
);
insert into cut_off_year (province_id, school_year, started_at)
    select province_id, school_year, min(started_at) from cut_off group by province_id, school_year;

-- Accepted versions that a wave could not freeze, and why: the others do not wait for them.
create table cut_off_set_aside (
    id             varchar(32) not null primary key,
    cut_off_id     varchar(32) not null,
    year_record_id varchar(32) not null, -- of the registered version; there may be no such year record here
    cause          varchar(20) not null, -- UNKNOWN_HERE, OTHER_VERSION, FAILED
    error          varchar(500),         -- of FAILED, for technicians
    since          datetime(6) not null,
    constraint cut_off_set_aside_once unique (cut_off_id, year_record_id),
    constraint cut_off_set_aside_cut_off foreign key (cut_off_id) references cut_off (id)
);

-- Passed over until the next wave begins, or the Sở lets it try again: otherwise each chunk would read these first.
alter table registered_record add column held boolean not null default false;
create index registered_record_to_freeze on registered_record (province_code, school_year, state, held, programme_completed);
alter table registered_record drop index registered_record_freeze;

-- Frozen at the Sở while the school did not know of the acceptance: told as soon as it does.
create table freeze_untold (
    year_record_id varchar(32) not null primary key,
    since          datetime(6) not null,
    tried_at       datetime(6),  -- null: not yet
    error          varchar(500), -- of the last attempt
    constraint freeze_untold_record foreign key (year_record_id) references year_record (id)
);
insert into freeze_untold (year_record_id, since)
    select r.id, min(g.received_at) from year_record r join registered_record g on g.year_record_id = r.id
    where g.state in ('FROZEN', 'REPORTED') and r.state not in ('FROZEN', 'RETRACTED', 'LEFT') group by r.id;

-- Why a record could not be opened again in the summer.
alter table cut_off_exception add column reopen_error varchar(500);
