import type { Audience } from '../auth/viewer.ts'
import { Prisma } from '../db/generated/client.ts'
import type { Db } from '../db/open.ts'
import type { ClaimFilter } from './filter.ts'
import { claimMatches } from './filter-store.ts'

/** Above it a count says “many” as well as a number does, and costs more. */
const MOST_COUNTED = 10_000
const MOST_GROUPS = 20

const FACETS = ['speaker', 'outlet', 'topic', 'howPut'] as const
export type FacetRow = {
  facet: (typeof FACETS)[number] | 'total'
  value: string
  label: string
  claims: number
}

const { sql } = Prisma

/** The claims that match, newest first, as far as they are counted. */
function hits(filter: ClaimFilter, audience: Audience): Prisma.Sql {
  return sql`SELECT c."speakerId", c."howPut", c.outlets, c."topicIds" FROM claim c
    WHERE ${claimMatches(filter, audience)} ORDER BY c."createdAt" DESC, c.id DESC LIMIT ${MOST_COUNTED}`
}

/**
 * How many claims match in all and per value of each facet, the largest groups first. A facet is counted as if nothing
 * were chosen of it.
 */
export function countFacets(db: Db, filter: ClaimFilter, audience: Audience): Promise<FacetRow[]> {
  const chosen = FACETS.filter(facet => filter[facet].length > 0)
  const without = chosen.map(
    facet => sql`, ${nameOf(facet)} AS MATERIALIZED (${hits({ ...filter, [facet]: [] }, audience)})`,
  )
  const from = (facet: (typeof FACETS)[number]) => (chosen.includes(facet) ? nameOf(facet) : sql`hits`)
  return db.$queryRaw<FacetRow[]>`
    WITH hits AS MATERIALIZED (${hits(filter, audience)}) ${Prisma.join([Prisma.empty, ...without], ' ')}
    (SELECT 'total' AS facet, '' AS value, '' AS label, count(*)::int AS claims FROM hits)
    UNION ALL
    (SELECT 'speaker', sp.id::text, sp.name, n.claims FROM (${largest(sql`h."speakerId"`, from('speaker'))}) AS n
      JOIN speaker sp ON sp.id = n.value)
    UNION ALL
    (SELECT 'outlet', n.value, n.value, n.claims FROM (${largest(sql`unnest(h.outlets)`, from('outlet'))}) AS n)
    UNION ALL
    (SELECT 'topic', t.slug, t.name, n.claims FROM (${largest(sql`unnest(h."topicIds")`, from('topic'))}) AS n
      JOIN topic t ON t.id = n.value)
    UNION ALL
    (SELECT 'howPut', n.value::text, n.value::text, n.claims
      FROM (${largest(sql`h."howPut"`, from('howPut'))}) AS n)
    ORDER BY claims DESC, label`
}

const NAMES = {
  speaker: sql`hits_of_any_speaker`,
  outlet: sql`hits_of_any_outlet`,
  topic: sql`hits_of_any_topic`,
  howPut: sql`hits_however_put`,
} as const

const nameOf = (facet: keyof typeof NAMES) => NAMES[facet]

const largest = (value: Prisma.Sql, from: Prisma.Sql) =>
  sql`SELECT ${value} AS value, count(*)::int AS claims FROM ${from} AS h
    GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${MOST_GROUPS}`
