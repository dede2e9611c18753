-- The requests of a province, in the order of its lists: which are open, and which ended last.
alter table record_request add column province_id varchar(32); -- null where no Sở is above the school
update record_request set province_id = (
    select p.id from org_unit p join org_unit s on s.path like concat(p.path, '%')
    where p.kind = 'PROVINCE' and s.id = record_request.school_id);
create index record_request_province_open on record_request (province_id desc, state, asked_at);
create index record_request_province_ended on record_request (province_id desc, ended_at desc);
alter table record_request drop index record_request_open;
alter table record_request drop index record_request_ended;

-- How many pupils of a school a wave left out, by reason. Kept in the transaction that changes who was left out.
create table cut_off_left_out (
    cut_off_id    varchar(32) not null,
    school_id     varchar(32) not null,
    missing       integer     not null,
    not_accepted  integer     not null,
    not_completed integer     not null,
    set_aside     integer     not null,
    primary key (cut_off_id, school_id),
    constraint cut_off_left_out_cut_off foreign key (cut_off_id) references cut_off (id) on delete cascade
);
insert into cut_off_left_out (cut_off_id, school_id, missing, not_accepted, not_completed, set_aside)
    select cut_off_id, school_id, sum(case when reason = 'MISSING' then 1 else 0 end), sum(case when reason in ('NOT_ACCEPTED', 'ACCEPTED_LATE') then 1 else 0 end),
        sum(case when reason = 'NOT_COMPLETED' then 1 else 0 end), sum(case when reason = 'SET_ASIDE' then 1 else 0 end)
    from cut_off_exception group by cut_off_id, school_id;

-- Who signs as a principal at a school: the supervisors' board asks for each of its schools whether that person has a certificate.
alter table account add column principal boolean generated always as (roles like '%PRINCIPAL%');
create index account_principal on account (unit_id, principal, active);
