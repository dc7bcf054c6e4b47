-- A change of the working calendar moves due days by an order, task by task.
CREATE TABLE "calendar_change" (
    "id" UUID NOT NULL,
    "organ_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "ordered_by_id" UUID NOT NULL,
    "ordered_post_id" UUID NOT NULL,
    "ordered_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "calendar_change_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "calendar_change_task" (
    "change_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "moved" BOOLEAN,

    CONSTRAINT "calendar_change_task_pkey" PRIMARY KEY ("change_id","task_id")
);

CREATE INDEX "calendar_change_organ_id_ordered_at_idx" ON "calendar_change"("organ_id", "ordered_at");

CREATE INDEX "calendar_change_task_task_id_idx" ON "calendar_change_task"("task_id");

ALTER TABLE "calendar_change" ADD CONSTRAINT "calendar_change_organ_id_fkey" FOREIGN KEY ("organ_id") REFERENCES "organ"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "calendar_change" ADD CONSTRAINT "calendar_change_ordered_by_id_fkey" FOREIGN KEY ("ordered_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "calendar_change" ADD CONSTRAINT "calendar_change_ordered_post_id_fkey" FOREIGN KEY ("ordered_post_id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "calendar_change_task" ADD CONSTRAINT "calendar_change_task_change_id_fkey" FOREIGN KEY ("change_id") REFERENCES "calendar_change"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "calendar_change_task" ADD CONSTRAINT "calendar_change_task_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
