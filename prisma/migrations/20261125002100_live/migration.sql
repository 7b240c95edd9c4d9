-- ── What Prisma's schema cannot say ────────────────────────────────────────────────────────────────

-- Tells whoever listens what has happened, in the transaction that writes it: heard after its commit, and never without.
-- A payload holds 7,999 bytes; of very many at once it is told only that they were many.
CREATE FUNCTION tell_events() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    told CONSTANT integer := 200;
    in_one CONSTANT integer := 40;
BEGIN
    IF (SELECT count(*) FROM added) > told THEN
        PERFORM pg_notify('counterclaim_live', '{"many":true}');
        RETURN NULL;
    END IF;
    PERFORM pg_notify('counterclaim_live', json_build_object('events', part.events)::text)
    FROM (
        SELECT json_agg(json_build_array(e."action", left(e."subjectId", 64))) AS events
        FROM (SELECT "action", "subjectId", row_number() OVER () AS place FROM added) AS e
        GROUP BY e.place / in_one
    ) AS part;
    RETURN NULL;
END
$$;

CREATE TRIGGER "event_told" AFTER INSERT ON "event"
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION tell_events();
