-- CreateTable
CREATE TABLE "calendar_feed" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "token_hash" CHAR(64) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "last_read_at" TIMESTAMPTZ(3),

    CONSTRAINT "calendar_feed_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_entry" (
    "person_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "kind" "work_item_kind" NOT NULL,
    "due_on" DATE NOT NULL,
    "sequence" INTEGER NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "is_over" BOOLEAN NOT NULL,

    CONSTRAINT "calendar_entry_pkey" PRIMARY KEY ("person_id","subject_id","kind")
);

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feed_token_hash_key" ON "calendar_feed"("token_hash");

-- CreateIndex
CREATE INDEX "calendar_feed_person_id_idx" ON "calendar_feed"("person_id");

-- CreateIndex
CREATE INDEX "calendar_entry_subject_id_idx" ON "calendar_entry"("subject_id");

-- AddForeignKey
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_entry" ADD CONSTRAINT "calendar_entry_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_entry" ADD CONSTRAINT "calendar_entry_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "subject"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A person has one address at a time.
CREATE UNIQUE INDEX calendar_feed_open ON calendar_feed (person_id) WHERE revoked_at IS NULL;
