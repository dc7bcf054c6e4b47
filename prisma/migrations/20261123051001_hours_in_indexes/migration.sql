-- Since an hour can be due, neither was found any more. The first has the condition of timeliness-sql.server.ts, word for word.
DROP INDEX deadline_done_late;
CREATE INDEX deadline_done_late ON deadline (subject_id)
  WHERE (done_on > due_on OR (due_hour IS NOT NULL AND done_on = due_on AND coalesce(stopped_hour > due_hour, false)));

DROP INDEX deadline_running;
CREATE INDEX deadline_running ON deadline (due_on) INCLUDE (subject_id, start_on, stopped_on, due_hour, stopped_hour)
  WHERE done_on IS NULL;
