-- Due days that count from the day of issue, and one paragraph given to many units.
CREATE TYPE "day_kind" AS ENUM ('OFF', 'MAKE_UP');

CREATE TABLE "calendar_day" (
    "organ_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "kind" "day_kind" NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "calendar_day_pkey" PRIMARY KEY ("organ_id", "day")
);

CREATE TABLE "task_group" (
    "id" UUID NOT NULL,
    "directive_id" UUID NOT NULL,

    CONSTRAINT "task_group_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "task" ADD COLUMN "due_rule" JSONB, ADD COLUMN "group_id" UUID;

CREATE INDEX "task_group_directive_id_idx" ON "task_group"("directive_id");

CREATE INDEX "task_group_id_idx" ON "task"("group_id");

ALTER TABLE "calendar_day" ADD CONSTRAINT "calendar_day_organ_id_fkey" FOREIGN KEY ("organ_id") REFERENCES "organ"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "task_group" ADD CONSTRAINT "task_group_directive_id_fkey" FOREIGN KEY ("directive_id") REFERENCES "directive"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "task" ADD CONSTRAINT "task_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "task_group"("id") ON DELETE SET NULL ON UPDATE CASCADE;
