-- Every request that waits has a day by which it is answered. What was asked before is due three weeks after it was asked: nobody had promised less.
update record_request set due_at = timestampadd(DAY, 21, asked_at) where state = 'OPEN' and due_at is null;

-- What a report to the ministry says of records that were frozen before: what the Sở decided after the freeze, each once.
create table ministry_report_change (
    report_id varchar(32) not null,
    kind      varchar(12) not null, -- SUPPLEMENT: of record_supplement; RETRACTION: of registered_record
    source_id varchar(32) not null,
    part_no   integer     not null,
    ordinal   integer     not null,
    primary key (kind, source_id),
    constraint ministry_report_change_report foreign key (report_id) references ministry_report (id)
);
create index ministry_report_change_part on ministry_report_change (report_id, kind, part_no);
