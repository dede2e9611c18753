-- Fills record_part from the tables and columns that it replaces, and guards it like them. H2 has the same in its own words.
insert into record_part (id, row_version, year_record_id, code, kind, ordinal, staff_id, finished, cells)
select s.id, s.row_version, s.year_record_id, s.subject_code, 'SUBJECT', s.ordinal, s.teacher_id, s.finished,
    concat('{', concat_ws(',',
        case when s.comment <> '' then concat('"comment":', json_quote(s.comment)) end,
        case when s.exempt then '"level":"M"' when s.level <> '' then concat('"level":"', s.level, '"') end,
        case when s.mark is not null then concat('"mark":"', s.mark, '"') end), '}')
from subject_result s;

insert into record_part (id, row_version, year_record_id, code, kind, ordinal, finished, cells)
select md5(concat('HOMEROOM', r.id)), r.row_version, r.id, 'HOMEROOM', 'CLASS', 1000, false,
    concat('{', concat_ws(',',
        (select group_concat(concat('"', t.trait_code, '":"', t.level, '"') order by t.trait_code separator ',')
            from trait_result t where t.year_record_id = r.id and t.level <> ''),
        case when r.homeroom_comment <> '' then concat('"comment":', json_quote(r.homeroom_comment)) end,
        case when r.excused_absences is not null then concat('"excused":"', r.excused_absences, '"') end,
        case when r.height_cm is not null then concat('"heightCm":"', r.height_cm, '"') end,
        case when r.unexcused_absences is not null then concat('"unexcused":"', r.unexcused_absences, '"') end,
        case when r.weight_kg is not null then concat('"weightKg":"', r.weight_kg, '"') end), '}')
from year_record r;

create index record_part_staff on record_part (staff_id);

drop table subject_result;
drop table trait_result;
alter table year_record drop column excused_absences, drop column unexcused_absences, drop column height_cm, drop column weight_kg,
    drop column homeroom_comment;

-- What workbooks brought is kept by cells as well. The levels of qualities and competences are taken over as they were written.
update imported_mark set payload = concat('{', concat_ws(',',
    case when payload like '%"traits":{"%' then substring_index(substring_index(payload, '"traits":{', -1), '}', 1) end,
    case when json_type(json_extract(payload, '$.comment')) = 'STRING' and json_extract(payload, '$.comment') <> ''
        then concat('"comment":', cast(json_extract(payload, '$.comment') as char)) end,
    case when json_type(json_extract(payload, '$.excused')) = 'INTEGER' then concat('"excused":"', json_extract(payload, '$.excused'), '"') end,
    case when json_extract(payload, '$.exempt') = true then '"level":"M"'
        when json_type(json_extract(payload, '$.level')) = 'STRING' then concat('"level":', cast(json_extract(payload, '$.level') as char)) end,
    case when json_type(json_extract(payload, '$.mark')) = 'INTEGER' then concat('"mark":"', json_extract(payload, '$.mark'), '"') end,
    case when json_type(json_extract(payload, '$.unexcused')) = 'INTEGER'
        then concat('"unexcused":"', json_extract(payload, '$.unexcused'), '"') end), '}');

delimiter //

create trigger frozen_record_part_insert before insert on record_part for each row
begin
    if exists (select 1 from year_record r where r.id = new.year_record_id and r.state = 'FROZEN') then
        signal sqlstate '45000' set message_text = 'frozen year record';
    end if;
end//

create trigger frozen_record_part_update before update on record_part for each row
begin
    if exists (select 1 from year_record r where r.id = old.year_record_id and r.state = 'FROZEN') then
        signal sqlstate '45000' set message_text = 'frozen year record';
    end if;
end//

create trigger frozen_record_part_delete before delete on record_part for each row
begin
    if exists (select 1 from year_record r where r.id = old.year_record_id and r.state = 'FROZEN') then
        signal sqlstate '45000' set message_text = 'frozen year record';
    end if;
end//

delimiter ;
