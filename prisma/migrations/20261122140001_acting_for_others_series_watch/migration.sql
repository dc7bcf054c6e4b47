-- An absence with its substitute, work that changes hands, series of tasks, watches, the field of a task. Restricted tasks are held and
-- seen by name: what a person has of those no substitute sees.

-- CreateEnum
CREATE TYPE "period_kind" AS ENUM ('MONTH', 'QUARTER', 'HALF_YEAR', 'YEAR');

-- AlterTable
ALTER TABLE "task" ADD COLUMN     "field" TEXT,
ADD COLUMN     "period" TEXT,
ADD COLUMN     "series_id" UUID;

-- CreateTable
CREATE TABLE "absence" (
    "id" UUID NOT NULL,
    "organ_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "substitute_id" UUID NOT NULL,
    "post_id" UUID,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "entered_by_id" UUID NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "absence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "handover" (
    "id" UUID NOT NULL,
    "organ_id" UUID NOT NULL,
    "from_day" DATE NOT NULL,
    "document_symbol" TEXT NOT NULL,
    "document_on" DATE NOT NULL,
    "moves" JSONB NOT NULL,
    "ordered_by_id" UUID NOT NULL,
    "ordered_post_id" UUID NOT NULL,
    "ordered_at" TIMESTAMPTZ(3) NOT NULL,
    "called_off_at" TIMESTAMPTZ(3),
    "begun_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "handover_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "handover_task" (
    "handover_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "outcome" JSONB,

    CONSTRAINT "handover_task_pkey" PRIMARY KEY ("handover_id","task_id")
);

-- CreateTable
CREATE TABLE "task_series" (
    "id" UUID NOT NULL,
    "directive_id" UUID NOT NULL,
    "content" TEXT NOT NULL,
    "expected_product" TEXT,
    "directing_leader_id" UUID NOT NULL,
    "lead_unit_id" UUID NOT NULL,
    "follower_id" UUID NOT NULL,
    "urgency" "urgency" NOT NULL DEFAULT 'NORMAL',
    "field" TEXT,
    "support_unit_ids" UUID[],
    "period_kind" "period_kind" NOT NULL,
    "first_period" TEXT NOT NULL,
    "last_period" TEXT,
    "due_after_days" INTEGER NOT NULL,
    "opens_before_days" INTEGER NOT NULL,
    "entered_by_id" UUID NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL,
    "issued_by_id" UUID,
    "issued_post_id" UUID,
    "issued_at" TIMESTAMPTZ(3),
    "stopped_by_id" UUID,
    "stopped_at" TIMESTAMPTZ(3),
    "stop_reason" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "task_series_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "watch" (
    "person_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "muted" BOOLEAN NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "watch_pkey" PRIMARY KEY ("person_id","task_id")
);

-- CreateIndex
CREATE INDEX "absence_person_id_to_day_idx" ON "absence"("person_id", "to_day");

-- CreateIndex
CREATE INDEX "absence_substitute_id_to_day_idx" ON "absence"("substitute_id", "to_day");

-- CreateIndex
CREATE INDEX "handover_organ_id_from_day_idx" ON "handover"("organ_id", "from_day");

-- CreateIndex
CREATE INDEX "handover_task_task_id_idx" ON "handover_task"("task_id");

-- CreateIndex
CREATE INDEX "task_series_directive_id_idx" ON "task_series"("directive_id");

-- CreateIndex
CREATE INDEX "watch_task_id_idx" ON "watch"("task_id");

-- CreateIndex
CREATE UNIQUE INDEX "task_series_id_period_key" ON "task"("series_id", "period");

-- CreateIndex
CREATE INDEX "unit_successor_id_idx" ON "unit"("successor_id");

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_organ_id_fkey" FOREIGN KEY ("organ_id") REFERENCES "organ"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_substitute_id_fkey" FOREIGN KEY ("substitute_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_entered_by_id_fkey" FOREIGN KEY ("entered_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover" ADD CONSTRAINT "handover_organ_id_fkey" FOREIGN KEY ("organ_id") REFERENCES "organ"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover" ADD CONSTRAINT "handover_ordered_by_id_fkey" FOREIGN KEY ("ordered_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover" ADD CONSTRAINT "handover_ordered_post_id_fkey" FOREIGN KEY ("ordered_post_id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover_task" ADD CONSTRAINT "handover_task_handover_id_fkey" FOREIGN KEY ("handover_id") REFERENCES "handover"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover_task" ADD CONSTRAINT "handover_task_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "task_series"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_series" ADD CONSTRAINT "task_series_directive_id_fkey" FOREIGN KEY ("directive_id") REFERENCES "directive"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_series" ADD CONSTRAINT "task_series_directing_leader_id_fkey" FOREIGN KEY ("directing_leader_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_series" ADD CONSTRAINT "task_series_lead_unit_id_fkey" FOREIGN KEY ("lead_unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_series" ADD CONSTRAINT "task_series_follower_id_fkey" FOREIGN KEY ("follower_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_series" ADD CONSTRAINT "task_series_entered_by_id_fkey" FOREIGN KEY ("entered_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_series" ADD CONSTRAINT "task_series_issued_by_id_fkey" FOREIGN KEY ("issued_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_series" ADD CONSTRAINT "task_series_issued_post_id_fkey" FOREIGN KEY ("issued_post_id") REFERENCES "post"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_series" ADD CONSTRAINT "task_series_stopped_by_id_fkey" FOREIGN KEY ("stopped_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "watch" ADD CONSTRAINT "watch_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "watch" ADD CONSTRAINT "watch_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



ALTER TABLE "absence" ADD CONSTRAINT "absence_days" CHECK (from_day <= to_day);
ALTER TABLE "absence" ADD CONSTRAINT "absence_of_another" CHECK (substitute_id <> person_id);
ALTER TABLE "task" ADD CONSTRAINT "task_period_of_series" CHECK (num_nonnulls(series_id, period) IN (0, 2));

UPDATE participant SET principal = 'named:' || substr(principal, 8)
FROM subject WHERE subject.id = participant.subject_id AND subject.restricted AND participant.principal LIKE 'person:%';

UPDATE work_item SET holder = 'named:' || substr(holder, 8)
FROM subject WHERE subject.id = work_item.root_id AND subject.restricted AND work_item.holder LIKE 'person:%';
