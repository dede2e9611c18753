-- Instants are UTC wall time everywhere (shared/UtcTimes). What the entities wrote stood in the zone of the process here, seven hours later than what statements
-- of our own take it for. Frozen rows say the same instant afterwards; their guards would not know that.
drop trigger frozen_year_record;
drop trigger frozen_record_version;
drop trigger frozen_registered_record;

update role_grant set held_from = dateadd(hour, -extract(timezone_hour from current_timestamp), held_from),
    held_until = dateadd(hour, -extract(timezone_hour from current_timestamp), held_until);
update duty_term set held_from = dateadd(hour, -extract(timezone_hour from current_timestamp), held_from),
    held_until = dateadd(hour, -extract(timezone_hour from current_timestamp), held_until);
update certificate set not_before = dateadd(hour, -extract(timezone_hour from current_timestamp), not_before),
    not_after = dateadd(hour, -extract(timezone_hour from current_timestamp), not_after),
    revoked_at = dateadd(hour, -extract(timezone_hour from current_timestamp), revoked_at);
update certificate_mapping set approved_at = dateadd(hour, -extract(timezone_hour from current_timestamp), approved_at);
update record_signature set signed_at = dateadd(hour, -extract(timezone_hour from current_timestamp), signed_at),
    voided_at = dateadd(hour, -extract(timezone_hour from current_timestamp), voided_at);
update sandbox_key set locked_until = dateadd(hour, -extract(timezone_hour from current_timestamp), locked_until);
update request_decision set at = dateadd(hour, -extract(timezone_hour from current_timestamp), at);
update request_file set at = dateadd(hour, -extract(timezone_hour from current_timestamp), at);
update record_request set due_at = dateadd(hour, -extract(timezone_hour from current_timestamp), due_at),
    asked_at = dateadd(hour, -extract(timezone_hour from current_timestamp), asked_at),
    ended_at = dateadd(hour, -extract(timezone_hour from current_timestamp), ended_at);
update ministry_report set late_at = dateadd(hour, -extract(timezone_hour from current_timestamp), late_at),
    created_at = dateadd(hour, -extract(timezone_hour from current_timestamp), created_at),
    signed_at = dateadd(hour, -extract(timezone_hour from current_timestamp), signed_at),
    done_at = dateadd(hour, -extract(timezone_hour from current_timestamp), done_at);
update year_record set state_since = dateadd(hour, -extract(timezone_hour from current_timestamp), state_since);
update record_version set created_at = dateadd(hour, -extract(timezone_hour from current_timestamp), created_at);
update receipt set at = dateadd(hour, -extract(timezone_hour from current_timestamp), at);
update registered_record set received_at = dateadd(hour, -extract(timezone_hour from current_timestamp), received_at);
update batch set created_at = dateadd(hour, -extract(timezone_hour from current_timestamp), created_at);
update calendar_version set changed_at = dateadd(hour, -extract(timezone_hour from current_timestamp), changed_at);
update submission_package set failed_since = dateadd(hour, -extract(timezone_hour from current_timestamp), failed_since),
    created_at = dateadd(hour, -extract(timezone_hour from current_timestamp), created_at),
    answered_at = dateadd(hour, -extract(timezone_hour from current_timestamp), answered_at);

create trigger frozen_year_record before update, delete on year_record
    for each row call 'vn.hocba.record.FrozenRecordGuard';
create trigger frozen_record_version before insert, update, delete on record_version
    for each row call 'vn.hocba.record.FrozenRecordGuard';
create trigger frozen_registered_record before update, delete on registered_record
    for each row call 'vn.hocba.registry.FrozenRegistrationGuard';
