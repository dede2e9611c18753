-- «Bảng tổng hợp kết quả đánh giá» of a transfer while it is being signed: by the homeroom teacher, the head, then with the seal. After that it is a file of the request.
create table hand_over_draft (
    request_id     varchar(32) not null primary key,
    year_record_id varchar(32) not null,
    document       longblob    not null,
    constraint hand_over_draft_request foreign key (request_id) references record_request (id)
);
create index hand_over_draft_record on hand_over_draft (year_record_id);
