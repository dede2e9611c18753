-- The reward follows the result: a proposal that a person declined, and a title that was taken back because the result no longer carries it.
alter table year_record add column reward_declined boolean default false not null;
alter table year_record add column reward_taken_back varchar(300);
