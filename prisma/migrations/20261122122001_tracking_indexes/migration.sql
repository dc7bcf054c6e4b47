-- What the tracking board counts: tasks that are open (settled_at is null) or were settled in a period, out of many more that
-- were settled long ago; and the tasks issued in a period. A day is text that compares as the day does.
CREATE INDEX subject_task_settled ON subject (settled_at) WHERE kind = 'TASK';
CREATE INDEX subject_task_issued ON subject ((context ->> 'issuedOn') COLLATE "C") WHERE kind = 'TASK';
