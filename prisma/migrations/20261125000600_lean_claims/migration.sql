-- DropIndex
DROP INDEX "claim_search_idx";

-- DropIndex
DROP INDEX "quote_search_idx";

-- DropIndex
DROP INDEX "snapshot_search_idx";

-- DropIndex
DROP INDEX "source_search_idx";

-- AlterTable
ALTER TABLE "claim" DROP COLUMN "search",
ADD COLUMN     "sourceIds" UUID[] DEFAULT ARRAY[]::UUID[];

-- AlterTable
ALTER TABLE "quote" DROP COLUMN "search";

-- AlterTable
ALTER TABLE "snapshot" DROP COLUMN "search";

-- AlterTable
ALTER TABLE "source" DROP COLUMN "search";

-- ── What Prisma's schema cannot say ────────────────────────────────────────────────────────────────

-- A claim also knows its sources: those of the claims of a speaker or topic are then read from the claims alone.
CREATE OR REPLACE FUNCTION refresh_claims(claim_ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    -- First the locks, in one order: what the next statement reads is then what stands when nobody else writes.
    PERFORM 1 FROM "claim" WHERE "id" = ANY(claim_ids) ORDER BY "id" FOR NO KEY UPDATE;
    UPDATE "claim" AS c SET
        "words" = to_tsvector('english', said."text") || to_tsvector('simple', said."text"),
        "outlets" = coalesce(appears."outlets", '{}'),
        "sourceIds" = coalesce(appears."sourceIds", '{}'),
        "topicIds" = ARRAY(SELECT t."topicId" FROM "claim_topic" AS t WHERE t."claimId" = c."id" ORDER BY t."topicId"),
        "dated" = CASE
            WHEN c."saidFrom" IS NOT NULL THEN daterange(c."saidFrom", c."saidTo", '[]')
            WHEN appears."publishedFrom" IS NOT NULL THEN daterange(appears."publishedFrom", appears."publishedTo", '[]')
        END
    FROM "claim" AS same
    CROSS JOIN LATERAL (
        SELECT string_agg(E'\n' || q."exact", '' ORDER BY q."id") AS quotes,
            array_agg(DISTINCT s."outlet") FILTER (WHERE s."outlet" IS NOT NULL) AS "outlets",
            array_agg(DISTINCT s."id") AS "sourceIds",
            min(s."publishedFrom") FILTER (WHERE a."first") AS "publishedFrom",
            min(s."publishedTo") FILTER (WHERE a."first") AS "publishedTo"
        FROM "appearance" AS a
        JOIN "quote" AS q ON q."id" = a."quoteId"
        JOIN "snapshot" AS n ON n."id" = q."snapshotId"
        JOIN "source" AS s ON s."id" = n."sourceId"
        WHERE a."claimId" = same."id"
    ) AS appears
    -- A tsvector holds a megabyte at most.
    CROSS JOIN LATERAL (SELECT spaced(left(same."statement" || coalesce(appears.quotes, ''), 100000)) AS "text") AS said
    WHERE same."id" = c."id" AND c."id" = ANY(claim_ids);
END
$$;

-- A claim that has no appearance yet is being made, and is refreshed by its first one: once is enough.
CREATE OR REPLACE FUNCTION refresh_claims_of_rows() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    touched uuid[] := ARRAY(
        SELECT DISTINCT "claimId" FROM changed
        WHERE EXISTS (SELECT 1 FROM "appearance" AS a WHERE a."claimId" = changed."claimId")
    );
BEGIN
    IF touched <> '{}' THEN
        PERFORM refresh_claims(touched);
    END IF;
    RETURN NULL;
END
$$;

-- The words of a source lie apart from its row, and fetching them takes long: what the planner does not know. Here it takes
-- the index whatever it expects.
CREATE FUNCTION sources_with(asked tsquery) RETURNS SETOF uuid LANGUAGE sql STABLE ROWS 500 SET enable_seqscan = off AS $$
    SELECT "id" FROM "source" WHERE "words" @@ asked
$$;

SELECT refresh_claims(ARRAY(SELECT "id" FROM "claim"));
