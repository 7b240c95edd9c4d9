import { z } from 'zod'
import type { ScanState } from '#domain/vocabulary.ts'
import { decodeCursor } from '../db/cursor.ts'
import type { Prisma } from '../db/generated/client.ts'
import type { Db, Tx } from '../db/open.ts'

/** A scan whose runner has not been heard of for so long is taken over by another process. */
const HELD_SECONDS = 10

const SCAN = {
  id: true,
  state: true,
  modelVersion: true,
  claims: true,
  claimsDone: true,
  pairsCompared: true,
  proposed: true,
  agreeing: true,
  refreshed: true,
  withdrawn: true,
  heldUntil: true,
  since: true,
  sinceClaims: true,
  startedAt: true,
  startedBy: { select: { id: true, name: true } },
  endedAt: true,
  failure: true,
} as const satisfies Prisma.ScanSelect

export type ScanRow = NonNullable<Awaited<ReturnType<typeof findScan>>>

export function findScan(db: Db, id: string) {
  return db.scan.findUnique({ where: { id }, select: SCAN })
}

/** The scan that runs or is paused. */
export function findOpenScan(db: Db): Promise<ScanRow | null> {
  return db.scan.findFirst({ where: { endedAt: null }, select: SCAN })
}

/** Newest first; one more row than asked for, when there is one. */
export function listScans(
  db: Db,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<ScanRow[]> {
  const after = cursor === undefined ? null : decodeCursor(z.tuple([z.uuid()]), cursor)[0]
  return db.scan.findMany({
    where: after === null ? {} : { id: { lt: after } },
    orderBy: { id: 'desc' },
    take: limit + 1,
    select: SCAN,
  })
}

export async function insertScan(
  tx: Tx,
  scan: { claims: number; startedById: string; startedAt: Date },
): Promise<string> {
  const { id } = await tx.scan.create({ data: scan, select: { id: true } })
  return id
}

/** Puts a scan from one of the states into another one, and takes it from whoever works on it. False when it is in none. */
export async function changeState(
  tx: Tx,
  id: string,
  from: readonly ScanState[],
  to: { state: ScanState; endedAt?: Date },
): Promise<boolean> {
  const { count } = await tx.scan.updateMany({
    where: { id, state: { in: [...from] } },
    data: { ...to, runner: null, heldUntil: null, since: null },
  })
  return count > 0
}

/** A scan as the process that works on it holds it. */
export type Held = { id: string; runner: string; cursor: string | null; modelVersion: string | null }

/** Takes the scan that runs and that nobody works on; null when there is none. */
export async function takeScan(db: Db, runner: string): Promise<Held | null> {
  const rows = await db.$queryRaw<Held[]>`
    UPDATE scan SET runner = ${runner}, since = NULL, "heldUntil" = now() + ${HELD_SECONDS}::int * interval '1 second'
    WHERE state = 'running' AND (runner IS NULL OR runner = ${runner} OR "heldUntil" < now())
    RETURNING id, runner, cursor::text, "modelVersion"`
  return rows[0] ?? null
}

/** Lets the scan go, for whoever takes it next. */
export async function releaseScan(db: Db, { id, runner }: Held): Promise<void> {
  await db.scan.updateMany({
    where: { id, runner },
    data: { runner: null, heldUntil: null, since: null },
  })
}

/** Makes a scan begin again with the first claim, as another model is to compare them. */
export async function beginAnew(db: Db, { id, runner }: Held, modelVersion: string): Promise<void> {
  await db.scan.updateMany({
    where: { id, runner },
    data: { modelVersion, cursor: null, claimsDone: 0, pairsCompared: 0 },
  })
}

export type Step = {
  /** The last claim that has now been compared; undefined while one is not through. */
  cursor?: string
  claims?: number
  compared?: number
  /** Pairs put before the editors, and how many of them say the same. */
  proposed?: number
  agreeing?: number
  refreshed?: number
  withdrawn?: number
}

/**
 * Notes how far the scan has come, and holds it for longer. False when it is no longer this runner's: somebody paused
 * or ended it, or another process has taken it over.
 */
export async function advance(db: Db, { id, runner }: Held, step: Step): Promise<boolean> {
  const { cursor = null, claims = 0, compared = 0, proposed = 0, agreeing = 0 } = step
  const { refreshed = 0, withdrawn = 0 } = step
  const count = await db.$executeRaw`
    UPDATE scan SET cursor = coalesce(${cursor}::uuid, cursor),
      "claimsDone" = "claimsDone" + ${claims}::int,
      "pairsCompared" = "pairsCompared" + ${compared}::int,
      proposed = proposed + ${proposed}::int,
      agreeing = agreeing + ${agreeing}::int,
      refreshed = refreshed + ${refreshed}::int,
      withdrawn = withdrawn + ${withdrawn}::int,
      "sinceClaims" = CASE WHEN since IS NULL THEN "claimsDone" + ${claims}::int ELSE "sinceClaims" END,
      since = CASE WHEN ${claims}::int > 0 THEN coalesce(since, now()) ELSE since END,
      "heldUntil" = now() + ${HELD_SECONDS}::int * interval '1 second'
    WHERE id = ${id}::uuid AND runner = ${runner} AND state = 'running'`
  return count > 0
}

/** Ends a scan that this runner holds. False when it is no longer its own. */
export async function endScan(
  tx: Tx,
  { id, runner }: Held,
  end: { state: 'done' | 'failed'; endedAt: Date; failure?: string },
): Promise<boolean> {
  const { count } = await tx.scan.updateMany({
    where: { id, runner, state: 'running' },
    data: { ...end, runner: null, heldUntil: null },
  })
  return count > 0
}
