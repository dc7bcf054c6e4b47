-- Lists of the newest tasks in one state, or done late: walked in order, also where hardly any task is among them.
CREATE INDEX subject_task_state ON subject (state, id) WHERE kind = 'TASK';
CREATE INDEX deadline_done_late ON deadline (subject_id) WHERE done_on > due_on;
