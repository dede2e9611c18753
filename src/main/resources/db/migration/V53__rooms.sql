-- The combined class (lớp ghép) in which the pupils of a class are taught with those of other grades; null: the class is taught alone.
alter table school_class add column room varchar(50);
