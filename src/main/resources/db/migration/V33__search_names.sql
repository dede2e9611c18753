-- The key of names folds more now: «y» after a consonant is «i» (Lý, Lí), one apostrophe, one «đ» of those that look like it.
update pupil
set search_name = replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
                  replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
                  search_name,
                  'ð', 'd'), 'ɖ', 'd'), '’', ''''), 'ʼ', ''''),
                  'by', 'bi'), 'cy', 'ci'), 'dy', 'di'), 'fy', 'fi'), 'gy', 'gi'), 'hy', 'hi'), 'jy', 'ji'), 'ky', 'ki'),
                  'ly', 'li'), 'my', 'mi'), 'ny', 'ni'), 'py', 'pi'), 'qy', 'qi'), 'ry', 'ri'), 'sy', 'si'), 'ty', 'ti'),
                  'vy', 'vi'), 'wy', 'wi'), 'xy', 'xi'), 'zy', 'zi')
where search_name like '%y%' or search_name like '%ð%' or search_name like '%ɖ%' or search_name like '%’%' or search_name like '%ʼ%';
