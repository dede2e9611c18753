-- Every completed task looks its items up: without this the whole table was read each time.
create index work_item_task on work_item (task_id);
