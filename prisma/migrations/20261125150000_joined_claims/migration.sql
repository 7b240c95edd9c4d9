-- AlterTable
ALTER TABLE "claim" ADD COLUMN     "sameAsId" UUID;

-- CreateIndex
CREATE INDEX "claim_joined_idx" ON "claim"("sameAsId") WHERE ("sameAsId" IS NOT NULL);

-- CreateIndex
CREATE INDEX "claim_joined_speaker_idx" ON "claim"("speakerId") WHERE ("sameAsId" IS NOT NULL);

-- CreateIndex
CREATE INDEX "relation_same_idx" ON "relation"("aId", "bId") WHERE (state = 'confirmed'::"RelationState") AND (kind = 'duplicate'::"RelationKind");

-- CreateIndex
CREATE INDEX "relation_same_back_idx" ON "relation"("bId", "aId") WHERE (state = 'confirmed'::"RelationState") AND (kind = 'duplicate'::"RelationKind");

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_sameAsId_fkey" FOREIGN KEY ("sameAsId") REFERENCES "claim"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- ── What Prisma's schema cannot say ────────────────────────────────────────────────────────────────

ALTER TABLE "claim" ADD CONSTRAINT "claim_same_as_another" CHECK ("sameAsId" <> "id");

-- All claims that are one with any of these, themselves included: decisions find them to be the same, directly or through
-- others, and the same speaker puts them in the same way.
CREATE FUNCTION one_claim(claim_ids uuid[]) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
    WITH RECURSIVE same("id") AS (
        SELECT unnest(claim_ids)
        UNION
        SELECT other."id" FROM same
        JOIN "claim" AS one ON one."id" = same."id"
        CROSS JOIN LATERAL (
            SELECT r."bId" FROM "relation" AS r
            WHERE r."aId" = one."id" AND r."state" = 'confirmed' AND r."kind" = 'duplicate'
            UNION ALL
            SELECT r."aId" FROM "relation" AS r
            WHERE r."bId" = one."id" AND r."state" = 'confirmed' AND r."kind" = 'duplicate'
        ) AS found("id")
        JOIN "claim" AS other ON other."id" = found."id"
            AND other."speakerId" = one."speakerId" AND other."howPut" = one."howPut"
    )
    SELECT "id" FROM same
$$;

-- A claim counts as disputed when one that is joined to it is: it stands for that one in lists.
CREATE OR REPLACE FUNCTION refresh_standing(claim_ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    touched CONSTANT uuid[] := ARRAY(
        SELECT unnest(claim_ids)
        UNION SELECT "sameAsId" FROM "claim" WHERE "id" = ANY(claim_ids) AND "sameAsId" IS NOT NULL
    );
BEGIN
    PERFORM 1 FROM "claim" WHERE "id" = ANY(touched) ORDER BY "id" FOR NO KEY UPDATE;
    UPDATE "claim" AS c SET "published" = now."published", "disputed" = now."disputed"
    FROM "claim" AS same
    CROSS JOIN LATERAL (
        SELECT
            EXISTS (
                SELECT 1 FROM "position_claim" AS p JOIN "dispute" AS d ON d."id" = p."disputeId"
                WHERE p."claimId" = same."id" AND d."publishedAt" IS NOT NULL
            ) AS "published",
            EXISTS (
                SELECT 1 FROM (
                    SELECT same."id" UNION ALL SELECT j."id" FROM "claim" AS j WHERE j."sameAsId" = same."id"
                ) AS one
                WHERE EXISTS (SELECT 1 FROM "position_claim" AS p WHERE p."claimId" = one."id")
                OR EXISTS (
                    SELECT 1 FROM "relation" AS r
                    WHERE r."aId" = one."id" AND r."state" = 'confirmed' AND r."kind" = 'contradicts'
                )
                OR EXISTS (
                    SELECT 1 FROM "relation" AS r
                    WHERE r."bId" = one."id" AND r."state" = 'confirmed' AND r."kind" = 'contradicts'
                )
            ) AS "disputed"
    ) AS now
    WHERE same."id" = c."id" AND c."id" = ANY(touched)
        AND (c."published", c."disputed") IS DISTINCT FROM (now."published", now."disputed");
END
$$;

-- Which claim stands for these and for all that are, or were, one with them.
CREATE FUNCTION refresh_same(claim_ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    together CONSTANT uuid[] := ARRAY(SELECT one_claim(ARRAY(
        WITH own AS (SELECT "id", coalesce("sameAsId", "id") AS "keptId" FROM "claim" WHERE "id" = ANY(claim_ids))
        SELECT "id" FROM own
        UNION SELECT "keptId" FROM own
        UNION SELECT j."id" FROM own JOIN "claim" AS j ON j."sameAsId" = own."keptId"
    )));
BEGIN
    PERFORM 1 FROM "claim" WHERE "id" = ANY(together) ORDER BY "id" FOR NO KEY UPDATE;
    UPDATE "claim" AS c SET "sameAsId" = nullif(kept."id", c."id")
    FROM "claim" AS same
    CROSS JOIN LATERAL (
        SELECT k."id" FROM "claim" AS k WHERE k."id" IN (SELECT one_claim(ARRAY[same."id"]))
        ORDER BY k."createdAt", k."id" LIMIT 1
    ) AS kept
    WHERE same."id" = c."id" AND c."id" = ANY(together) AND c."sameAsId" IS DISTINCT FROM nullif(kept."id", c."id");
    PERFORM refresh_standing(together);
END
$$;

CREATE OR REPLACE FUNCTION refresh_standing_of_pairs() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    touched CONSTANT uuid[] := ARRAY(SELECT "aId" FROM changed UNION SELECT "bId" FROM changed);
BEGIN
    -- Of a pair that was one claim until now, one at least is joined still.
    IF EXISTS (SELECT 1 FROM changed WHERE "state" = 'confirmed' AND "kind" = 'duplicate')
        OR EXISTS (SELECT 1 FROM "claim" WHERE "id" = ANY(touched) AND "sameAsId" IS NOT NULL)
    THEN
        PERFORM refresh_same(touched);
    ELSE
        PERFORM refresh_standing(touched);
    END IF;
    RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION refresh_standing_of_added() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    confirmed CONSTANT uuid[] := ARRAY(
        SELECT unnest(ARRAY["aId", "bId"]) FROM added WHERE "state" = 'confirmed'
    );
    same CONSTANT uuid[] := ARRAY(
        SELECT unnest(ARRAY["aId", "bId"]) FROM added WHERE "state" = 'confirmed' AND "kind" = 'duplicate'
    );
BEGIN
    IF cardinality(same) > 0 THEN
        PERFORM refresh_same(same);
    END IF;
    IF cardinality(confirmed) > 0 THEN
        PERFORM refresh_standing(confirmed);
    END IF;
    RETURN NULL;
END
$$;

-- Said by another speaker, or put in another way, it is no longer the same claim; or is one again.
CREATE FUNCTION refresh_same_of_claim() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM refresh_same(ARRAY[NEW."id"]);
    RETURN NULL;
END
$$;

CREATE TRIGGER "claim_said_otherwise" AFTER UPDATE OF "speakerId", "howPut" ON "claim"
    FOR EACH ROW WHEN ((OLD."speakerId", OLD."howPut") IS DISTINCT FROM (NEW."speakerId", NEW."howPut"))
    EXECUTE FUNCTION refresh_same_of_claim();

SELECT refresh_same(ARRAY(
    SELECT unnest(ARRAY["aId", "bId"]) FROM "relation" WHERE "state" = 'confirmed' AND "kind" = 'duplicate'
));
