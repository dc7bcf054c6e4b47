-- CreateEnum
CREATE TYPE "notice_channel" AS ENUM ('APP', 'MAIL');

-- CreateEnum
CREATE TYPE "notice_delivery_state" AS ENUM ('WAITING', 'SENT', 'FAILED', 'NOT_SENT', 'DIGEST');

-- CreateEnum
CREATE TYPE "notice_way" AS ENUM ('NONE', 'AT_ONCE', 'DIGEST');

-- CreateTable
CREATE TABLE "notice" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "root_id" UUID,
    "subject_id" UUID,
    "cause_key" TEXT NOT NULL,
    "values" JSONB NOT NULL,
    "in_app" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice_delivery" (
    "notice_id" UUID NOT NULL,
    "channel" "notice_channel" NOT NULL,
    "state" "notice_delivery_state" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_try_at" TIMESTAMPTZ(3),
    "last_error" TEXT,

    CONSTRAINT "notice_delivery_pkey" PRIMARY KEY ("notice_id","channel")
);

-- CreateTable
CREATE TABLE "notice_choice" (
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "channel" "notice_channel" NOT NULL,
    "way" "notice_way" NOT NULL,

    CONSTRAINT "notice_choice_pkey" PRIMARY KEY ("person_id","kind","channel")
);

-- CreateTable
CREATE TABLE "notice_rule" (
    "organ_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "channel" "notice_channel" NOT NULL,
    "way" "notice_way" NOT NULL,
    "fixed" BOOLEAN NOT NULL,

    CONSTRAINT "notice_rule_pkey" PRIMARY KEY ("organ_id","kind","channel")
);

-- CreateIndex
CREATE UNIQUE INDEX "notice_person_id_cause_key_key" ON "notice"("person_id", "cause_key");

-- CreateIndex
CREATE INDEX "notice_person_id_at_id_idx" ON "notice"("person_id", "at" DESC, "id");

-- CreateIndex
CREATE INDEX "notice_root_id_at_idx" ON "notice"("root_id", "at");

-- CreateIndex
CREATE INDEX "notice_subject_id_idx" ON "notice"("subject_id");

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_root_id_fkey" FOREIGN KEY ("root_id") REFERENCES "subject"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "subject"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_delivery" ADD CONSTRAINT "notice_delivery_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "notice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_choice" ADD CONSTRAINT "notice_choice_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_rule" ADD CONSTRAINT "notice_rule_organ_id_fkey" FOREIGN KEY ("organ_id") REFERENCES "organ"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What every page counts, and what the job that sends mail takes: few among many.
CREATE INDEX notice_unread ON notice (person_id, at DESC, id) WHERE read_at IS NULL AND in_app;
CREATE INDEX notice_delivery_waiting ON notice_delivery (next_try_at) WHERE state = 'WAITING';

-- Whoever is told, or has read, sees it on every open page: the web processes listen on this channel.
CREATE FUNCTION notice_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('notice', person_id::text) FROM (SELECT DISTINCT person_id FROM changed) changed;
  RETURN NULL;
END
$$;

CREATE TRIGGER notice_told AFTER INSERT ON notice REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION notice_changed();
CREATE TRIGGER notice_read AFTER UPDATE ON notice REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION notice_changed();
