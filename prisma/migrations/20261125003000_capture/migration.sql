-- CreateEnum
CREATE TYPE "QuoteState" AS ENUM ('exact', 'moved', 'changed', 'missing', 'unreachable');

-- CreateEnum
CREATE TYPE "CaptureState" AS ENUM ('waiting', 'fetching', 'reading', 'done', 'failed');

-- CreateEnum
CREATE TYPE "WatchInterval" AS ENUM ('off', 'hourly', 'daily', 'weekly');

-- CreateEnum
CREATE TYPE "WatchState" AS ENUM ('waiting', 'reached', 'unreachable', 'refused');

-- DropIndex
DROP INDEX "snapshot_sourceId_sha256_key";

-- AlterTable
ALTER TABLE "quote" ADD COLUMN     "page" INTEGER;

-- AlterTable
ALTER TABLE "snapshot" ADD COLUMN     "pageStarts" INTEGER[] DEFAULT ARRAY[]::INTEGER[];

-- AlterTable
ALTER TABLE "source" ADD COLUMN     "voiceId" UUID;

-- CreateTable
CREATE TABLE "sighting" (
    "quoteId" UUID NOT NULL,
    "snapshotId" UUID NOT NULL,
    "state" "QuoteState" NOT NULL,
    "start" INTEGER,
    "end" INTEGER,
    "words" TEXT,
    "difference" JSONB,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sighting_pkey" PRIMARY KEY ("quoteId","snapshotId")
);

-- CreateTable
CREATE TABLE "sketch" (
    "snapshotId" UUID NOT NULL,
    "hashes" INTEGER[],
    "bands" INTEGER[],

    CONSTRAINT "sketch_pkey" PRIMARY KEY ("snapshotId")
);

-- CreateTable
CREATE TABLE "capture" (
    "id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "state" "CaptureState" NOT NULL DEFAULT 'waiting',
    "received" INTEGER NOT NULL DEFAULT 0,
    "expected" INTEGER,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "draft" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" TEXT NOT NULL,

    CONSTRAINT "capture_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "watch" (
    "sourceId" UUID NOT NULL,
    "every" "WatchInterval" NOT NULL,
    "state" "WatchState" NOT NULL DEFAULT 'waiting',
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "problem" TEXT,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "etag" TEXT,
    "lastModified" TEXT,
    "visitedAt" TIMESTAMPTZ(3),
    "reachedAt" TIMESTAMPTZ(3),
    "nextAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "setById" TEXT,

    CONSTRAINT "watch_pkey" PRIMARY KEY ("sourceId")
);

-- CreateIndex
CREATE INDEX "sighting_snapshotId_idx" ON "sighting"("snapshotId");

-- CreateIndex
CREATE INDEX "sketch_bands_idx" ON "sketch" USING GIN ("bands");

-- CreateIndex
CREATE INDEX "capture_createdById_idx" ON "capture"("createdById");

-- CreateIndex
CREATE INDEX "capture_createdAt_idx" ON "capture"("createdAt");

-- CreateIndex
CREATE INDEX "watch_nextAt_idx" ON "watch"("nextAt");

-- CreateIndex
CREATE INDEX "watch_setById_idx" ON "watch"("setById");

-- CreateIndex
CREATE INDEX "snapshot_sourceId_capturedAt_id_idx" ON "snapshot"("sourceId", "capturedAt", "id");

-- CreateIndex
CREATE INDEX "source_voiceId_idx" ON "source"("voiceId");

-- AddForeignKey
ALTER TABLE "sighting" ADD CONSTRAINT "sighting_quoteId_fkey" FOREIGN KEY ("quoteId") REFERENCES "quote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sighting" ADD CONSTRAINT "sighting_snapshotId_fkey" FOREIGN KEY ("snapshotId") REFERENCES "snapshot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sketch" ADD CONSTRAINT "sketch_snapshotId_fkey" FOREIGN KEY ("snapshotId") REFERENCES "snapshot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "capture" ADD CONSTRAINT "capture_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "watch" ADD CONSTRAINT "watch_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "watch" ADD CONSTRAINT "watch_setById_fkey" FOREIGN KEY ("setById") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- ── What Prisma's schema cannot say ────────────────────────────────────────────────────────────────

-- A text that a source had before may stand there again; what stood there last is not captured twice.
CREATE FUNCTION refuse_same_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW."sha256" = (
        SELECT "sha256" FROM "snapshot" WHERE "sourceId" = NEW."sourceId" ORDER BY "capturedAt" DESC, "id" DESC LIMIT 1
    ) THEN
        RAISE EXCEPTION 'the newest snapshot of the source has the same text'
            USING ERRCODE = 'unique_violation', CONSTRAINT = 'snapshot_text_new';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER "snapshot_new" BEFORE INSERT ON "snapshot" FOR EACH ROW EXECUTE FUNCTION refuse_same_text();

ALTER TABLE "snapshot" ADD CONSTRAINT "snapshot_pages_placed" CHECK (0 <= ALL ("pageStarts"));

-- The page of a quote is that of its first character.
CREATE FUNCTION place_quote_on_page() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW."page" := (
        SELECT nullif(count(*), 0) FROM "snapshot" AS s, unnest(s."pageStarts") AS page
        WHERE s."id" = NEW."snapshotId" AND page <= NEW."start"
    );
    RETURN NEW;
END
$$;

CREATE TRIGGER "quote_on_page" BEFORE INSERT ON "quote" FOR EACH ROW EXECUTE FUNCTION place_quote_on_page();

ALTER TABLE "sighting"
    ADD CONSTRAINT "sighting_looked_for" CHECK ("state" <> 'unreachable'),
    ADD CONSTRAINT "sighting_placed" CHECK (
        CASE WHEN "state" = 'missing' THEN "start" IS NULL AND "end" IS NULL AND "words" IS NULL
        ELSE "start" >= 0 AND "start" < "end" AND length("words") > 0 END
    ),
    ADD CONSTRAINT "sighting_difference_of_changed" CHECK (
        ("state" = 'changed') = ("difference" IS NOT NULL)
        AND ("difference" IS NULL OR jsonb_typeof("difference") = 'array' AND jsonb_array_length("difference") > 0)
    );

CREATE TRIGGER "sighting_immutable" BEFORE UPDATE OR DELETE ON "sighting" FOR EACH ROW EXECUTE FUNCTION refuse_change();

ALTER TABLE "capture"
    ADD CONSTRAINT "capture_drafted_when_done" CHECK (("state" = 'done') = ("draft" IS NOT NULL)),
    ADD CONSTRAINT "capture_failed_with_problem" CHECK ("state" <> 'failed' OR "problem" IS NOT NULL),
    ADD CONSTRAINT "capture_counted" CHECK ("received" >= 0 AND "attempts" >= 0 AND ("expected" IS NULL OR "expected" > 0));

ALTER TABLE "watch"
    ADD CONSTRAINT "watch_problem_told" CHECK (("state" IN ('unreachable', 'refused')) = ("problem" IS NOT NULL)),
    ADD CONSTRAINT "watch_off_or_next" CHECK (("every" = 'off') = ("nextAt" IS NULL)),
    ADD CONSTRAINT "watch_counted" CHECK ("failures" >= 0);
