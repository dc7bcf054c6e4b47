-- CreateTable
CREATE TABLE "reminder_policy" (
    "id" UUID NOT NULL,
    "organ_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "policy" JSONB NOT NULL,
    "entered_by_id" UUID NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL,
    "put_in_force_by_id" UUID,
    "put_in_force_at" TIMESTAMPTZ(3),

    CONSTRAINT "reminder_policy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reminder" (
    "id" UUID NOT NULL,
    "root_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "work" "work_item_kind" NOT NULL,
    "holder" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "stage" TEXT NOT NULL,
    "told" BOOLEAN NOT NULL,
    "policy_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reminder_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "reminder_policy_organ_id_version_key" ON "reminder_policy"("organ_id", "version");

-- CreateIndex
CREATE INDEX "reminder_root_id_at_idx" ON "reminder"("root_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "reminder_subject_id_work_holder_due_on_stage_key" ON "reminder"("subject_id", "work", "holder", "due_on", "stage");

-- AddForeignKey
ALTER TABLE "reminder_policy" ADD CONSTRAINT "reminder_policy_organ_id_fkey" FOREIGN KEY ("organ_id") REFERENCES "organ"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminder_policy" ADD CONSTRAINT "reminder_policy_entered_by_id_fkey" FOREIGN KEY ("entered_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminder_policy" ADD CONSTRAINT "reminder_policy_put_in_force_by_id_fkey" FOREIGN KEY ("put_in_force_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_root_id_fkey" FOREIGN KEY ("root_id") REFERENCES "subject"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "subject"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_policy_id_fkey" FOREIGN KEY ("policy_id") REFERENCES "reminder_policy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the sweep looks through: open obligations by their day, without those that only keep an eye on something.
CREATE INDEX work_item_reminded ON work_item (due_on)
  WHERE settled_at IS NULL AND due_on IS NOT NULL AND kind NOT IN ('ISSUE', 'FOLLOW');
