-- CreateEnum
CREATE TYPE "AwaitedReading" AS ENUM ('second', 'third');

-- AlterTable
ALTER TABLE "decision" ADD COLUMN     "secondReader" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "relation" ADD COLUMN     "assignedToId" TEXT,
ADD COLUMN     "awaits" "AwaitedReading",
ADD COLUMN     "reasonTypes" "ReasonType"[] DEFAULT ARRAY[]::"ReasonType"[];

-- CreateTable
CREATE TABLE "settings" (
    "one" BOOLEAN NOT NULL DEFAULT true,
    "secondReader" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "settings_pkey" PRIMARY KEY ("one")
);

-- CreateIndex
CREATE INDEX "relation_assignedToId_id_idx" ON "relation"("assignedToId", "id");

-- CreateIndex
CREATE INDEX "relation_awaits_idx" ON "relation"("awaits", "id") WHERE ("awaits" IS NOT NULL);

-- AddForeignKey
ALTER TABLE "relation" ADD CONSTRAINT "relation_assignedToId_fkey" FOREIGN KEY ("assignedToId") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- ── What Prisma's schema cannot say ────────────────────────────────────────────────────────────────

ALTER TABLE "relation" ADD CONSTRAINT "relation_awaits_while_suggested" CHECK ("awaits" IS NULL OR "state" = 'suggested');
ALTER TABLE "settings" ADD CONSTRAINT "settings_one" CHECK ("one");

-- What the queue is ordered and narrowed by stands on the relation: the types of its reasons, the leading one first.
CREATE FUNCTION keep_reason_types() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE "relation" AS r SET "reasonTypes" = ARRAY(
        SELECT s."type" FROM "reason" AS s WHERE s."relationId" = r."id" GROUP BY s."type" ORDER BY min(s."ordinal")
    )
    WHERE r."id" IN (SELECT "relationId" FROM changed);
    RETURN NULL;
END
$$;

CREATE TRIGGER "reason_added" AFTER INSERT ON "reason"
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_reason_types();
CREATE TRIGGER "reason_removed" AFTER DELETE ON "reason"
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_reason_types();

UPDATE "relation" AS r SET "reasonTypes" = ARRAY(
    SELECT s."type" FROM "reason" AS s WHERE s."relationId" = r."id" GROUP BY s."type" ORDER BY min(s."ordinal")
);

-- The desk's queue, per leading reason: what the desk has learnt moves each as a whole and never within itself.
DROP INDEX "relation_queue_idx";
CREATE INDEX "relation_queue_idx" ON "relation"(("reasonTypes"[1]), (coalesce("score", 1)) DESC, "id" DESC) WHERE "state" = 'suggested';

-- What became of the detector's suggestions, read from the index alone.
CREATE INDEX "relation_learnt_idx" ON "relation"("reasonTypes", "state", "kind", "proposedKind", "score")
    WHERE "origin" = 'detector' AND "state" <> 'suggested';
