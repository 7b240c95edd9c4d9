import { z } from 'zod'
import type { SearchFilter } from '#domain/search-grammar.ts'
import type { SourceKind } from '#domain/vocabulary.ts'
import type { Audience } from '../auth/viewer.ts'
import { claimListed, claimShown, sourceShown } from '../db/audience.ts'
import { decodeCursor } from '../db/cursor.ts'
import { Prisma } from '../db/generated/client.ts'
import type { Db } from '../db/open.ts'
import { contains, likePattern, matches, stemmedTerm, stemmedTerms } from '../db/text-search.ts'
import { speakersNamed } from '../speakers/store.ts'
import { topicsNamed } from '../topics/store.ts'
import type { SourceFilter } from './filter.ts'
import type { SourceBriefRow } from './store.ts'

export type SourceItemRow = SourceBriefRow & {
  authors: string[]
  language: string
  createdAt: Date
  claims: number
  disputed: number
}

const { sql } = Prisma

/**
 * Sources as lists show them, in one round trip. `page` is a SELECT of their ids and their `place` in the order; the
 * rows come in that order.
 */
export function findSourceItems(db: Db, page: Prisma.Sql, audience: Audience): Promise<SourceItemRow[]> {
  const disputed = audience === 'all' ? sql`c.disputed` : sql`TRUE`
  return db.$queryRaw<SourceItemRow[]>`
    WITH page AS MATERIALIZED (${page})
    SELECT s.id, s.title, s.kind, s.outlet, s.url, s."publishedEdtf", s."publishedFrom", s."publishedTo",
      s."modifiedEdtf", s."modifiedFrom", s."modifiedTo", s.authors, s.language, s."createdAt", n.claims, n.disputed
    FROM page JOIN source s ON s.id = page.id
    CROSS JOIN LATERAL (
      SELECT count(DISTINCT c.id)::int AS claims, count(DISTINCT c.id) FILTER (WHERE ${disputed})::int AS disputed
      FROM snapshot sn JOIN quote q ON q."snapshotId" = sn.id JOIN appearance a ON a."quoteId" = q.id
      JOIN claim c ON c.id = a."claimId"
      WHERE sn."sourceId" = s.id AND ${claimListed(audience)}
    ) AS n
    ORDER BY page.place`
}

/** A page of the sources that match, newest first; one more row than asked for, when there is one. */
export function listSources(
  db: Db,
  filter: SourceFilter,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
  audience: Audience,
): Promise<SourceItemRow[]> {
  const [at, id] =
    cursor === undefined ? [null, null] : decodeCursor(z.tuple([z.iso.datetime(), z.uuid()]), cursor)
  const rest = at === null ? sql`TRUE` : sql`(s."createdAt", s.id) < (${at}::timestamptz, ${id}::uuid)`
  return findSourceItems(
    db,
    sql`SELECT s.id, row_number() OVER () AS place FROM (
      SELECT s.id FROM source s WHERE ${sourceMatches(filter, audience)} AND ${rest}
      ORDER BY s."createdAt" DESC, s.id DESC LIMIT ${limit + 1}
    ) AS s`,
    audience,
  )
}

/** What must hold of a row `s` of sources for it to match and to be shown to `audience`. */
export function sourceMatches({ search, outlet, kind }: SourceFilter, audience: Audience): Prisma.Sql {
  const { filters, before, after } = search
  return Prisma.join(
    [
      sourceShown(audience),
      ...(outlet.length > 0 ? [sql`s.outlet = ANY(${outlet})`] : []),
      ...(kind.length > 0 ? [kindIn(kind)] : []),
      ...(before === null ? [] : [sql`s."publishedFrom" < ${before}::date`]),
      ...(after === null ? [] : [sql`s."publishedTo" > ${after}::date`]),
      ...filters.map(filter =>
        filter.not ? sql`NOT coalesce(${meets(filter, audience)}, FALSE)` : meets(filter, audience),
      ),
      // Last: conditions of equal cost are tried in their order, and the words of a whole text take long to fetch.
      ...holds(search, audience),
    ],
    ' AND ',
  )
}

const kindIn = (kinds: SourceKind[]) => sql`s.kind = ANY(${kinds}::"SourceKind"[])`

/**
 * Whether the title, outlet and texts hold the words. Of words alone the planner knows how many sources hold them, and
 * may as well go through the newest, or through those of an outlet. It overrates phrases, and sources in which a speaker
 * or topic appears, so there the index is asked.
 */
function holds({ terms, filters }: SourceFilter['search'], audience: Audience): Prisma.Sql[] {
  const words = audience === 'published' ? sql`s."publicWords"` : sql`s.words`
  const [wanted, unwanted] = [terms.filter(term => !term.not), terms.filter(term => term.not)]
  const last = terms.at(-1)
  const query = stemmedTerms(wanted, last)
  const overrated = wanted.some(term => term.phrase) || filters.some(isOfClaims)
  const asked =
    overrated && audience === 'all' && !filters.some(isOfSource)
      ? // One list, not two conditions with an OR between: of that every source would have to be read.
        sql`s.id IN (SELECT sources_with(${query}) UNION ALL SELECT id FROM source WHERE numnode(${query}) = 0)`
      : matches(words, query)
  return [
    ...(wanted.length > 0 ? [asked] : []),
    ...unwanted.map(term => sql`NOT ${words} @@ ${stemmedTerm(term, term === last)}`),
  ]
}

const isOfSource = ({ field, not }: SearchFilter) => field === 'outlet' && !not
const isOfClaims = (filter: SearchFilter) => filter.field !== 'outlet'

/** Whether the outlet, or a claim that appears in the source, is as the filter says. */
function meets({ field, value }: SearchFilter, audience: Audience): Prisma.Sql {
  if (field === 'outlet') return contains(sql`s.outlet`, [value])
  const claimed =
    field === 'speaker'
      ? sql`c."speakerId" = ANY (ARRAY(${speakersNamed([value])}))`
      : sql`c."topicIds" && ARRAY(${topicsNamed([value])})`
  return sql`s.id IN (SELECT unnest(c."sourceIds") FROM claim c WHERE ${claimed} AND ${claimShown(audience)})`
}

/** More than anybody reads through; what is typed narrows it. */
const MOST_OUTLETS = 100

/** Outlets by how many sources they have; those that match `q`, the ones that begin with it first. */
export function listOutlets(
  db: Db,
  q: string,
  audience: Audience,
): Promise<{ outlet: string; sources: number }[]> {
  return db.$queryRaw<{ outlet: string; sources: number }[]>`
    SELECT s.outlet, count(*)::int AS sources FROM source s
    WHERE s.outlet IS NOT NULL AND ${q === '' ? sql`TRUE` : contains(sql`s.outlet`, [q])}
      AND ${sourceShown(audience)}
    GROUP BY s.outlet
    ORDER BY s.outlet ILIKE ${likePattern(q).slice(1)} DESC, sources DESC, s.outlet LIMIT ${MOST_OUTLETS}`
}
