import type pg from 'pg'
import { itemsOf } from './bare-claims.ts'
import type { Search } from './searches.ts'

const FEW = 5
/** As many of the newest matches are ranked as the program ranks. */
const RANKED = 300

/** The best claims, sources, speakers and disputed points for one search; the ids of the claims. */
export async function searchBare(pool: pg.Pool, search: Search): Promise<string[]> {
  const [claims] = await Promise.all([
    bestClaims(pool, search),
    bestSources(pool, search),
    likeSpeakers(pool, search),
    bestDisputes(pool, search),
  ])
  return claims
}

function bestClaims(pool: pg.Pool, { tsquery, claims, values, text }: Search): Promise<string[]> {
  return itemsOf(
    pool,
    `SELECT id, "createdAt" FROM (
       SELECT c.id, c."createdAt", ts_rank_cd(c.words, ${tsquery}, 1) + word_similarity($${values.length + 1}, c.statement) AS rank
       FROM (SELECT * FROM claim c WHERE c.words @@ ${tsquery} AND ${claims}
         ORDER BY c."createdAt" DESC, c.id DESC LIMIT ${RANKED}) c
       ORDER BY rank DESC, c."createdAt" DESC, c.id DESC LIMIT ${FEW}) c`,
    [...values, text],
  )
}

async function bestSources(pool: pg.Pool, { tsquery, sources, values }: Search): Promise<void> {
  await pool.query(
    `SELECT s.id, s.title, s.kind, s.outlet, s.url, s."publishedEdtf", s."publishedFrom", s."publishedTo",
       s."modifiedEdtf", s."modifiedFrom", s."modifiedTo", s.authors, s.language, s."createdAt",
       (SELECT json_build_array(count(DISTINCT c.id), count(DISTINCT c.id) FILTER (WHERE c.disputed))
        FROM snapshot sn JOIN quote q ON q."snapshotId" = sn.id JOIN appearance a ON a."quoteId" = q.id
        JOIN claim c ON c.id = a."claimId" WHERE sn."sourceId" = s.id) AS claims
     FROM (
       SELECT s.*, ts_rank_cd(s.words, ${tsquery}, 1) AS rank FROM (
         SELECT * FROM source s WHERE s.words @@ ${tsquery} AND ${sources}
         ORDER BY s."createdAt" DESC, s.id DESC LIMIT ${RANKED}) s
       ORDER BY rank DESC, s."createdAt" DESC, s.id DESC LIMIT ${FEW}) s`,
    values,
  )
}

async function likeSpeakers(pool: pg.Pool, { text }: Search): Promise<void> {
  await pool.query(
    `SELECT sp.*, (SELECT count(*) FROM claim c WHERE c."speakerId" = sp.id) AS claims FROM speaker sp
     WHERE sp.name ILIKE $2 OR EXISTS (SELECT 1 FROM unnest(aliases) AS alias WHERE alias ILIKE $2)
       OR sp.id IN (SELECT speakers_like($1))
     ORDER BY word_similarity($1, sp.name) DESC, sp.id LIMIT ${FEW}`,
    [text, `%${text}%`],
  )
}

async function bestDisputes(pool: pg.Pool, { tsquery, claims, values }: Search): Promise<void> {
  await pool.query(
    `SELECT d.*, (SELECT json_agg(json_build_array(p.label, (SELECT count(*) FROM position_claim n WHERE n."positionId" = p.id)))
         FROM position p WHERE p."disputeId" = d.id) AS positions,
       (SELECT count(DISTINCT outlet) FROM position_claim n JOIN claim c ON c.id = n."claimId"
         CROSS JOIN unnest(c.outlets) AS outlet WHERE n."disputeId" = d.id) AS outlets
     FROM (
       SELECT d.*, d.search @@ ${tsquery} AS itself FROM dispute d
       WHERE d.search @@ ${tsquery} OR d.id IN (
         SELECT pc."disputeId" FROM position_claim pc JOIN claim c ON c.id = pc."claimId"
         WHERE c.disputed AND c.words @@ ${tsquery} AND ${claims})
       ORDER BY itself DESC, d."changedAt" DESC LIMIT ${FEW}) d`,
    values,
  )
}
