-- What the Sở has confirmed stays as it is, whoever connects. MySQL has the same as statements.
create trigger fixed_receipt_list before update, delete on receipt_list
    for each row call 'vn.hocba.registry.ConfirmedRowGuard';
create trigger fixed_receipt_list_item before update, delete on receipt_list_item
    for each row call 'vn.hocba.registry.ConfirmedRowGuard';
create trigger fixed_receipt_list_piece before update, delete on receipt_list_piece
    for each row call 'vn.hocba.registry.ConfirmedRowGuard';
