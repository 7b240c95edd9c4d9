-- Scripts that are written without spaces between words (Han, Hiragana, Katakana, Thai, Lao, Khmer, Myanmar) are searched
-- by their characters: each is made a word, so that any part of a sentence is a phrase. What is searched for is spaced
-- the same way in server/db/text-search.ts.
CREATE FUNCTION spaced(said text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT regexp_replace(
        said,
        '([\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u31F0-\u31FF\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\uFF66-\uFF9F\U00020000-\U0003FFFF])',
        ' \1 ',
        'g'
    )
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
    CROSS JOIN LATERAL (SELECT spaced(left(same."statement" || coalesce(appears.quotes, ''), 100000)) AS "text") AS said
    WHERE same."id" = c."id" AND c."id" = ANY(claim_ids);
END
$$;

CREATE OR REPLACE FUNCTION refresh_sources(source_ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM "source" WHERE "id" = ANY(source_ids) ORDER BY "id" FOR NO KEY UPDATE;
    UPDATE "source" AS s SET
        "words" = named."words" || to_tsvector('english', coalesce(spaced(left(texts."all", 200000)), '')),
        "published" = texts."shown" IS NOT NULL,
        "publicWords" = named."words" || to_tsvector('english', spaced(left(texts."shown", 200000)))
    FROM "source" AS same
    CROSS JOIN LATERAL (SELECT spaced(same."title" || ' ' || coalesce(same."outlet", '')) AS "text") AS name
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

SELECT refresh_claims(ARRAY["id"]) FROM "claim" WHERE "statement" <> spaced("statement") OR EXISTS (
    SELECT 1 FROM "appearance" AS a JOIN "quote" AS q ON q."id" = a."quoteId"
    WHERE a."claimId" = "claim"."id" AND q."exact" <> spaced(q."exact")
);
SELECT refresh_sources(ARRAY["id"]) FROM "source";
