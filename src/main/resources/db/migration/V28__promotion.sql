-- What the principal decided, apart from what follows from it: the column promoted says what was signed last.
alter table year_record add column promotion_decided boolean;
-- Whether supplementary assessment was opened for the record.
alter table year_record add column supplementary_assessment boolean default false not null;

-- A frozen row is not touched: nothing is decided about it any more. Without a request that was decided there was no decision.
update year_record set promotion_decided = promoted
where state <> 'FROZEN' and version_no > 1 and exists (
    select 1 from record_request q join request_decision d on d.request_id = q.id
    where q.kind = 'PROMOTION' and q.year_record_id = year_record.id
    and d.decision = case when year_record.promoted then 'APPROVED' else 'RETAINED' end);
update year_record set supplementary_assessment = true
where state <> 'FROZEN' and exists (
    select 1 from cut_off_exception x where x.year_record_id = year_record.id
    and x.reason = 'NOT_COMPLETED' and x.reassessed = true and x.reopen_error is null);
