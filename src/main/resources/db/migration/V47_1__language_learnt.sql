-- How the form calls the subject in this class, such as «Ngoại ngữ 1 (Tiếng Pháp)»; null: as it calls it everywhere.
alter table teaching_assignment add column form_name varchar(100);
