-- What the schema language cannot say: who may write what, what the lists are read by, what no row may look like.

-- ---------------------------------------------------------------- The application's role
-- Every login of the application acts in it. A server whose migrating login may not make roles has it made beforehand
-- (docs/operations.md).
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'docflow_app') THEN
    CREATE ROLE docflow_app NOLOGIN;
  END IF;
  -- So that an office with one login for everything can still run the application in this role. From version 16 on,
  -- whoever makes a role may grant it, but not act in it.
  IF NOT pg_has_role(current_user, 'docflow_app',
    CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END) THEN
    EXECUTE format('GRANT docflow_app TO %I', current_user);
  END IF;
END
$$;

GRANT USAGE ON SCHEMA public TO docflow_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO docflow_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO docflow_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO docflow_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO docflow_app;

-- What was done stays done. The texts of a step lie in step_text, where a recorded act may remove them.
REVOKE UPDATE, DELETE ON step, audit_entry FROM docflow_app;

-- (A shadow database, in which Prisma tries migrations out, has no list of them.)
DO $$
BEGIN
  IF to_regclass('_prisma_migrations') IS NOT NULL THEN
    REVOKE INSERT, UPDATE, DELETE ON _prisma_migrations FROM docflow_app;
  END IF;
END
$$;

-- The queue keeps its own tables and changes them itself; they lie apart from ours.
DO $$
BEGIN
  EXECUTE format('GRANT CREATE ON DATABASE %I TO docflow_app', current_database());
END
$$;

-- ---------------------------------------------------------------- Open rows: few among many settled ones
-- Each with all that counts and orders ask for, so that they need not look at the rows.
CREATE INDEX work_item_open_by_holder ON work_item (holder, kind, due_on, id) WHERE settled_at IS NULL;
CREATE INDEX work_item_settled_by ON work_item (settled_by_id, settled_at DESC) WHERE settled_at IS NOT NULL;
CREATE INDEX deadline_running ON deadline (due_on) INCLUDE (subject_id, start_on, stopped_on) WHERE done_on IS NULL;
CREATE INDEX subject_open ON subject (kind, id) WHERE settled_at IS NULL;
CREATE INDEX outbox_message_waiting ON outbox_message (created_at) WHERE done_at IS NULL;

-- Nobody owes the same thing twice.
CREATE UNIQUE INDEX work_item_owed_once ON work_item (subject_id, kind, holder) WHERE settled_at IS NULL;

-- ---------------------------------------------------------------- What no row may look like
ALTER TABLE file ADD CONSTRAINT file_lies_in_one_place CHECK (num_nonnulls(subject_id, directive_id) = 1);
ALTER TABLE assignment ADD CONSTRAINT assignment_has_one_holder CHECK (num_nonnulls(unit_id, person_id) = 1);
ALTER TABLE assignment ADD CONSTRAINT assignment_percent_range CHECK (percent BETWEEN 0 AND 100);
