import { z } from 'zod'
import type { Queue, QueueOrder } from '#contract/suggestions.ts'
import { applyFactor } from '#domain/calibration.ts'
import { REASON_TYPES, type ReasonType } from '#domain/vocabulary.ts'
import { decodeCursor } from '../db/cursor.ts'
import { Prisma } from '../db/generated/client.ts'
import type { Db } from '../db/open.ts'
import { hasRead } from '../db/readings.ts'

const { sql } = Prisma

export type QueueFilter = {
  about: Queue
  minScore?: number | undefined
  /** Of the reason that leads; none is any. */
  reason: ReasonType[]
  speaker: string[]
  outlet: string[]
  topic: string[]
  /** An account's id, or null for pairs that are nobody's. */
  assignedToId?: string | null | undefined
  /** Only pairs that wait for another reading. */
  reading: boolean
}

/** What the scores are learnt by: the leading reason of a conflict, null for one without reasons, or that a pair agrees. */
export type Leading = ReasonType | null | 'agreement'

/** By what the odds of a score are multiplied. */
export type Factors = ReadonlyMap<Leading, number>

/** Whose queue it is, and what the desk has learnt. */
export type Desk = { editorId: string; factors: Factors }

/** What a person proposed has no score, and is as good as certain to be worth a look. */
const SCORE = sql`coalesce(r.score, 1)`

/** More than the roundings of one multiplication of odds and of its inverse. */
const ROUNDING = 1e-9

const LEADING: readonly Leading[] = [...REASON_TYPES, null, 'agreement']

// Both stand word for word in the index of their queue.
const AGREEMENT = sql`r.kind IN ('agrees', 'duplicate') AND r.awaits IS NULL`
const CONFLICT = sql`(r.kind NOT IN ('agrees', 'duplicate') OR r.awaits IS NOT NULL)`

const ABOUT: Record<Queue, Prisma.Sql> = { conflicts: CONFLICT, agreements: AGREEMENT, both: sql`TRUE` }

function leads(leading: Leading): Prisma.Sql {
  if (leading === 'agreement') return AGREEMENT
  const reason = sql`r."reasonTypes"[1]`
  return sql`${CONFLICT} AND ${leading === null ? sql`${reason} IS NULL` : sql`${reason} = ${leading}::"ReasonType"`}`
}

/** The score as the desk has learnt to read it, 0–1. */
const placeBy = (factor: Prisma.Sql) => sql`(${SCORE} * ${factor} / (${SCORE} * ${factor} + (1 - ${SCORE})))`

function factorOf(factors: Factors): Prisma.Sql {
  const cases = LEADING.map(leading => sql`WHEN ${leads(leading)} THEN ${factors.get(leading) ?? 1}::float8`)
  return sql`(CASE ${Prisma.join(cases, ' ')} END)`
}

/** One condition a filter: what either claim of the pair must be. */
function claimConditions({ speaker, outlet, topic }: QueueFilter): Prisma.Sql[] {
  return [
    ...(speaker.length === 0 ? [] : [sql`c."speakerId" = ANY(${speaker}::uuid[])`]),
    ...(outlet.length === 0 ? [] : [sql`c.outlets && ${outlet}::text[]`]),
    ...(topic.length === 0
      ? []
      : [sql`c."topicIds" && ARRAY(SELECT t.id FROM topic t WHERE t.slug = ANY(${topic}))`]),
  ]
}

/** A pair waits for an editor unless they have read it, and another reading is awaited. */
function waits(filter: QueueFilter, editorId: string): Prisma.Sql {
  const { about, reason, assignedToId, reading } = filter
  const claims = claimConditions(filter).map(
    // One list of claims a filter, looked up by hash whatever its length.
    condition => sql`(r."aId" IN (SELECT c.id FROM claim c WHERE ${condition})
      OR r."bId" IN (SELECT c.id FROM claim c WHERE ${condition}))`,
  )
  return Prisma.join(
    [
      sql`r.state = 'suggested'`,
      ABOUT[about],
      ...(reason.length === 0 ? [] : [sql`r."reasonTypes"[1] = ANY(${reason}::"ReasonType"[])`]),
      ...(assignedToId === undefined
        ? []
        : [assignedToId === null ? sql`r."assignedToId" IS NULL` : sql`r."assignedToId" = ${assignedToId}`]),
      ...(reading ? [sql`r.awaits IS NOT NULL`] : []),
      sql`(r.awaits IS NULL OR NOT ${hasRead(editorId)})`,
      ...claims,
    ],
    ' AND ',
  )
}

