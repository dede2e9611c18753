-- Who is away for a while still belongs to the school. Until now such people counted as gone; the next list says which of them are.
alter table staff add column on_leave boolean not null default false;
