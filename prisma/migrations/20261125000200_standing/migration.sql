-- AlterTable
ALTER TABLE "claim" ADD COLUMN     "disputed" BOOLEAN NOT NULL DEFAULT false;

-- CreateIndex
CREATE INDEX "claim_disputed_idx" ON "claim"("createdAt", "id") WHERE (disputed);

-- ── What Prisma's schema cannot say ────────────────────────────────────────────────────────────────

-- How claims stand: whether on a published dispute, and whether on any or in a confirmed contradiction. Kept apart from
-- what they say, as the one changes by a decision and the other by an edit.
CREATE FUNCTION refresh_standing(claim_ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM "claim" WHERE "id" = ANY(claim_ids) ORDER BY "id" FOR NO KEY UPDATE;
    UPDATE "claim" AS c SET "published" = now."published", "disputed" = now."disputed"
    FROM "claim" AS same
    CROSS JOIN LATERAL (
        SELECT
            EXISTS (
                SELECT 1 FROM "position_claim" AS p JOIN "dispute" AS d ON d."id" = p."disputeId"
                WHERE p."claimId" = same."id" AND d."publishedAt" IS NOT NULL
            ) AS "published",
            EXISTS (SELECT 1 FROM "position_claim" AS p WHERE p."claimId" = same."id")
            OR EXISTS (
                SELECT 1 FROM "relation" AS r
                WHERE r."aId" = same."id" AND r."state" = 'confirmed' AND r."kind" = 'contradicts'
            )
            OR EXISTS (
                SELECT 1 FROM "relation" AS r
                WHERE r."bId" = same."id" AND r."state" = 'confirmed' AND r."kind" = 'contradicts'
            ) AS "disputed"
    ) AS now
    WHERE same."id" = c."id" AND c."id" = ANY(claim_ids)
        AND (c."published", c."disputed") IS DISTINCT FROM (now."published", now."disputed");
END
$$;

CREATE OR REPLACE FUNCTION refresh_claims(claim_ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    -- First the locks, in one order: what the next statement reads is then what stands when nobody else writes.
    PERFORM 1 FROM "claim" WHERE "id" = ANY(claim_ids) ORDER BY "id" FOR NO KEY UPDATE;
    UPDATE "claim" AS c SET
        "words" = to_tsvector('english', said."text") || to_tsvector('simple', said."text"),
        "outlets" = coalesce(appears."outlets", '{}'),
        "topicIds" = ARRAY(SELECT t."topicId" FROM "claim_topic" AS t WHERE t."claimId" = c."id" ORDER BY t."topicId"),
        "dated" = CASE
            WHEN c."saidFrom" IS NOT NULL THEN daterange(c."saidFrom", c."saidTo", '[]')
            WHEN appears."publishedFrom" IS NOT NULL THEN daterange(appears."publishedFrom", appears."publishedTo", '[]')
        END
    FROM "claim" AS same
    CROSS JOIN LATERAL (
        SELECT string_agg(E'\n' || q."exact", '' ORDER BY q."id") AS quotes,
            array_agg(DISTINCT s."outlet") FILTER (WHERE s."outlet" IS NOT NULL) AS "outlets",
            min(s."publishedFrom") FILTER (WHERE a."first") AS "publishedFrom",
            min(s."publishedTo") FILTER (WHERE a."first") AS "publishedTo"
        FROM "appearance" AS a
        JOIN "quote" AS q ON q."id" = a."quoteId"
        JOIN "snapshot" AS n ON n."id" = q."snapshotId"
        JOIN "source" AS s ON s."id" = n."sourceId"
        WHERE a."claimId" = same."id"
    ) AS appears
    -- A tsvector holds a megabyte at most.
    CROSS JOIN LATERAL (SELECT left(same."statement" || coalesce(appears.quotes, ''), 100000) AS "text") AS said
    WHERE same."id" = c."id" AND c."id" = ANY(claim_ids);
END
$$;

CREATE FUNCTION refresh_standing_of_rows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM refresh_standing(ARRAY(SELECT DISTINCT "claimId" FROM changed));
    RETURN NULL;
END
$$;

CREATE FUNCTION refresh_standing_of_pairs() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM refresh_standing(ARRAY(SELECT "aId" FROM changed UNION SELECT "bId" FROM changed));
    RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION refresh_claims_of_dispute() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM refresh_standing(ARRAY(SELECT "claimId" FROM "position_claim" WHERE "disputeId" = NEW."id"));
    RETURN NULL;
END
$$;

DROP TRIGGER "position_claim_added" ON "position_claim";
DROP TRIGGER "position_claim_removed" ON "position_claim";
CREATE TRIGGER "position_claim_added" AFTER INSERT ON "position_claim"
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION refresh_standing_of_rows();
CREATE TRIGGER "position_claim_removed" AFTER DELETE ON "position_claim"
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION refresh_standing_of_rows();
CREATE TRIGGER "relation_added" AFTER INSERT ON "relation"
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION refresh_standing_of_pairs();
CREATE TRIGGER "relation_decided" AFTER UPDATE ON "relation"
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION refresh_standing_of_pairs();
CREATE TRIGGER "relation_removed" AFTER DELETE ON "relation"
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION refresh_standing_of_pairs();

SELECT refresh_standing(ARRAY(SELECT "id" FROM "claim"));
