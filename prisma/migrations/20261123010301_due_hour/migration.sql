-- Flash work may be due at an hour of its due day. Beside it stands the hour at which a clock was last stopped: a result passed up at
-- 14:59 of the due day is in time by 15:00, one at 15:01 is not.
ALTER TABLE "deadline" ADD COLUMN "due_hour" TEXT, ADD COLUMN "stopped_hour" TEXT,
  ADD CONSTRAINT "deadline_due_hour_is_of_a_clock" CHECK ("due_hour" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$');
ALTER TABLE "work_item" ADD COLUMN "due_hour" TEXT;
ALTER TABLE "calendar_entry" ADD COLUMN "due_hour" TEXT;
ALTER TABLE "tracked_part" ADD COLUMN "due_hour" TEXT, ADD COLUMN "stopped_hour" TEXT;

-- New columns stand last, in the table and in the view: the rows of one are written into the other.
CREATE OR REPLACE VIEW tracked_part_now AS
SELECT task.id, task.id AS root_id, 'lead'::text AS part, task.lead_unit_id AS holder_id, true AS single,
  subject.organ_id, subject.restricted, subject.state AS task_state, task.directing_leader_id AS leader_id, task.follower_id,
  task.urgency, task.field, task.directive_id, (subject.context ->> 'issuedOn')::date AS issued_on, task.outer_due_on,
  (CASE WHEN subject.state = 'awaitingAcceptance' THEN subject.context ->> 'resultOn'
    ELSE subject.context ->> 'suspendedOn' END)::date AS outer_stopped_on,
  (CASE WHEN subject.state = 'completed' THEN subject.context ->> 'resultOn' END)::date AS outer_done_on,
  subject.settled_at, deadline.start_on, deadline.due_on, deadline.stopped_on, deadline.done_on,
  deadline.due_hour, deadline.stopped_hour
FROM task
JOIN subject ON subject.id = task.id
LEFT JOIN deadline ON deadline.subject_id = task.id
UNION ALL
SELECT held.id, held.root_id, CASE WHEN assignment.unit_id IS NULL THEN 'officer' ELSE 'support' END,
  coalesce(assignment.unit_id, assignment.person_id),
  count(*) OVER (PARTITION BY held.root_id, assignment.unit_id, assignment.person_id) = 1,
  subject.organ_id, subject.restricted, subject.state, task.directing_leader_id, task.follower_id,
  task.urgency, task.field, task.directive_id, (subject.context ->> 'issuedOn')::date, NULL, NULL, NULL,
  held.settled_at, deadline.start_on, deadline.due_on, deadline.stopped_on, deadline.done_on,
  deadline.due_hour, deadline.stopped_hour
FROM subject held
JOIN assignment ON assignment.id = held.id
JOIN task ON task.id = held.root_id
JOIN subject ON subject.id = task.id
LEFT JOIN deadline ON deadline.subject_id = held.id
WHERE held.kind = 'ASSIGNMENT' AND held.state <> 'withdrawn'
  AND (assignment.person_id IS NOT NULL OR (assignment.role = 'SUPPORT' AND held.parent_id = held.root_id));

CREATE OR REPLACE FUNCTION keep_tracked_parts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan
  -- It is always a few rows of a root that are wanted, and always by index: see 20261122141002_tracked_parts_by_index.
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
  roots uuid[];
BEGIN
  CASE TG_TABLE_NAME
    WHEN 'subject' THEN SELECT array_agg(DISTINCT root_id) INTO roots FROM changed;
    WHEN 'task' THEN SELECT array_agg(id) INTO roots FROM changed;
    WHEN 'assignment' THEN SELECT array_agg(DISTINCT root_id) INTO roots FROM subject WHERE id IN (SELECT id FROM changed);
    WHEN 'deadline' THEN SELECT array_agg(DISTINCT root_id) INTO roots FROM subject WHERE id IN (SELECT subject_id FROM changed);
  END CASE;
  IF roots IS NULL THEN
    RETURN NULL;
  END IF;
  -- An act has locked its root already. Whoever changes a task without one waits here, and then reads what the other left.
  PERFORM FROM subject WHERE id = ANY (roots) ORDER BY id FOR NO KEY UPDATE;
  WITH now AS MATERIALIZED (
    SELECT * FROM tracked_part_now WHERE root_id = ANY (roots)
  ), gone AS (
    DELETE FROM tracked_part WHERE root_id = ANY (roots) AND id NOT IN (SELECT id FROM now)
  )
  INSERT INTO tracked_part AS kept SELECT * FROM now
  ON CONFLICT (id) DO UPDATE SET
    holder_id = excluded.holder_id, single = excluded.single, restricted = excluded.restricted, task_state = excluded.task_state,
    leader_id = excluded.leader_id, follower_id = excluded.follower_id, urgency = excluded.urgency, field = excluded.field,
    issued_on = excluded.issued_on, outer_due_on = excluded.outer_due_on, outer_stopped_on = excluded.outer_stopped_on,
    outer_done_on = excluded.outer_done_on, settled_at = excluded.settled_at, start_on = excluded.start_on,
    due_on = excluded.due_on, stopped_on = excluded.stopped_on, done_on = excluded.done_on,
    due_hour = excluded.due_hour, stopped_hour = excluded.stopped_hour
  WHERE kept IS DISTINCT FROM excluded;
  RETURN NULL;
END
$$;
