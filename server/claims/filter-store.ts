import type { SearchFilter } from '#domain/search-grammar.ts'
import type { QuoteState } from '#domain/vocabulary.ts'
import type { Audience } from '../auth/viewer.ts'
import { claimListed, claimShown } from '../db/audience.ts'
import { dayRange } from '../db/day-range.ts'
import { Prisma } from '../db/generated/client.ts'
import { contains, matches, wordsQuery } from '../db/text-search.ts'
import { speakersNamed } from '../speakers/store.ts'
import { topicsNamed } from '../topics/store.ts'
import type { ClaimFilter } from './filter.ts'
import { claimDisputed } from './item-store.ts'

const { sql } = Prisma

/** What must hold of a row `c` of claims for it to match and to be shown to `audience`; joined ones only where asked for. */
export function claimMatches(filter: ClaimFilter, audience: Audience): Prisma.Sql {
  return Prisma.join([shown(filter, audience), ...conditions(filter, audience)], ' AND ')
}

const shown = ({ joined }: ClaimFilter, audience: Audience) =>
  joined ? claimShown(audience) : claimListed(audience)

function conditions(filter: ClaimFilter, audience: Audience): Prisma.Sql[] {
  const { search, speaker, outlet, topic, howPut, quoteState, from, to, disputed } = filter
  const { terms, filters } = search
  return [
    ...(terms.length > 0 ? [matches(sql`c.words`, wordsQuery(terms))] : []),
    ...fieldConditions(filters, 'speaker', texts => saidBy(speakersNamed(texts))),
    ...fieldConditions(filters, 'outlet', texts => appearsAt(outletsLike(texts))),
    ...fieldConditions(filters, 'topic', texts => isAbout(topicsNamed(texts))),
    ...(speaker.length > 0 ? [sql`c."speakerId" = ANY(${speaker}::uuid[])`] : []),
    ...(outlet.length > 0 ? [appearsAt(sql`${outlet}::text[]`)] : []),
    ...(topic.length > 0 ? [isAbout(sql`SELECT t.id FROM topic t WHERE t.slug = ANY(${topic})`)] : []),
    ...(howPut.length > 0 ? [sql`c."howPut" = ANY(${howPut}::"HowPut"[])`] : []),
    ...(quoteState.length > 0 ? [isQuoted(quoteState)] : []),
    ...dateConditions(search.after, from?.from ?? null, search.before, to?.to ?? null),
    ...(disputed === undefined
      ? []
      : [disputed ? claimDisputed(audience) : sql`NOT ${claimDisputed(audience)}`]),
  ]
}

/** Of the filters on one field any may hold, of those with a minus none. */
function fieldConditions(
  filters: readonly SearchFilter[],
  field: SearchFilter['field'],
  condition: (values: string[]) => Prisma.Sql,
): Prisma.Sql[] {
  const values = (not: boolean) =>
    filters.filter(filter => filter.field === field && filter.not === not).map(filter => filter.value)
  const [wanted, unwanted] = [values(false), values(true)]
  return [
    ...(wanted.length > 0 ? [condition(wanted)] : []),
    ...(unwanted.length > 0 ? [sql`NOT ${condition(unwanted)}`] : []),
  ]
}

/** As an array, of which the planner expects few: of a subquery it expects that half of the claims match. */
const saidBy = (speakers: Prisma.Sql) => sql`(c."speakerId" = ANY (ARRAY(${speakers})))`

/**
 * Outlets whose name holds one of the texts, as an array. Each has many sources, so the index on them is read from one
 * outlet to the next.
 */
const outletsLike = (texts: string[]) =>
  sql`ARRAY(
    WITH RECURSIVE known AS (
      (SELECT s.outlet FROM source s WHERE s.outlet IS NOT NULL ORDER BY s.outlet LIMIT 1)
      UNION ALL
      SELECT (SELECT s.outlet FROM source s WHERE s.outlet > known.outlet ORDER BY s.outlet LIMIT 1)
      FROM known WHERE known.outlet IS NOT NULL
    )
    SELECT known.outlet FROM known WHERE ${contains(sql`known.outlet`, texts)}
  )`

const appearsAt = (outlets: Prisma.Sql) => sql`(c.outlets && ${outlets})`

const isAbout = (topics: Prisma.Sql) => sql`(c."topicIds" && ARRAY(${topics}))`

/** Claims with a quote in one of the states. One that was never looked for in a later text stands as it was taken. */
function isQuoted(states: readonly QuoteState[]): Prisma.Sql {
  const last = (state: Prisma.Sql) => sql`SELECT a."claimId" FROM sighting si
    JOIN snapshot n ON n.id = si."snapshotId" JOIN appearance a ON a."quoteId" = si."quoteId"
    WHERE si.state ${state} AND NOT EXISTS (
      SELECT 1 FROM sighting later JOIN snapshot m ON m.id = later."snapshotId"
      WHERE later."quoteId" = si."quoteId" AND (m."capturedAt", m.id) > (n."capturedAt", n.id)
    )`
  const seen = sql`c.id IN (${last(sql`= ANY(${[...states]}::"QuoteState"[])`)})`
  return states.includes('exact') ? sql`(${seen} OR c.id NOT IN (${last(sql`<> 'exact'`)}))` : seen
}

/** Claims that can be of a day after `after`, on or after `from`, before `before`, and on or before `to`. */
function dateConditions(
  after: string | null,
  from: string | null,
  before: string | null,
  to: string | null,
): Prisma.Sql[] {
  const ranges = [
    ...(after === null && before === null ? [] : [dayRange(after, before, '()')]),
    ...(from === null && to === null ? [] : [dayRange(from, to, '[]')]),
  ]
  return ranges.map(range => sql`c.dated && ${range}`)
}
