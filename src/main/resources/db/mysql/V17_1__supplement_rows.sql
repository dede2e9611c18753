-- A supplement is there for good, whoever connects. H2 has the same as a class (FixedRowGuard).

delimiter //

create trigger fixed_record_supplement_update before update on record_supplement for each row
begin
    signal sqlstate '45000' set message_text = 'registered supplement';
end//

create trigger fixed_record_supplement_delete before delete on record_supplement for each row
begin
    signal sqlstate '45000' set message_text = 'registered supplement';
end//

delimiter ;
