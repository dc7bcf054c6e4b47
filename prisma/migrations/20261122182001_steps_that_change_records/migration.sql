-- A report of a past day reads, of each task, what changed a due day or a holder. Few steps changed a record, and whether one did
-- stands in its payload: without an index every step is read once more to find those few.
CREATE INDEX "step_changes_record" ON "step" ("root_id", "number") WHERE (payload -> 'changed') IS NOT NULL;
