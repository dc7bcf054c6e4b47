-- What the operator's page says of the jobs of the clock: one row for each, about its last run.
CREATE TABLE "schedule_run" (
    "job" TEXT NOT NULL,
    "every_milliseconds" INTEGER NOT NULL,
    "registered_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "last_error" TEXT,

    CONSTRAINT "schedule_run_pkey" PRIMARY KEY ("job")
);
