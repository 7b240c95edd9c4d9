-- AlterTable
ALTER TABLE "relation" ADD COLUMN     "proposedVersion" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "claim_analysis" (
    "claimId" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "analysisVersion" INTEGER NOT NULL,
    "analysis" JSON NOT NULL,
    "comparedBy" TEXT,

    CONSTRAINT "claim_analysis_pkey" PRIMARY KEY ("claimId")
);

-- AddForeignKey
ALTER TABLE "claim_analysis" ADD CONSTRAINT "claim_analysis_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ── What Prisma's schema cannot say ────────────────────────────────────────────────────────────────

-- The desk's queue: what a person proposed, then what the detector finds likeliest.
CREATE INDEX "relation_queue_idx" ON "relation"((coalesce("score", 1)) DESC, "id" DESC) WHERE "state" = 'suggested';
