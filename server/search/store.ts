import type { SearchQuery } from '#domain/search-grammar.ts'
import type { Audience } from '../auth/viewer.ts'
import type { ClaimFilter } from '../claims/filter.ts'
import { claimMatches } from '../claims/filter-store.ts'
import { type ClaimItemRow, findItems } from '../claims/item-store.ts'
import { Prisma } from '../db/generated/client.ts'
import type { Db } from '../db/open.ts'
import { stemmedTerms, wordsQuery } from '../db/text-search.ts'
import { findSourceItems, type SourceItemRow, sourceMatches } from '../sources/list-store.ts'

/** How many of the newest matches are ranked: of a word in every third claim, older ones are no better answers. */
const MOST_RANKED = 300

/** Of `ts_rank_cd`: divide by 1 + the logarithm of the length, so that a long text has no advantage. */
const BY_LENGTH = 1

const { sql } = Prisma

const filterOf = (search: SearchQuery, joined = false): ClaimFilter => ({
  search,
  joined,
  speaker: [],
  outlet: [],
  topic: [],
  howPut: [],
  quoteState: [],
  from: null,
  to: null,
  disputed: undefined,
})

/**
 * The claims that match best: those with the words closest together (cover density) and a statement likest to what was
 * typed (pg_trgm's word similarity); then the newest.
 */
export function findBestClaims(
  db: Db,
  search: SearchQuery,
  limit: number,
  audience: Audience,
): Promise<ClaimItemRow[]> {
  const { terms } = search
  const typed = terms
    .filter(term => !term.not)
    .map(term => term.text)
    .join(' ')
  const rank =
    terms.length > 0
      ? sql`ts_rank_cd(c.words, ${wordsQuery(terms)}, ${BY_LENGTH}) + word_similarity(${typed}, c.statement)`
      : sql`0`
  return findItems(
    db,
    sql`SELECT best.id, row_number() OVER () AS place FROM (
      SELECT c.id, ${rank} AS rank FROM (
        SELECT c.id, c.words, c.statement, c."createdAt" FROM claim c WHERE ${claimMatches(filterOf(search), audience)}
        ORDER BY c."createdAt" DESC, c.id DESC LIMIT ${MOST_RANKED}
      ) AS c ORDER BY rank DESC, c."createdAt" DESC, c.id DESC LIMIT ${limit}
    ) AS best`,
    audience,
  )
}

/** The sources that match best: those with the words closest together; then the newest. */
export function findBestSources(
  db: Db,
  search: SearchQuery,
  limit: number,
  audience: Audience,
): Promise<SourceItemRow[]> {
  const rank =
    search.terms.length > 0 ? sql`ts_rank_cd(s.words, ${stemmedTerms(search.terms)}, ${BY_LENGTH})` : sql`0`
  return findSourceItems(
    db,
    sql`SELECT best.id, row_number() OVER () AS place FROM (
      SELECT s.id, ${rank} AS rank FROM (
        SELECT s.id, s.words, s."createdAt" FROM source s
        WHERE ${sourceMatches({ search, outlet: [], kind: [] }, audience)}
        ORDER BY s."createdAt" DESC, s.id DESC LIMIT ${MOST_RANKED}
      ) AS s ORDER BY rank DESC, s."createdAt" DESC, s.id DESC LIMIT ${limit}
    ) AS best`,
    audience,
  )
}

/** The ids of the disputed points that match best: by their own words, then, if there are not enough, by those of their claims. */
export async function findBestDisputes(
  db: Db,
  search: SearchQuery,
  limit: number,
  audience: Audience,
): Promise<string[]> {
  const query = stemmedTerms(search.terms)
  const shown = audience === 'all' ? sql`TRUE` : sql`d."publishedAt" IS NOT NULL`
  const itself =
    search.terms.length > 0 && search.filters.length === 0 ? sql`d.search @@ ${query}` : sql`FALSE`
  const rows = await db.$queryRaw<{ id: string }[]>`
    WITH itself AS MATERIALIZED (
      SELECT d.id, 1 AS place, ts_rank_cd(d.search, ${query}) AS rank, d."changedAt" FROM dispute d
      WHERE ${shown} AND ${itself}
      ORDER BY rank DESC, d."changedAt" DESC, d.id DESC LIMIT ${limit}
    ), claimed AS (
      SELECT d.id, 2 AS place, ts_rank_cd(d.search, ${query}) AS rank, d."changedAt" FROM dispute d
      WHERE (SELECT count(*) FROM itself) < ${limit} AND ${shown} AND d.id NOT IN (SELECT id FROM itself) AND d.id IN (
        SELECT pc."disputeId" FROM position_claim pc JOIN claim c ON c.id = pc."claimId"
        WHERE c.disputed AND ${claimMatches(filterOf(search, true), audience)}
      )
    )
    SELECT id FROM (SELECT * FROM itself UNION ALL SELECT * FROM claimed) AS best
    ORDER BY place, rank DESC, "changedAt" DESC, id DESC LIMIT ${limit}`
  return rows.map(row => row.id)
}
