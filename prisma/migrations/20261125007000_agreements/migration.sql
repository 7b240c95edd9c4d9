-- AlterTable
ALTER TABLE "appearance" ADD COLUMN     "copiedById" UUID;

-- AlterTable
ALTER TABLE "scan" ADD COLUMN     "agreeing" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "refreshed" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "withdrawn" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "appearance_copiedById_idx" ON "appearance"("copiedById");

-- AddForeignKey
ALTER TABLE "appearance" ADD CONSTRAINT "appearance_copiedById_fkey" FOREIGN KEY ("copiedById") REFERENCES "decision"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- ── What Prisma's schema cannot say ────────────────────────────────────────────────────────────────

-- Pairs that say the same are a queue of their own: they never stand between those that cannot both be true.
DROP INDEX "relation_queue_idx";
CREATE INDEX "relation_conflicts_idx" ON "relation"(("reasonTypes"[1]), (coalesce("score", 1)) DESC, "id" DESC)
    INCLUDE ("reasonTypes", "score", "awaits", "proposedVersion", "assignedToId", "aId", "bId", "kind")
    WHERE "state" = 'suggested' AND ("kind" NOT IN ('agrees', 'duplicate') OR "awaits" IS NOT NULL);
CREATE INDEX "relation_agreements_idx" ON "relation"((coalesce("score", 1)) DESC, "id" DESC)
    INCLUDE ("reasonTypes", "score", "awaits", "proposedVersion", "assignedToId", "aId", "bId", "kind")
    WHERE "state" = 'suggested' AND "kind" IN ('agrees', 'duplicate') AND "awaits" IS NULL;
