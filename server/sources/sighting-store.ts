import { z } from 'zod'
import type { Difference } from '#domain/anchor.ts'
import type { Quote } from '#domain/quote.ts'
import type { QuoteState } from '#domain/vocabulary.ts'
import { Prisma } from '../db/generated/client.ts'
import type { Db, Tx } from '../db/open.ts'

/** What became of a quote in a later snapshot. */
export type SightingRow = {
  quoteId: string
  snapshotId: string
  state: QuoteState
  start: number | null
  end: number | null
  words: string | null
  difference: Difference[] | null
  since: Date
}

export type QuoteOfSource = Quote & { id: string; appearances: { claimId: string }[] }

const QUOTE = { id: true, exact: true, prefix: true, suffix: true, start: true, end: true } as const

/** The quotes taken from the snapshots of a source but for one, with the claims they are quoted for. */
export function findQuotesOfSource(
  tx: Tx,
  sourceId: string,
  exceptSnapshotId: string | null,
): Promise<QuoteOfSource[]> {
  return tx.quote.findMany({
    where: {
      snapshot: { sourceId },
      ...(exceptSnapshotId !== null && { snapshotId: { not: exceptSnapshotId } }),
    },
    select: { ...QUOTE, appearances: { select: { claimId: true }, orderBy: { claimId: 'asc' } } },
    orderBy: { id: 'asc' },
  })
}

const Words = z.object({ text: z.string(), start: z.number(), end: z.number() })
const Differences = z.array(
  z.object({ kind: z.enum(['inserted', 'deleted', 'replaced']), before: Words, after: Words }),
)

/** The words that differ, as they were stored; null when none were. */
export function readDifference(stored: unknown): Difference[] | null {
  return stored === null ? null : Differences.parse(stored)
}

/** The newest sighting of each quote, by quote; those that were never looked for are left out. */
export async function findLastSightings(
  db: Db,
  quoteIds: readonly string[],
): Promise<Map<string, SightingRow>> {
  if (quoteIds.length === 0) return new Map()
  const rows = await db.$queryRaw<(Omit<SightingRow, 'difference'> & { difference: unknown })[]>`
    SELECT last.* FROM unnest(${[...quoteIds]}::uuid[]) AS asked(id)
    CROSS JOIN LATERAL (
      SELECT s."quoteId", s."snapshotId", s.state, s.start, s."end", s.words, s.difference, s.since
      FROM sighting s JOIN snapshot n ON n.id = s."snapshotId"
      WHERE s."quoteId" = asked.id ORDER BY n."capturedAt" DESC, n.id DESC LIMIT 1
    ) AS last`
  return new Map(rows.map(row => [row.quoteId, { ...row, difference: readDifference(row.difference) }]))
}

/** The texts of snapshots, by id. */
export async function findTexts(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.snapshot.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, text: true },
  })
  return new Map(rows.map(({ id, text }) => [id, text]))
}

export async function insertSightings(tx: Tx, sightings: readonly SightingRow[]): Promise<void> {
  await tx.sighting.createMany({
    data: sightings.map(({ difference, ...row }) => ({ ...row, difference: difference ?? Prisma.DbNull })),
    skipDuplicates: true,
  })
}

/** The snapshots of the same source that were captured after one, oldest first. */
export function findLaterTexts(
  tx: Tx,
  snapshotId: string,
): Promise<{ id: string; text: string; capturedAt: Date }[]> {
  return tx.$queryRaw`
    SELECT later.id, later.text, later."capturedAt" FROM snapshot own
    JOIN snapshot later ON later."sourceId" = own."sourceId" AND (later."capturedAt", later.id) > (own."capturedAt", own.id)
    WHERE own.id = ${snapshotId}::uuid ORDER BY later."capturedAt", later.id`
}
