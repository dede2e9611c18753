-- What a pupil is measured by, and why where it is not the regulation as for everybody (TT 27/2020 Điều 8).
alter table year_record add column assessed_by varchar(20) default 'REGULATION' not null;
alter table year_record add column assessed_ground varchar(400);
