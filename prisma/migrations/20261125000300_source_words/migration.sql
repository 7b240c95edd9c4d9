-- AlterTable
ALTER TABLE "source" ADD COLUMN     "publicWords" tsvector,
ADD COLUMN     "published" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "words" tsvector;

-- CreateIndex
CREATE INDEX "source_published_idx" ON "source"("createdAt", "id") WHERE (published);

-- CreateIndex
CREATE INDEX "source_words_idx" ON "source" USING GIN ("words");

-- CreateIndex
CREATE INDEX "source_publicWords_idx" ON "source" USING GIN ("publicWords");

-- ── What Prisma's schema cannot say ────────────────────────────────────────────────────────────────

-- The words by which a source is found: of its title and outlet, also as they are, and of its texts, the newest first,
-- as far as a tsvector holds them. The public finds it by the texts in which a published claim is quoted, if any.
CREATE FUNCTION refresh_sources(source_ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM "source" WHERE "id" = ANY(source_ids) ORDER BY "id" FOR NO KEY UPDATE;
    UPDATE "source" AS s SET
        "words" = named."words" || to_tsvector('english', coalesce(left(texts."all", 200000), '')),
        "published" = texts."shown" IS NOT NULL,
        "publicWords" = named."words" || to_tsvector('english', left(texts."shown", 200000))
    FROM "source" AS same
    CROSS JOIN LATERAL (SELECT same."title" || ' ' || coalesce(same."outlet", '') AS "text") AS name
    CROSS JOIN LATERAL (
        SELECT to_tsvector('simple', name."text") || to_tsvector('english', name."text") AS "words"
    ) AS named
    CROSS JOIN LATERAL (
        SELECT
            string_agg(n."text", E'\n' ORDER BY n."capturedAt" DESC, n."id" DESC) AS "all",
            string_agg(n."text", E'\n' ORDER BY n."capturedAt" DESC, n."id" DESC) FILTER (WHERE EXISTS (
                SELECT 1 FROM "quote" AS q JOIN "appearance" AS a ON a."quoteId" = q."id"
                JOIN "claim" AS c ON c."id" = a."claimId" WHERE q."snapshotId" = n."id" AND c."published"
            )) AS "shown"
        FROM "snapshot" AS n WHERE n."sourceId" = same."id"
    ) AS texts
    WHERE same."id" = s."id" AND s."id" = ANY(source_ids);
END
$$;

CREATE FUNCTION refresh_source_of_snapshot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM refresh_sources(ARRAY[NEW."sourceId"]);
    RETURN NULL;
END
$$;

CREATE FUNCTION refresh_source() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM refresh_sources(ARRAY[NEW."id"]);
    RETURN NULL;
END
$$;

CREATE FUNCTION refresh_sources_of_claims() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    touched uuid[] := ARRAY(
        SELECT DISTINCT n."sourceId" FROM before JOIN after USING ("id")
        JOIN "appearance" AS a ON a."claimId" = after."id"
        JOIN "quote" AS q ON q."id" = a."quoteId" JOIN "snapshot" AS n ON n."id" = q."snapshotId"
        WHERE before."published" <> after."published"
    );
BEGIN
    IF touched <> '{}' THEN
        PERFORM refresh_sources(touched);
    END IF;
    RETURN NULL;
END
$$;

CREATE FUNCTION refresh_sources_of_appearances() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    touched uuid[] := ARRAY(
        SELECT DISTINCT n."sourceId" FROM changed JOIN "claim" AS c ON c."id" = changed."claimId"
        JOIN "quote" AS q ON q."id" = changed."quoteId" JOIN "snapshot" AS n ON n."id" = q."snapshotId"
        WHERE c."published"
    );
BEGIN
    IF touched <> '{}' THEN
        PERFORM refresh_sources(touched);
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER "snapshot_captured" AFTER INSERT ON "snapshot"
    FOR EACH ROW EXECUTE FUNCTION refresh_source_of_snapshot();
CREATE TRIGGER "source_renamed" AFTER UPDATE OF "title", "outlet" ON "source"
    FOR EACH ROW EXECUTE FUNCTION refresh_source();
CREATE TRIGGER "claim_shown_or_hidden" AFTER UPDATE ON "claim"
    REFERENCING OLD TABLE AS before NEW TABLE AS after
    FOR EACH STATEMENT EXECUTE FUNCTION refresh_sources_of_claims();
CREATE TRIGGER "appearance_shown" AFTER INSERT ON "appearance"
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION refresh_sources_of_appearances();
CREATE TRIGGER "appearance_hidden" AFTER DELETE ON "appearance"
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION refresh_sources_of_appearances();

SELECT refresh_sources(ARRAY["id"]) FROM "source";
