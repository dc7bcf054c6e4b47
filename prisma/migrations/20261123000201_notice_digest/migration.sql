-- Who has a row gets one mail a working day instead of one for each thing.
CREATE TABLE "notice_digest" (
    "person_id" UUID NOT NULL,
    "hour" SMALLINT NOT NULL,

    CONSTRAINT "notice_digest_pkey" PRIMARY KEY ("person_id"),
    CONSTRAINT "notice_digest_hour" CHECK ("hour" BETWEEN 0 AND 23)
);
ALTER TABLE "notice_digest" ADD CONSTRAINT "notice_digest_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "notice_delivery" ADD COLUMN "digest_id" UUID;
ALTER TABLE "notice_delivery" ADD CONSTRAINT "notice_delivery_digest_id_fkey" FOREIGN KEY ("digest_id") REFERENCES "notice"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "notice_delivery_digest_id_idx" ON "notice_delivery"("digest_id");
-- What waits to be gathered.
CREATE INDEX "notice_delivery_for_digest" ON "notice_delivery"("notice_id") WHERE "state" = 'DIGEST' AND "digest_id" IS NULL;

-- A digest is chosen for all mail at once, and no longer thought of as one of the ways of a kind; nobody could choose it so.
ALTER TYPE "notice_way" RENAME TO "notice_way_before";
CREATE TYPE "notice_way" AS ENUM ('NONE', 'AT_ONCE');
ALTER TABLE "notice_choice" ALTER COLUMN "way" TYPE "notice_way" USING "way"::text::"notice_way";
ALTER TABLE "notice_rule" ALTER COLUMN "way" TYPE "notice_way" USING "way"::text::"notice_way";
DROP TYPE "notice_way_before";
