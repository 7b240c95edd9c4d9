import type { ReasonType } from '#domain/vocabulary.ts'
import { Prisma } from '../db/generated/client.ts'
import type { Db } from '../db/open.ts'

const { sql } = Prisma

/** The detector's suggestions about which is decided. */
const LEARNT = sql`SELECT state, kind, "proposedKind", score, "reasonTypes" FROM relation
  WHERE origin = 'detector' AND state <> 'suggested'`

export type DecidedRow = {
  reason: ReasonType | null
  confirmed: number
  otherwise: number
  dismissed: number
}

/** What became of the detector's suggestions per type of reason; in all, where the type is null. */
export function countDecided(db: Db): Promise<DecidedRow[]> {
  const counts = sql`count(*) FILTER (WHERE state = 'confirmed' AND kind = "proposedKind")::int AS confirmed,
    count(*) FILTER (WHERE state = 'confirmed' AND kind <> "proposedKind")::int AS otherwise,
    count(*) FILTER (WHERE state = 'dismissed')::int AS dismissed`
  return db.$queryRaw`
    WITH decided AS MATERIALIZED (${LEARNT})
    SELECT NULL AS reason, ${counts} FROM decided
    UNION ALL
    (SELECT s.type::text, ${counts} FROM decided CROSS JOIN unnest("reasonTypes") AS s(type)
      GROUP BY s.type ORDER BY s.type)`
}

export type TallyRow = { reason: ReasonType | null; decided: number; confirmed: number; promised: number }

/** What became of the suggestions by their leading reason; null is that of a pair without reasons. */
export function tallyLeading(db: Db): Promise<TallyRow[]> {
  return db.$queryRaw`
    SELECT "reasonTypes"[1]::text AS reason, count(*)::int AS decided,
      count(*) FILTER (WHERE state = 'confirmed' AND kind = "proposedKind")::int AS confirmed,
      sum(score)::float8 AS promised
    FROM (${LEARNT}) AS decided WHERE score IS NOT NULL GROUP BY 1`
}
