-- Fills record_part from the tables and columns that it replaces, and guards it like them. MySQL has the same in its own words.
insert into record_part (id, row_version, year_record_id, code, kind, ordinal, staff_id, finished, cells)
select s.id, s.row_version, s.year_record_id, s.subject_code, 'SUBJECT', s.ordinal, s.teacher_id, s.finished,
    concat('{', concat_ws(',',
        case when s.comment <> '' then concat('"comment":', cast(cast(s.comment as json) as varchar)) end,
        case when s.exempt then '"level":"M"' when s.level <> '' then concat('"level":"', s.level, '"') end,
        case when s.mark is not null then concat('"mark":"', s.mark, '"') end), '}')
from subject_result s;

insert into record_part (id, row_version, year_record_id, code, kind, ordinal, finished, cells)
select lower(rawtohex(hash('MD5', stringtoutf8(concat('HOMEROOM', r.id))))), r.row_version, r.id, 'HOMEROOM', 'CLASS', 1000, false,
    concat('{', concat_ws(',',
        (select group_concat(concat('"', t.trait_code, '":"', t.level, '"') order by t.trait_code separator ',')
            from trait_result t where t.year_record_id = r.id and t.level <> ''),
        case when r.homeroom_comment <> '' then concat('"comment":', cast(cast(r.homeroom_comment as json) as varchar)) end,
        case when r.excused_absences is not null then concat('"excused":"', r.excused_absences, '"') end,
        case when r.height_cm is not null then concat('"heightCm":"', r.height_cm, '"') end,
        case when r.unexcused_absences is not null then concat('"unexcused":"', r.unexcused_absences, '"') end,
        case when r.weight_kg is not null then concat('"weightKg":"', r.weight_kg, '"') end), '}')
from year_record r;

create index record_part_staff on record_part (staff_id);

create trigger frozen_record_part before insert, update, delete on record_part
    for each row call 'vn.hocba.record.FrozenRecordGuard';

drop table subject_result;
drop table trait_result;
alter table year_record drop column excused_absences, unexcused_absences, height_cm, weight_kg, homeroom_comment;

-- What workbooks brought is kept by cells as well. The levels of qualities and competences are taken over as they were written.
update imported_mark set payload = concat('{', concat_ws(',',
    case when cast((payload format json)."traits" as varchar) like '{"%'
        then substring(cast((payload format json)."traits" as varchar), 2, char_length(cast((payload format json)."traits" as varchar)) - 2) end,
    case when cast((payload format json)."comment" as varchar) like '"_%"' then concat('"comment":', cast((payload format json)."comment" as varchar)) end,
    case when cast((payload format json)."excused" as varchar) <> 'null' then concat('"excused":"', cast((payload format json)."excused" as varchar), '"') end,
    case when payload like '%"exempt":true,%' then '"level":"M"'
        when cast((payload format json)."level" as varchar) like '"_%"' then concat('"level":', cast((payload format json)."level" as varchar)) end,
    case when cast((payload format json)."mark" as varchar) <> 'null' then concat('"mark":"', cast((payload format json)."mark" as varchar), '"') end,
    case when cast((payload format json)."unexcused" as varchar) <> 'null' then concat('"unexcused":"', cast((payload format json)."unexcused" as varchar), '"') end), '}');
