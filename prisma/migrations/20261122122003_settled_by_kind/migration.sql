-- The board counts parts of tasks by the same period as tasks: one index for both.
DROP INDEX subject_task_settled;
CREATE INDEX subject_settled ON subject (kind, settled_at);
