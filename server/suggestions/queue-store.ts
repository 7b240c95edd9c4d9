import { z } from 'zod'
import type { ReasonType } from '#domain/vocabulary.ts'
import { decodeCursor } from '../db/cursor.ts'
import { Prisma } from '../db/generated/client.ts'
import type { Db } from '../db/open.ts'

const { sql } = Prisma

export type QueueFilter = {
  minScore?: number | undefined
  reason: ReasonType[]
  speaker: string[]
  outlet: string[]
  topic: string[]
}

/** Where a pair stands in the queue: what a person proposed comes first. */
const PLACE = sql`coalesce(r.score, 1)`

function waits({ minScore, reason, speaker, outlet, topic }: QueueFilter): Prisma.Sql {
  const either = (condition: Prisma.Sql) =>
    sql`EXISTS (SELECT 1 FROM claim c WHERE c.id IN (r."aId", r."bId") AND ${condition})`
  return Prisma.join(
    [
      sql`r.state = 'suggested'`,
      ...(minScore === undefined ? [] : [sql`${PLACE} >= ${minScore}::float8`]),
      ...(reason.length === 0
        ? []
        : [
            sql`EXISTS (SELECT 1 FROM reason s WHERE s."relationId" = r.id AND s.type = ANY(${reason}::"ReasonType"[]))`,
          ]),
      ...(speaker.length === 0 ? [] : [either(sql`c."speakerId" = ANY(${speaker}::uuid[])`)]),
      ...(outlet.length === 0 ? [] : [either(sql`c.outlets && ${outlet}::text[]`)]),
      ...(topic.length === 0
        ? []
        : [either(sql`c."topicIds" && ARRAY(SELECT t.id FROM topic t WHERE t.slug = ANY(${topic}))`)]),
    ],
    ' AND ',
  )
}

export type QueueRow = { id: string; place: number }

/** The queue in its order; one more row than asked for, when there is one. */
export function listQueue(
  db: Db,
  filter: QueueFilter,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<QueueRow[]> {
  const after = cursor === undefined ? null : decodeCursor(z.tuple([z.number(), z.uuid()]), cursor)
  const beyond = after === null ? sql`TRUE` : sql`(${PLACE}, r.id) < (${after[0]}::float8, ${after[1]}::uuid)`
  return db.$queryRaw<QueueRow[]>`
    SELECT r.id, ${PLACE}::float8 AS place FROM relation r WHERE ${waits(filter)} AND ${beyond}
    ORDER BY ${PLACE} DESC, r.id DESC LIMIT ${limit + 1}`
}

/** How many pairs wait per type of reason, those with most first; in all, where the type is null. */
export function countQueue(
  db: Db,
  filter: QueueFilter,
): Promise<{ reason: ReasonType | null; pairs: number }[]> {
  return db.$queryRaw`
    WITH waiting AS MATERIALIZED (SELECT r.id FROM relation r WHERE ${waits(filter)})
    SELECT NULL AS reason, count(*)::int AS pairs FROM waiting
    UNION ALL
    (SELECT s.type::text, count(DISTINCT s."relationId")::int AS pairs FROM waiting w JOIN reason s ON s."relationId" = w.id
      GROUP BY s.type ORDER BY pairs DESC, s.type)`
}

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
    WITH decided AS MATERIALIZED (
      SELECT id, state, kind, "proposedKind" FROM relation WHERE origin = 'detector' AND state <> 'suggested'
    )
    SELECT NULL AS reason, ${counts} FROM decided
    UNION ALL
    (SELECT s.type::text, ${counts} FROM decided
      JOIN (SELECT DISTINCT "relationId", type FROM reason) AS s ON s."relationId" = decided.id
      GROUP BY s.type ORDER BY s.type)`
}
