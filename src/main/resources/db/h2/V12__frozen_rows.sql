-- What is frozen cannot be changed, whoever connects (domain §11, invariant 4). The rules stand in the classes; MySQL has the same as statements.
create trigger frozen_year_record before update, delete on year_record
    for each row call 'vn.hocba.record.FrozenRecordGuard';
create trigger frozen_subject_result before insert, update, delete on subject_result
    for each row call 'vn.hocba.record.FrozenRecordGuard';
create trigger frozen_trait_result before insert, update, delete on trait_result
    for each row call 'vn.hocba.record.FrozenRecordGuard';
create trigger frozen_record_version before insert, update, delete on record_version
    for each row call 'vn.hocba.record.FrozenRecordGuard';
create trigger frozen_registered_record before update, delete on registered_record
    for each row call 'vn.hocba.registry.FrozenRegistrationGuard';
