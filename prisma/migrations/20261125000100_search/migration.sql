-- DropIndex
DROP INDEX "claim_speakerId_id_idx";

-- DropIndex
DROP INDEX "claim_saidFrom_id_idx";

-- AlterTable
ALTER TABLE "claim" ADD COLUMN     "dated" daterange,
ADD COLUMN     "outlets" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "published" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "topicIds" UUID[] DEFAULT ARRAY[]::UUID[],
ADD COLUMN     "words" tsvector;

-- CreateIndex
CREATE INDEX "source_createdAt_id_idx" ON "source"("createdAt", "id");

-- CreateIndex
CREATE INDEX "claim_createdAt_id_idx" ON "claim"("createdAt", "id");

-- CreateIndex
CREATE INDEX "claim_speakerId_createdAt_id_idx" ON "claim"("speakerId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "claim_published_idx" ON "claim"("createdAt", "id") WHERE (published);

-- CreateIndex
CREATE INDEX "claim_words_idx" ON "claim" USING GIN ("words");

-- CreateIndex
CREATE INDEX "claim_outlets_idx" ON "claim" USING GIN ("outlets");

-- CreateIndex
CREATE INDEX "claim_topicIds_idx" ON "claim" USING GIN ("topicIds");

-- CreateIndex
CREATE INDEX "claim_dated_idx" ON "claim" USING GIST ("dated" range_ops);

-- ── What Prisma's schema cannot say ────────────────────────────────────────────────────────────────

-- Whatever its case, a name is that of one topic, and with its kind and disambiguation that of one speaker.
CREATE UNIQUE INDEX "topic_name_any_case_key" ON "topic"(lower("name"));
CREATE UNIQUE INDEX "speaker_name_any_case_key" ON "speaker"(lower("name"), "kind", lower("disambiguation"));

-- Claims in the order of the day they were said, those of an unknown day last in both directions.
CREATE INDEX "claim_said_last_idx" ON "claim"((coalesce("saidFrom", '-infinity')), "id");
CREATE INDEX "claim_said_first_idx" ON "claim"((coalesce("saidFrom", 'infinity')), "id");

-- What lists of claims are filtered by stands on the claim itself: then one index answers each condition and the
-- planner knows how many claims it leaves, which it cannot across five tables. Words are kept stemmed, for words, and
-- as they are, for phrases and beginnings.
CREATE FUNCTION refresh_claims(claim_ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
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
        END,
        "published" = EXISTS (
            SELECT 1 FROM "position_claim" AS p JOIN "dispute" AS d ON d."id" = p."disputeId"
            WHERE p."claimId" = c."id" AND d."publishedAt" IS NOT NULL
        )
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

CREATE FUNCTION refresh_claim() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM refresh_claims(ARRAY[NEW."id"]);
    RETURN NULL;
END
$$;

CREATE FUNCTION refresh_claims_of_rows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM refresh_claims(ARRAY(SELECT DISTINCT "claimId" FROM changed));
    RETURN NULL;
END
$$;

CREATE FUNCTION refresh_claims_of_source() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM refresh_claims(ARRAY(
        SELECT DISTINCT a."claimId" FROM "snapshot" AS n
        JOIN "quote" AS q ON q."snapshotId" = n."id" JOIN "appearance" AS a ON a."quoteId" = q."id"
        WHERE n."sourceId" = NEW."id"
    ));
    RETURN NULL;
END
$$;

CREATE FUNCTION refresh_claims_of_dispute() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM refresh_claims(ARRAY(SELECT "claimId" FROM "position_claim" WHERE "disputeId" = NEW."id"));
    RETURN NULL;
END
$$;

-- A new claim is refreshed by its first appearance, without which it cannot be.
CREATE TRIGGER "claim_refreshed" AFTER UPDATE OF "statement", "saidFrom", "saidTo" ON "claim"
    FOR EACH ROW EXECUTE FUNCTION refresh_claim();
CREATE TRIGGER "appearance_added" AFTER INSERT ON "appearance"
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION refresh_claims_of_rows();
CREATE TRIGGER "appearance_changed" AFTER UPDATE ON "appearance"
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION refresh_claims_of_rows();
CREATE TRIGGER "appearance_removed" AFTER DELETE ON "appearance"
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION refresh_claims_of_rows();
CREATE TRIGGER "claim_topic_added" AFTER INSERT ON "claim_topic"
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION refresh_claims_of_rows();
CREATE TRIGGER "claim_topic_removed" AFTER DELETE ON "claim_topic"
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION refresh_claims_of_rows();
CREATE TRIGGER "source_corrected" AFTER UPDATE OF "outlet", "publishedFrom", "publishedTo" ON "source"
    FOR EACH ROW EXECUTE FUNCTION refresh_claims_of_source();
CREATE TRIGGER "position_claim_added" AFTER INSERT ON "position_claim"
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION refresh_claims_of_rows();
CREATE TRIGGER "position_claim_removed" AFTER DELETE ON "position_claim"
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION refresh_claims_of_rows();
CREATE TRIGGER "dispute_shown_or_hidden" AFTER UPDATE OF "publishedAt" ON "dispute"
    FOR EACH ROW WHEN ((OLD."publishedAt" IS NULL) <> (NEW."publishedAt" IS NULL))
    EXECUTE FUNCTION refresh_claims_of_dispute();

SELECT refresh_claims(ARRAY(SELECT "id" FROM "claim"));
