-- What the Sở has confirmed stays as it is, whoever connects. H2 has the same as a class (ConfirmedRowGuard).

delimiter //

create trigger fixed_receipt_list_update before update on receipt_list for each row
begin
    if old.signed_at is not null then
        signal sqlstate '45000' set message_text = 'signed list of receipts';
    end if;
end//

create trigger fixed_receipt_list_delete before delete on receipt_list for each row
begin
    if old.signed_at is not null then
        signal sqlstate '45000' set message_text = 'signed list of receipts';
    end if;
end//

create trigger fixed_receipt_list_item_update before update on receipt_list_item for each row
begin
    if old.leaf is not null then
        signal sqlstate '45000' set message_text = 'hashed entry of receipts';
    end if;
end//

create trigger fixed_receipt_list_item_delete before delete on receipt_list_item for each row
begin
    if old.leaf is not null then
        signal sqlstate '45000' set message_text = 'hashed entry of receipts';
    end if;
end//

create trigger fixed_receipt_list_piece_update before update on receipt_list_piece for each row
begin
    signal sqlstate '45000' set message_text = 'hashed piece of receipts';
end//

create trigger fixed_receipt_list_piece_delete before delete on receipt_list_piece for each row
begin
    signal sqlstate '45000' set message_text = 'hashed piece of receipts';
end//

delimiter ;
