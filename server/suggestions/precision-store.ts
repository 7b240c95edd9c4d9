import type { ReasonType } from '#domain/vocabulary.ts'
import { Prisma } from '../db/generated/client.ts'
import type { Db } from '../db/open.ts'

const { sql } = Prisma

/** The detector's suggestions about which is decided. That a pair agrees is confirmed by finding it to be one claim as well. */
const LEARNT = sql`SELECT state, score, "reasonTypes", "proposedKind" = 'agrees' AS agrees,
    kind = "proposedKind" OR ("proposedKind" = 'agrees' AND kind = 'duplicate') AS "asProposed"
  FROM relation WHERE origin = 'detector' AND state <> 'suggested'`

export type DecidedRow = {
  /** Whether they were suggested as saying the same. */
  agrees: boolean
  reason: ReasonType | null
  confirmed: number
  otherwise: number
  dismissed: number
}

/**
 * What became of the detector's suggestions: in all where the type is null, once of conflicts and once of agreements, and
 * of conflicts per type of reason.
 */
export function countDecided(db: Db): Promise<DecidedRow[]> {
  const counts = sql`count(*) FILTER (WHERE state = 'confirmed' AND "asProposed")::int AS confirmed,
    count(*) FILTER (WHERE state = 'confirmed' AND NOT "asProposed")::int AS otherwise,
    count(*) FILTER (WHERE state = 'dismissed')::int AS dismissed`
  return db.$queryRaw`
    WITH decided AS MATERIALIZED (${LEARNT})
    SELECT agrees, NULL AS reason, ${counts} FROM decided GROUP BY agrees
    UNION ALL
    (SELECT FALSE, s.type::text, ${counts} FROM decided CROSS JOIN unnest("reasonTypes") AS s(type)
      WHERE NOT agrees GROUP BY s.type ORDER BY s.type)`
}

export type TallyRow = {
  agrees: boolean
  reason: ReasonType | null
  decided: number
  confirmed: number
  promised: number
}

/** What became of the suggested conflicts by their leading reason, null for a pair without reasons, and of the agreements. */
export function tallyLeading(db: Db): Promise<TallyRow[]> {
  return db.$queryRaw`
    SELECT agrees, CASE WHEN NOT agrees THEN "reasonTypes"[1]::text END AS reason, count(*)::int AS decided,
      count(*) FILTER (WHERE state = 'confirmed' AND "asProposed")::int AS confirmed,
      sum(score)::float8 AS promised
    FROM (${LEARNT}) AS decided WHERE score IS NOT NULL GROUP BY 1, 2`
}
