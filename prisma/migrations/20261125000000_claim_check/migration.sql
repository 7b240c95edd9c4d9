-- In a query over the table "claim" a parameter of that name cannot be told from its rows, so no claim could be stored.
CREATE OR REPLACE FUNCTION refuse_incomplete_claim(claim uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM "appearance" WHERE "claimId" = $1 AND "first") THEN
        RAISE EXCEPTION 'claim % has no first appearance', $1 USING ERRCODE = 'check_violation';
    END IF;
    IF NOT EXISTS (
        SELECT 1 FROM "claim" AS c JOIN "claim_revision" AS r ON r."claimId" = c."id" AND r."number" = c."version"
        WHERE c."id" = $1
    ) THEN
        RAISE EXCEPTION 'claim % has no revision of its version', $1 USING ERRCODE = 'check_violation';
    END IF;
END
$$;
