-- When something last changed that boards show of a school, and how often: whoever knows the schools reads again only those that have changed since.
-- Written with the counts, at the end of the transaction; without a foreign key, as they are.
create table school_change (
    school_id   varchar(32) not null,
    school_year integer     not null, -- 0: in every year, such as the name
    changes     integer     not null,
    changed_at  datetime(6) not null, -- by the clock of the database, in the zone of its sessions
    primary key (school_id, school_year)
);
create index school_change_at on school_change (changed_at);

-- Nobody writes a row when a certificate begins or ends.
create index certificate_not_before on certificate (not_before);
create index certificate_not_after on certificate (not_after);
