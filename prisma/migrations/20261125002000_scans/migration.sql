-- CreateEnum
CREATE TYPE "ScanState" AS ENUM ('running', 'paused', 'done', 'cancelled', 'failed');

-- CreateTable
CREATE TABLE "scan" (
    "id" UUID NOT NULL,
    "state" "ScanState" NOT NULL DEFAULT 'running',
    "modelVersion" TEXT,
    "cursor" UUID,
    "claims" INTEGER NOT NULL,
    "claimsDone" INTEGER NOT NULL DEFAULT 0,
    "pairsCompared" BIGINT NOT NULL DEFAULT 0,
    "proposed" INTEGER NOT NULL DEFAULT 0,
    "runner" TEXT,
    "heldUntil" TIMESTAMPTZ(3),
    "since" TIMESTAMPTZ(3),
    "sinceClaims" INTEGER NOT NULL DEFAULT 0,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "startedById" TEXT NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "scan_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "scan_startedById_idx" ON "scan"("startedById");

-- AddForeignKey
ALTER TABLE "scan" ADD CONSTRAINT "scan_startedById_fkey" FOREIGN KEY ("startedById") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── What Prisma's schema cannot say ────────────────────────────────────────────────────────────────

-- One scan at a time, whoever starts it.
CREATE UNIQUE INDEX "scan_one_open_key" ON "scan"((true)) WHERE "state" IN ('running', 'paused');

ALTER TABLE "scan"
    ADD CONSTRAINT "scan_counts" CHECK ("claims" >= 0 AND "claimsDone" >= 0 AND "pairsCompared" >= 0 AND "proposed" >= 0 AND "sinceClaims" >= 0),
    ADD CONSTRAINT "scan_cursor" CHECK (("cursor" IS NULL) = ("claimsDone" = 0)),
    ADD CONSTRAINT "scan_ended" CHECK (("endedAt" IS NULL) = ("state" IN ('running', 'paused'))),
    ADD CONSTRAINT "scan_held" CHECK (("runner" IS NULL) = ("heldUntil" IS NULL) AND ("runner" IS NULL OR "state" = 'running')),
    ADD CONSTRAINT "scan_failure" CHECK (("failure" IS NULL) = ("state" <> 'failed'));