/** `place` is the score as the desk has learnt to read it. */
export type QueueRow = { id: string; place: number }

export type QueuePage = { order: QueueOrder; cursor?: string | undefined; limit: number }

/** The queue in an order; one more row than asked for, when there is one. */
export function listQueue(
  db: Db,
  filter: QueueFilter,
  desk: Desk,
  { order, cursor, limit }: QueuePage,
): Promise<QueueRow[]> {
  const after = cursor === undefined ? null : decodeCursor(z.tuple([z.number(), z.uuid()]), cursor)
  const place = placeBy(factorOf(desk.factors))
  const floor = filter.minScore === undefined ? sql`TRUE` : sql`${place} >= ${filter.minScore}::float8`
  const waiting = waits(filter, desk.editorId)
  if (order !== 'likeliest') {
    const [beyond, direction] = order === 'newest' ? [sql`<`, sql`DESC`] : [sql`>`, sql`ASC`]
    const from = after === null ? sql`TRUE` : sql`r.id ${beyond} ${after[1]}::uuid`
    return db.$queryRaw<QueueRow[]>`
      SELECT r.id, ${place}::float8 AS place FROM relation r WHERE ${waiting} AND ${floor} AND ${from}
      ORDER BY r.id ${direction} LIMIT ${limit + 1}`
  }
  if (claimConditions(filter).length > 0) {
    const from = after === null ? sql`TRUE` : sql`(${place}, r.id) < (${after[0]}::float8, ${after[1]}::uuid)`
    return db.$queryRaw<QueueRow[]>`
      SELECT r.id, ${place}::float8 AS place FROM relation r WHERE ${waiting} AND ${floor} AND ${from}
      ORDER BY place DESC, r.id DESC LIMIT ${limit + 1}`
  }
  const parts = LEADING.filter(leading => mayLead(leading, filter)).map(leading =>
    likeliestLedBy(leading, waiting, filter.minScore, desk.factors, after, limit),
  )
  return db.$queryRaw<QueueRow[]>`
    SELECT id, place FROM (${Prisma.join(parts, ' UNION ALL ')}) AS led ORDER BY place DESC, id DESC LIMIT ${limit + 1}`
}

function mayLead(leading: Leading, { about, reason }: QueueFilter): boolean {
  if (leading === 'agreement') return about !== 'conflicts'
  if (about === 'agreements') return false
  return reason.length === 0 || (leading !== null && reason.includes(leading))
}

/**
 * The first of the pairs led by one type of reason, or of those that agree. Within one type the order of the scores is the order of the queue:
 * it is read from the index, from where the page before ended.
 */
function likeliestLedBy(
  leading: Leading,
  waiting: Prisma.Sql,
  minScore: number | undefined,
  factors: Factors,
  after: [number, string] | null,
  limit: number,
): Prisma.Sql {
  const factor = factors.get(leading) ?? 1
  const place = placeBy(sql`${factor}::float8`)
  const scoreAt = (learnt: number) => applyFactor(learnt, 1 / factor)
  const floor =
    minScore === undefined
      ? sql`TRUE`
      : sql`${SCORE} >= ${scoreAt(minScore) - ROUNDING}::float8 AND ${place} >= ${minScore}::float8`
  const from =
    after === null
      ? sql`TRUE`
      : sql`${SCORE} <= ${scoreAt(after[0]) + ROUNDING}::float8
        AND (${place}, r.id) < (${after[0]}::float8, ${after[1]}::uuid)`
  return sql`(SELECT r.id, ${place}::float8 AS place FROM relation r
    WHERE ${waiting} AND ${leads(leading)} AND ${floor} AND ${from}
    ORDER BY ${SCORE} DESC, r.id DESC LIMIT ${limit + 1})`
}

/** How many pairs wait in each queue, whichever is asked for, per leading reason; null is that of a pair without reasons. */
export function countQueue(
  db: Db,
  filter: QueueFilter,
  { editorId, factors }: Desk,
): Promise<{ agrees: boolean; reason: ReasonType | null; pairs: number }[]> {
  const floor =
    filter.minScore === undefined
      ? sql`TRUE`
      : sql`${placeBy(factorOf(factors))} >= ${filter.minScore}::float8`
  const waiting = waits({ ...filter, about: 'both' }, editorId)
  return db.$queryRaw`
    SELECT (${AGREEMENT}) AS agrees, r."reasonTypes"[1]::text AS reason, count(*)::int AS pairs FROM relation r
    WHERE ${waiting} AND ${floor} GROUP BY 1, 2 ORDER BY pairs DESC, reason`
}
