-- What is frozen cannot be changed, whoever connects (domain §11, invariant 4). H2 has the same rules as classes (FrozenRecordGuard, FrozenRegistrationGuard).

delimiter //

create trigger frozen_year_record_update before update on year_record for each row
begin
    if old.state = 'FROZEN' then
        signal sqlstate '45000' set message_text = 'frozen year record';
    end if;
end//

create trigger frozen_year_record_delete before delete on year_record for each row
begin
    if old.state = 'FROZEN' then
        signal sqlstate '45000' set message_text = 'frozen year record';
    end if;
end//

create trigger frozen_subject_result_insert before insert on subject_result for each row
begin
    if exists (select 1 from year_record r where r.id = new.year_record_id and r.state = 'FROZEN') then
        signal sqlstate '45000' set message_text = 'frozen year record';
    end if;
end//

create trigger frozen_subject_result_update before update on subject_result for each row
begin
    if exists (select 1 from year_record r where r.id = old.year_record_id and r.state = 'FROZEN') then
        signal sqlstate '45000' set message_text = 'frozen year record';
    end if;
end//

create trigger frozen_subject_result_delete before delete on subject_result for each row
begin
    if exists (select 1 from year_record r where r.id = old.year_record_id and r.state = 'FROZEN') then
        signal sqlstate '45000' set message_text = 'frozen year record';
    end if;
end//

create trigger frozen_trait_result_insert before insert on trait_result for each row
begin
    if exists (select 1 from year_record r where r.id = new.year_record_id and r.state = 'FROZEN') then
        signal sqlstate '45000' set message_text = 'frozen year record';
    end if;
end//

create trigger frozen_trait_result_update before update on trait_result for each row
begin
    if exists (select 1 from year_record r where r.id = old.year_record_id and r.state = 'FROZEN') then
        signal sqlstate '45000' set message_text = 'frozen year record';
    end if;
end//

create trigger frozen_trait_result_delete before delete on trait_result for each row
begin
    if exists (select 1 from year_record r where r.id = old.year_record_id and r.state = 'FROZEN') then
        signal sqlstate '45000' set message_text = 'frozen year record';
    end if;
end//

create trigger frozen_record_version_insert before insert on record_version for each row
begin
    if exists (select 1 from year_record r where r.id = new.year_record_id and r.state = 'FROZEN') then
        signal sqlstate '45000' set message_text = 'frozen year record';
    end if;
end//

create trigger frozen_record_version_update before update on record_version for each row
begin
    if exists (select 1 from year_record r where r.id = old.year_record_id and r.state = 'FROZEN') then
        signal sqlstate '45000' set message_text = 'frozen year record';
    end if;
end//

create trigger frozen_record_version_delete before delete on record_version for each row
begin
    if exists (select 1 from year_record r where r.id = old.year_record_id and r.state = 'FROZEN') then
        signal sqlstate '45000' set message_text = 'frozen year record';
    end if;
end//

create trigger frozen_registered_record_update before update on registered_record for each row
begin
    if old.state in ('FROZEN', 'REPORTED', 'RETRACTED')
        and (new.packet <> old.packet or new.packet_hash <> old.packet_hash or new.version_no <> old.version_no
            or new.year_record_id <> old.year_record_id or new.lookup_code <> old.lookup_code
            or not (new.effective_on <=> old.effective_on)
            or not (new.state = old.state or new.state = 'REPORTED' and old.state = 'FROZEN' or new.state = 'RETRACTED')) then
        signal sqlstate '45000' set message_text = 'frozen registered record';
    end if;
end//

create trigger frozen_registered_record_delete before delete on registered_record for each row
begin
    if old.state in ('FROZEN', 'REPORTED', 'RETRACTED') then
        signal sqlstate '45000' set message_text = 'frozen registered record';
    end if;
end//

delimiter ;
