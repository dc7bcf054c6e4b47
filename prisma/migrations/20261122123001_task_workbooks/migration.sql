-- CreateTable
CREATE TABLE "task_export" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "filters" JSONB NOT NULL,
    "locale" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "total" INTEGER,
    "written" INTEGER NOT NULL DEFAULT 0,
    "moved_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "sha256" CHAR(64),
    "bytes" INTEGER,

    CONSTRAINT "task_export_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task_import" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "findings" JSONB,
    "wanted_at" TIMESTAMPTZ(3),
    "good_rows_only" BOOLEAN NOT NULL DEFAULT false,
    "total" INTEGER,
    "written" INTEGER NOT NULL DEFAULT 0,
    "moved_at" TIMESTAMPTZ(3) NOT NULL,
    "taken_at" TIMESTAMPTZ(3),

    CONSTRAINT "task_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "imported_task" (
    "task_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "fingerprint" CHAR(64) NOT NULL,

    CONSTRAINT "imported_task_pkey" PRIMARY KEY ("task_id")
);

-- CreateIndex
CREATE INDEX "task_export_person_id_asked_at_idx" ON "task_export"("person_id", "asked_at");

-- CreateIndex
CREATE INDEX "task_export_asked_at_idx" ON "task_export"("asked_at");

-- CreateIndex
CREATE INDEX "task_import_person_id_asked_at_idx" ON "task_import"("person_id", "asked_at");

-- CreateIndex
CREATE INDEX "task_import_asked_at_idx" ON "task_import"("asked_at");

-- CreateIndex
CREATE INDEX "imported_task_import_id_idx" ON "imported_task"("import_id");

-- CreateIndex
CREATE INDEX "imported_task_fingerprint_idx" ON "imported_task"("fingerprint");

-- AddForeignKey
ALTER TABLE "task_export" ADD CONSTRAINT "task_export_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_import" ADD CONSTRAINT "task_import_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imported_task" ADD CONSTRAINT "imported_task_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "task_import"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
