import { z } from 'zod'
import type { QuoteState, WatchInterval, WatchState } from '#domain/vocabulary.ts'
import { decodeCursor } from '../db/cursor.ts'
import { Prisma } from '../db/generated/client.ts'
import type { Db, Tx } from '../db/open.ts'
import { readDifference } from '../sources/sighting-store.ts'
import { SOURCE_BRIEF } from '../sources/store.ts'

const { sql } = Prisma

const WATCH = {
  sourceId: true,
  every: true,
  state: true,
  since: true,
  problem: true,
  failures: true,
  etag: true,
  lastModified: true,
  visitedAt: true,
  reachedAt: true,
  nextAt: true,
  version: true,
} as const satisfies Prisma.WatchSelect

export type WatchRow = Prisma.WatchGetPayload<{ select: typeof WATCH }>

/** A source with its watch, when one was ever set or asked for; null when there is no such source. */
export function findWatched(db: Db, sourceId: string) {
  return db.source.findUnique({
    where: { id: sourceId },
    select: { ...SOURCE_BRIEF, createdAt: true, watch: { select: WATCH } },
  })
}

export type WatchedRow = NonNullable<Awaited<ReturnType<typeof findWatched>>>

/** In no order. */
export function findWatchedSources(db: Db, ids: readonly string[]): Promise<WatchedRow[]> {
  return db.source.findMany({
    where: { id: { in: [...ids] } },
    select: { ...SOURCE_BRIEF, createdAt: true, watch: { select: WATCH } },
  })
}

export type WatchFilter = {
  state: WatchState[]
  altered?: boolean | undefined
  cursor?: string | undefined
  limit: number
}

/** The ids of the sources that are visited again, newest first; one more than asked for, when there is one. */
export async function listWatched(db: Db, { state, altered, cursor, limit }: WatchFilter): Promise<string[]> {
  const after = cursor === undefined ? null : decodeCursor(z.tuple([z.uuid()]), cursor)[0]
  const conditions = [
    sql`w.every <> 'off'`,
    ...(state.length > 0 ? [sql`w.state::text = ANY(${state})`] : []),
    ...(after === null ? [] : [sql`w."sourceId" < ${after}::uuid`]),
    ...(altered === true
      ? [
          sql`EXISTS (
            SELECT FROM sighting g JOIN appearance a ON a."quoteId" = g."quoteId"
            WHERE g."snapshotId" = (${newestOf(sql`w."sourceId"`)}) AND g.state IN ('changed', 'missing')
          )`,
        ]
      : []),
  ]
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT w."sourceId" AS id FROM watch w WHERE ${Prisma.join(conditions, ' AND ')}
    ORDER BY w."sourceId" DESC LIMIT ${limit + 1}`
  return rows.map(({ id }) => id)
}

const newestOf = (sourceId: Prisma.Sql) =>
  sql`SELECT n.id FROM snapshot n WHERE n."sourceId" = ${sourceId} ORDER BY n."capturedAt" DESC, n.id DESC LIMIT 1`

export type AlteredRow = {
  sourceId: string
  quoteId: string
  claimId: string
  statement: string
  exact: string
  state: QuoteState
  words: string | null
  difference: unknown
  since: Date
}

/** What became of the quotes of sources in their newest snapshots, where it is not that they stand: changed ones first. */
export async function findAltered(db: Db, sourceIds: readonly string[]) {
  const rows = await db.$queryRaw<AlteredRow[]>`
    SELECT asked.id AS "sourceId", g."quoteId", c.id AS "claimId", c.statement, q.exact, g.state, g.words, g.difference, g.since
    FROM unnest(${[...sourceIds]}::uuid[]) AS asked(id)
    CROSS JOIN LATERAL (${newestOf(sql`asked.id`)}) AS newest
    JOIN sighting g ON g."snapshotId" = newest.id AND g.state <> 'exact'
    JOIN quote q ON q.id = g."quoteId"
    JOIN appearance a ON a."quoteId" = q.id
    JOIN claim c ON c.id = a."claimId" AND c."sameAsId" IS NULL
    ORDER BY array_position(ARRAY['changed', 'missing', 'moved'], g.state::text), g.since DESC, q.start, c.id`
  return rows.map(row => ({ ...row, difference: readDifference(row.difference) ?? [] }))
}

/** How many quotes of claims are taken from each source; those with none are left out. */
export async function countQuotes(db: Db, sourceIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ id: string; quotes: number }[]>`
    SELECT n."sourceId" AS id, count(DISTINCT q.id)::int AS quotes
    FROM snapshot n JOIN quote q ON q."snapshotId" = n.id JOIN appearance a ON a."quoteId" = q.id
    WHERE n."sourceId" = ANY(${[...sourceIds]}::uuid[]) GROUP BY n."sourceId"`
  return new Map(rows.map(({ id, quotes }) => [id, quotes]))
}

/** Makes sure that a source has a watch: one that is off, unless there is one. */
export async function settleWatch(tx: Tx, sourceId: string, since: Date): Promise<void> {
  await tx.watch.createMany({ data: [{ sourceId, every: 'off', since }], skipDuplicates: true })
}

/** How many rows the write met: 0 when the version is not the one that stands. */
export async function updateInterval(
  tx: Tx,
  sourceId: string,
  version: number,
  change: { every: WatchInterval; nextAt: Date | null; setById: string | null },
): Promise<number> {
  const { count } = await tx.watch.updateMany({
    where: { sourceId, version },
    data: { ...change, version: { increment: 1 } },
  })
  return count
}

export type VisitOutcome = {
  state: WatchState
  since: Date
  problem: string | null
  failures: number
  visitedAt: Date
  reachedAt?: Date
  etag?: string | null
  lastModified?: string | null
}

/** Writes what came of a visit, and when the next one is due: never of one that was switched off meanwhile. */
export async function recordVisit(
  tx: Tx,
  sourceId: string,
  outcome: VisitOutcome,
  nextAt: Date | null,
): Promise<void> {
  await tx.watch.update({ where: { sourceId }, data: outcome, select: { sourceId: true } })
  await tx.watch.updateMany({ where: { sourceId, every: { not: 'off' } }, data: { nextAt } })
}

/** Sources whose visit is due, each given to one process alone: it is due again at `leased` unless it was visited. */
export async function takeDue(db: Db, now: Date, leased: Date, most: number): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    UPDATE watch SET "nextAt" = ${leased} WHERE "sourceId" IN (
      SELECT "sourceId" FROM watch WHERE "nextAt" <= ${now} ORDER BY "nextAt" LIMIT ${most} FOR UPDATE SKIP LOCKED
    ) RETURNING "sourceId" AS id`
  return rows.map(({ id }) => id)
}
