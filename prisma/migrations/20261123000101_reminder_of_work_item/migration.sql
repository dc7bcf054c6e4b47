-- A stage is told once for each time a thing is owed, and not once for all times it is: what was sent back is owed anew.
ALTER TABLE "reminder" ADD COLUMN "work_item_id" UUID, ADD COLUMN "cause_key" TEXT;

UPDATE reminder SET cause_key = 'reminder:' || reminder.id, work_item_id = (
  SELECT item.id FROM work_item item
  WHERE item.subject_id = reminder.subject_id AND item.kind = reminder.work AND item.holder = reminder.holder
    AND item.opened_at <= reminder.at
  ORDER BY item.opened_at DESC, item.id DESC LIMIT 1);
-- Of what nothing is owed nothing has to be known.
DELETE FROM reminder WHERE work_item_id IS NULL;

DROP INDEX "reminder_subject_id_work_holder_due_on_stage_key";
ALTER TABLE "reminder" DROP CONSTRAINT "reminder_subject_id_fkey";
ALTER TABLE "reminder" DROP COLUMN "subject_id", DROP COLUMN "work", DROP COLUMN "holder";
ALTER TABLE "reminder" ALTER COLUMN "work_item_id" SET NOT NULL, ALTER COLUMN "cause_key" SET NOT NULL;

CREATE UNIQUE INDEX "reminder_work_item_id_due_on_stage_key" ON "reminder"("work_item_id", "due_on", "stage");
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_work_item_id_fkey" FOREIGN KEY ("work_item_id") REFERENCES "work_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
