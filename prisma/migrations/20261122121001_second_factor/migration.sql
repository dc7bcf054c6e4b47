-- The second factor, the fresh sign-in, how somebody wants the screen, and who has seen that a role was granted.

-- AlterTable
ALTER TABLE "login" ADD COLUMN     "density" VARCHAR(12),
ADD COLUMN     "locale" VARCHAR(2),
ADD COLUMN     "second_factor_reset_at" TIMESTAMPTZ(3),
ADD COLUMN     "theme" VARCHAR(10),
ADD COLUMN     "two_factor_enabled" BOOLEAN DEFAULT false;

-- AlterTable
ALTER TABLE "login_session" ADD COLUMN     "proved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- CreateTable
CREATE TABLE "role_grant" (
    "id" UUID NOT NULL,
    "organ_id" UUID NOT NULL,
    "post_id" UUID NOT NULL,
    "granted_by_id" UUID NOT NULL,
    "granted_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_by_id" UUID,
    "seen_at" TIMESTAMPTZ(3),

    CONSTRAINT "role_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "two_factor" (
    "id" UUID NOT NULL,
    "login_id" UUID NOT NULL,
    "secret" TEXT NOT NULL,
    "backup_codes" TEXT NOT NULL,
    "verified" BOOLEAN DEFAULT true,
    "failed_verification_count" INTEGER DEFAULT 0,
    "locked_until" TIMESTAMPTZ(3),

    CONSTRAINT "two_factor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "spent_code" (
    "login_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "spent_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "spent_code_pkey" PRIMARY KEY ("login_id","code")
);

-- CreateIndex
CREATE INDEX "role_grant_post_id_idx" ON "role_grant"("post_id");

-- CreateIndex
CREATE INDEX "role_grant_organ_id_granted_at_idx" ON "role_grant"("organ_id", "granted_at");

-- CreateIndex
CREATE UNIQUE INDEX "two_factor_login_id_key" ON "two_factor"("login_id");

-- CreateIndex
CREATE INDEX "spent_code_spent_at_idx" ON "spent_code"("spent_at");

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_organ_id_fkey" FOREIGN KEY ("organ_id") REFERENCES "organ"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_granted_by_id_fkey" FOREIGN KEY ("granted_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_seen_by_id_fkey" FOREIGN KEY ("seen_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "two_factor" ADD CONSTRAINT "two_factor_login_id_fkey" FOREIGN KEY ("login_id") REFERENCES "login"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "spent_code" ADD CONSTRAINT "spent_code_login_id_fkey" FOREIGN KEY ("login_id") REFERENCES "login"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- A grant is seen by somebody at a moment, and not by the administrator who gave it.
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_seen_whole" CHECK (num_nonnulls(seen_by_id, seen_at) IN (0, 2));
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_seen_by_another" CHECK (seen_by_id <> granted_by_id);

-- What another administrator has still to see: few among many.
CREATE INDEX role_grant_unseen ON role_grant (organ_id, granted_at) WHERE seen_at IS NULL;
