-- Since when a package could not be sent, or its receipts not be brought to the records; null while all goes well.
alter table submission_package add column failed_since datetime(6);
update submission_package set failed_since = created_at where last_error is not null and state <> 'DELIVERED';
