-- What an order of handover opens to whoever takes restricted tasks over, in the post they hold.
ALTER TABLE "role_grant" ADD COLUMN "handover_id" UUID;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_handover_id_fkey" FOREIGN KEY ("handover_id") REFERENCES "handover"("id") ON DELETE SET NULL ON UPDATE CASCADE;
