-- One act asked of many tasks at once, each with its own outcome.
CREATE TABLE "bulk_act" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "act" TEXT NOT NULL,
    "typed" JSONB NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "bulk_act_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "bulk_act_row" (
    "bulk_act_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "task_id" UUID NOT NULL,
    "outcome" JSONB,

    CONSTRAINT "bulk_act_row_pkey" PRIMARY KEY ("bulk_act_id", "position")
);

CREATE INDEX "bulk_act_person_id_asked_at_idx" ON "bulk_act"("person_id", "asked_at");

ALTER TABLE "bulk_act" ADD CONSTRAINT "bulk_act_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "bulk_act_row" ADD CONSTRAINT "bulk_act_row_bulk_act_id_fkey" FOREIGN KEY ("bulk_act_id") REFERENCES "bulk_act"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "bulk_act_row" ADD CONSTRAINT "bulk_act_row_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
