-- CreateEnum
CREATE TYPE "Adviser" AS ENUM ('nli', 'llm');

-- CreateEnum
CREATE TYPE "OpinionState" AS ENUM ('waiting', 'given', 'unusable', 'failed');

-- CreateTable
CREATE TABLE "opinion" (
    "id" UUID NOT NULL,
    "relationId" UUID NOT NULL,
    "adviser" "Adviser" NOT NULL,
    "model" TEXT NOT NULL,
    "aRevision" INTEGER NOT NULL,
    "bRevision" INTEGER NOT NULL,
    "state" "OpinionState" NOT NULL DEFAULT 'waiting',
    "runner" TEXT,
    "heldUntil" TIMESTAMPTZ(3),
    "request" TEXT,
    "answer" TEXT,
    "contradicts" DOUBLE PRECISION,
    "agrees" DOUBLE PRECISION,
    "neither" DOUBLE PRECISION,
    "spans" JSON NOT NULL DEFAULT '[]',
    "explanation" TEXT,
    "failure" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "tokens" INTEGER,
    "durationMs" INTEGER,
    "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "askedById" TEXT,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "opinion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "opinion_spending" (
    "day" DATE NOT NULL,
    "adviser" "Adviser" NOT NULL,
    "asked" INTEGER NOT NULL,

    CONSTRAINT "opinion_spending_pkey" PRIMARY KEY ("day","adviser")
);

-- CreateIndex
CREATE INDEX "opinion_relationId_adviser_id_idx" ON "opinion"("relationId", "adviser", "id");

-- CreateIndex
CREATE INDEX "opinion_adviser_answeredAt_idx" ON "opinion"("adviser", "answeredAt");

-- CreateIndex
CREATE INDEX "opinion_askedById_idx" ON "opinion"("askedById");

-- CreateIndex
CREATE UNIQUE INDEX "opinion_one_waiting_key" ON "opinion"("relationId", "adviser") WHERE (state = 'waiting'::"OpinionState");

-- AddForeignKey
ALTER TABLE "opinion" ADD CONSTRAINT "opinion_relationId_fkey" FOREIGN KEY ("relationId") REFERENCES "relation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opinion" ADD CONSTRAINT "opinion_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- ── What Prisma's schema cannot say ────────────────────────────────────────────────────────────────

ALTER TABLE "opinion"
    ADD CONSTRAINT "opinion_held" CHECK (("runner" IS NULL) = ("heldUntil" IS NULL) AND ("runner" IS NULL OR "state" = 'waiting')),
    ADD CONSTRAINT "opinion_answered" CHECK (("answeredAt" IS NULL) = ("state" = 'waiting')),
    ADD CONSTRAINT "opinion_failure" CHECK (("failure" IS NOT NULL) = ("state" IN ('unusable', 'failed'))),
    ADD CONSTRAINT "opinion_verdict" CHECK (
        ("state" = 'given') = ("contradicts" IS NOT NULL)
        AND ("contradicts" IS NULL) = ("agrees" IS NULL) AND ("contradicts" IS NULL) = ("neither" IS NULL)
        AND "contradicts" BETWEEN 0 AND 1 AND "agrees" BETWEEN 0 AND 1 AND "neither" BETWEEN 0 AND 1
    ),
    ADD CONSTRAINT "opinion_counts" CHECK ("attempts" >= 0 AND "tokens" >= 0 AND "durationMs" >= 0);
ALTER TABLE "opinion_spending" ADD CONSTRAINT "opinion_spending_asked" CHECK ("asked" > 0);

-- Of the pairs that wait, the likeliest are asked about first.
CREATE INDEX "relation_likeliest_idx" ON "relation"((coalesce("score", 1)) DESC, "id" DESC) WHERE "state" = 'suggested';
