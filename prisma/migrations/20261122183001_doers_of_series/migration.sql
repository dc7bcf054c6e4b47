-- For whom a series was issued, and in which post it was stopped: a substitute does both under two names.
ALTER TABLE "task_series" ADD COLUMN "issued_for_id" UUID,
ADD COLUMN "stopped_post_id" UUID;

-- What somebody other than the leader had issued was issued for that leader.
UPDATE "task_series" SET "issued_for_id" = "directing_leader_id" WHERE "issued_by_id" <> "directing_leader_id";

-- AddForeignKey
ALTER TABLE "task_series" ADD CONSTRAINT "task_series_issued_for_id_fkey" FOREIGN KEY ("issued_for_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_series" ADD CONSTRAINT "task_series_stopped_post_id_fkey" FOREIGN KEY ("stopped_post_id") REFERENCES "post"("id") ON DELETE SET NULL ON UPDATE CASCADE;
