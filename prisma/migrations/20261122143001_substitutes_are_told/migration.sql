-- What an administrator opened to the substitute of an absent person, and not to the holder of the post.
ALTER TABLE "role_grant" ADD COLUMN "absence_id" UUID;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_absence_id_fkey" FOREIGN KEY ("absence_id") REFERENCES "absence"("id") ON DELETE SET NULL ON UPDATE CASCADE;
