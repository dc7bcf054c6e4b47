-- The tracking board counts every open task of the office each time it is looked at. Out of subject, task, assignment and deadline that
-- took a second with 200,000 tasks, however they were indexed; so what it counts by lies together in one narrow row. What such a row
-- says is defined once, by the view; triggers keep the table equal to it within the transaction that changes anything.

CREATE TABLE "tracked_part" (
    "id" UUID NOT NULL,
    "root_id" UUID NOT NULL,
    "part" TEXT NOT NULL,
    "holder_id" UUID NOT NULL,
    "single" BOOLEAN NOT NULL,
    "organ_id" UUID NOT NULL,
    "restricted" BOOLEAN NOT NULL,
    "task_state" TEXT NOT NULL,
    "leader_id" UUID NOT NULL,
    "follower_id" UUID NOT NULL,
    "urgency" "urgency" NOT NULL,
    "field" TEXT,
    "directive_id" UUID NOT NULL,
    "issued_on" DATE,
    "outer_due_on" DATE,
    "outer_stopped_on" DATE,
    "outer_done_on" DATE,
    "settled_at" TIMESTAMPTZ(3),
    "start_on" DATE,
    "due_on" DATE,
    "stopped_on" DATE,
    "done_on" DATE,

    CONSTRAINT "tracked_part_pkey" PRIMARY KEY ("id")
);

-- The days of the outer clock are those `clockOf` gives a task, out of its context.
CREATE VIEW tracked_part_now AS
SELECT task.id, task.id AS root_id, 'lead'::text AS part, task.lead_unit_id AS holder_id, true AS single,
  subject.organ_id, subject.restricted, subject.state AS task_state, task.directing_leader_id AS leader_id, task.follower_id,
  task.urgency, task.field, task.directive_id, (subject.context ->> 'issuedOn')::date AS issued_on, task.outer_due_on,
  (CASE WHEN subject.state = 'awaitingAcceptance' THEN subject.context ->> 'resultOn'
    ELSE subject.context ->> 'suspendedOn' END)::date AS outer_stopped_on,
  (CASE WHEN subject.state = 'completed' THEN subject.context ->> 'resultOn' END)::date AS outer_done_on,
  subject.settled_at, deadline.start_on, deadline.due_on, deadline.stopped_on, deadline.done_on
FROM task
JOIN subject ON subject.id = task.id
LEFT JOIN deadline ON deadline.subject_id = task.id
UNION ALL
SELECT held.id, held.root_id, CASE WHEN assignment.unit_id IS NULL THEN 'officer' ELSE 'support' END,
  coalesce(assignment.unit_id, assignment.person_id),
  count(*) OVER (PARTITION BY held.root_id, assignment.unit_id, assignment.person_id) = 1,
  subject.organ_id, subject.restricted, subject.state, task.directing_leader_id, task.follower_id,
  task.urgency, task.field, task.directive_id, (subject.context ->> 'issuedOn')::date, NULL, NULL, NULL,
  held.settled_at, deadline.start_on, deadline.due_on, deadline.stopped_on, deadline.done_on
FROM subject held
JOIN assignment ON assignment.id = held.id
JOIN task ON task.id = held.root_id
JOIN subject ON subject.id = task.id
LEFT JOIN deadline ON deadline.subject_id = held.id
WHERE held.kind = 'ASSIGNMENT' AND held.state <> 'withdrawn'
  AND (assignment.person_id IS NOT NULL OR (assignment.role = 'SUPPORT' AND held.parent_id = held.root_id));

INSERT INTO tracked_part SELECT * FROM tracked_part_now;

CREATE INDEX "tracked_part_root_id_idx" ON "tracked_part"("root_id");
CREATE INDEX "tracked_part_part_settled_at_idx" ON "tracked_part"("part", "settled_at");
CREATE INDEX "tracked_part_holder_id_part_settled_at_idx" ON "tracked_part"("holder_id", "part", "settled_at");

ALTER TABLE "tracked_part" ADD CONSTRAINT "tracked_part_id_fkey" FOREIGN KEY ("id") REFERENCES "subject"("id")
  ON DELETE CASCADE ON UPDATE CASCADE;

-- Only the triggers write it.
REVOKE INSERT, UPDATE, DELETE ON tracked_part FROM docflow_app;

-- Planned once: planning takes longer than doing it.
CREATE FUNCTION keep_tracked_parts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan AS $$
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
    due_on = excluded.due_on, stopped_on = excluded.stopped_on, done_on = excluded.done_on
  WHERE kept IS DISTINCT FROM excluded;
  RETURN NULL;
END
$$;

CREATE TRIGGER keep_tracked_parts AFTER UPDATE ON subject
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_tracked_parts();
CREATE TRIGGER keep_tracked_parts_of_new AFTER INSERT ON task
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_tracked_parts();
CREATE TRIGGER keep_tracked_parts AFTER UPDATE ON task
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_tracked_parts();
CREATE TRIGGER keep_tracked_parts_of_new AFTER INSERT ON assignment
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_tracked_parts();
CREATE TRIGGER keep_tracked_parts AFTER UPDATE ON assignment
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_tracked_parts();
CREATE TRIGGER keep_tracked_parts_of_new AFTER INSERT ON deadline
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_tracked_parts();
CREATE TRIGGER keep_tracked_parts AFTER UPDATE ON deadline
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_tracked_parts();
CREATE TRIGGER keep_tracked_parts_of_old AFTER DELETE ON deadline
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_tracked_parts();
