-- A supplement is there for good, whoever connects. MySQL has the same as statements.
create trigger fixed_record_supplement before update, delete on record_supplement
    for each row call 'vn.hocba.registry.FixedRowGuard';
