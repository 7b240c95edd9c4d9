-- ── What Prisma's schema cannot say ────────────────────────────────────────────────────────────────

-- A pair that is inserted with the types of the reasons that follow it is not written a second time.
CREATE OR REPLACE FUNCTION keep_reason_types() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE "relation" AS r SET "reasonTypes" = now."types"
    FROM "relation" AS same
    CROSS JOIN LATERAL (
        SELECT ARRAY(
            SELECT s."type" FROM "reason" AS s WHERE s."relationId" = same."id" GROUP BY s."type" ORDER BY min(s."ordinal")
        ) AS "types"
    ) AS now
    WHERE same."id" = r."id" AND r."id" IN (SELECT "relationId" FROM changed)
        AND r."reasonTypes" IS DISTINCT FROM now."types";
    RETURN NULL;
END
$$;

-- Only what is confirmed changes how its claims stand.
CREATE FUNCTION refresh_standing_of_added() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    confirmed CONSTANT uuid[] := ARRAY(
        SELECT unnest(ARRAY["aId", "bId"]) FROM added WHERE "state" = 'confirmed'
    );
BEGIN
    IF cardinality(confirmed) > 0 THEN
        PERFORM refresh_standing(confirmed);
    END IF;
    RETURN NULL;
END
$$;

DROP TRIGGER "relation_added" ON "relation";
CREATE TRIGGER "relation_added" AFTER INSERT ON "relation"
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refresh_standing_of_added();
