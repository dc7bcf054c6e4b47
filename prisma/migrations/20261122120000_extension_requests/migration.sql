-- Several units in one task, more time, and what an outside assigner set.
ALTER TYPE "subject_kind" ADD VALUE 'EXTENSION_REQUEST';
ALTER TYPE "work_item_kind" ADD VALUE 'SUPPORT';
ALTER TYPE "work_item_kind" ADD VALUE 'RESOLVE';
ALTER TYPE "work_item_kind" ADD VALUE 'DECIDE';

ALTER TABLE "deadline" ADD COLUMN "extensions" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "directive" ADD COLUMN "outside" BOOLEAN NOT NULL DEFAULT false;

ALTER TABLE "task" ADD COLUMN "outer_due_on" DATE;

CREATE TABLE "task_supporter" (
    "task_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "due_on" DATE,

    CONSTRAINT "task_supporter_pkey" PRIMARY KEY ("task_id", "unit_id")
);

CREATE TABLE "extension_request" (
    "id" UUID NOT NULL,
    "requested_by_id" UUID NOT NULL,
    "due_on" DATE NOT NULL,

    CONSTRAINT "extension_request_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "extension_request_requested_by_id_idx" ON "extension_request"("requested_by_id");

CREATE INDEX "task_supporter_unit_id_idx" ON "task_supporter"("unit_id");

ALTER TABLE "task_supporter" ADD CONSTRAINT "task_supporter_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "task_supporter" ADD CONSTRAINT "task_supporter_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "extension_request" ADD CONSTRAINT "extension_request_id_fkey" FOREIGN KEY ("id") REFERENCES "subject"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "extension_request" ADD CONSTRAINT "extension_request_requested_by_id_fkey" FOREIGN KEY ("requested_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
