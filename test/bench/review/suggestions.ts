import type pg from 'pg'

/** Leading reasons, the more common first; every eighth pair has none and says the same. */
const REASONS = ['quantity', 'negation', 'date', 'antonym', 'actor', 'place', 'denial']

const PAIRS_AT_ONCE = 10_000

/**
 * Writes about so many undecided suggestions of the detector between claims that are there: seven of eight conflicts,
 * each with a reason, one of eight an agreement.
 */
export async function makeSuggestions(pool: pg.Pool, count: number): Promise<void> {
  await pool.query(
    'CREATE TABLE made_up AS SELECT id, row_number() OVER (ORDER BY id) AS n, version FROM claim',
  )
  await pool.query('CREATE UNIQUE INDEX ON made_up (n)')
  for (let from = 0; from < count; from += PAIRS_AT_ONCE) {
    const to = Math.min(from + PAIRS_AT_ONCE, count)
    await pool.query(RELATIONS, [from, to - 1])
  }
  await pool.query(REASONS_OF, [REASONS])
  await pool.query('DROP TABLE made_up')
  await pool.query('VACUUM (ANALYZE)')
}

/** The hash of a number decides: the same pairs every time. */
const RELATIONS = `
  WITH wanted AS (
    SELECT k, 1 + abs(hashint4(k::int)::bigint) % (SELECT count(*) FROM made_up) AS x,
      1 + abs(hashint4((k + 7919)::int)::bigint) % (SELECT count(*) FROM made_up) AS y,
      abs(hashint4((k + 104729)::int)::bigint) % 1000 / 2000.0 + 0.5 AS score
    FROM generate_series($1::bigint, $2::bigint) AS k
  )
  INSERT INTO relation (id, "aId", "bId", "aRevision", "bRevision", kind, "proposedKind", origin, score, "modelVersion")
  SELECT gen_random_uuid(), a.id, b.id, a.version, b.version, w.kind, w.kind, 'detector', w.score, 'made up'
  FROM (SELECT *, CASE WHEN k % 8 = 0 THEN 'agrees' ELSE 'contradicts' END::"RelationKind" AS kind FROM wanted) w
  JOIN made_up a ON a.n = least(w.x, w.y) JOIN made_up b ON b.n = greatest(w.x, w.y)
  WHERE w.x <> w.y
  ON CONFLICT DO NOTHING`

const REASONS_OF = `
  INSERT INTO reason (id, "relationId", ordinal, type, explanation, "aStart", "aEnd", "aExact", "bStart", "bEnd", "bExact")
  SELECT gen_random_uuid(), r.id, 1, ($1::text[])[1 + floor(power(abs(hashtext(r.id::text)::bigint) % 1000 / 1000.0, 2) * 7)::int]::"ReasonType",
    'They are at odds.', 0, 1, left(a.statement, 1), 0, 1, left(b.statement, 1)
  FROM relation r JOIN claim a ON a.id = r."aId" JOIN claim b ON b.id = r."bId"
  WHERE r."modelVersion" = 'made up' AND r.kind = 'contradicts'`
