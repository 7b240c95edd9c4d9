import { randomUUID } from 'node:crypto'
import { setTimeout as rest } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Database, Engine, Tx } from '../db/open.ts'
import { recordEvent } from '../events/store.ts'
import { keepAnalyses, markCompared } from '../suggestions/analysis-store.ts'
import type { FoundPair } from '../suggestions/finding.ts'
import { lockClaims, propose } from '../suggestions/propose.ts'
import { listOpenPairs } from '../suggestions/store.ts'
import { createWakeful } from '../wakeful.ts'
import { countClaims, listScanned } from './claim-store.ts'
import type { ScannedClaim } from './comparer.ts'
import { refreshStale } from './refresh-stale.ts'
import * as store from './store.ts'
import { type Found, startThreads, type Thread, ThreadError } from './thread.ts'

/**
 * How much is done in one step, so that requests which wait for the database get their turn. The embedded one answers one
 * query at a time, in the thread that also answers the requests: there the scan rests as long as it has worked.
 */
const STEPS: Record<Engine, { claims: number; pairs: number; restShare: number }> = {
  pglite: { claims: 40, pairs: 20, restShare: 1 },
  postgres: { claims: 200, pairs: 200, restShare: 0 },
}

/** So many times the claims of a step are given to the threads: they have work while what they found is read and written. */
const AHEAD = 2

/** How often a process looks whether a scan waits for somebody: one that died is taken over by then. */
const LOOK_MS = 5_000

export type Scanner = {
  /** Looks whether there is a scan to work on. */
  wake: () => void
  /** Lets the step in hand end, and the scan go to whoever takes it next. */
  stop: () => Promise<void>
}

/** Somebody paused or ended the scan, or another process has taken it over. */
class Lost extends Error {
  override name = 'Lost'
}

/** Works on scans over all claims, one at a time among all processes, as they are started. */
export function startScanner(database: Database, log: Logger): Scanner {
  const runner = randomUUID()
  let stopping = false

  async function work(): Promise<void> {
    const held = await store.takeScan(database.prisma, runner)
    if (held === null) return
    log.info({ scan: held.id, after: held.cursor }, 'scan taken')
    try {
      const ended = await scan(database, held, () => stopping)
      log.info({ scan: held.id, ended }, 'scan')
    } catch (error) {
      if (error instanceof Lost) {
        log.info({ scan: held.id }, 'scan given up')
        return
      }
      log.error({ err: error, scan: held.id }, 'scan failed')
      // A fault of the database may pass: whoever looks next goes on with the scan.
      if (error instanceof ThreadError) await fail(database, held, error.message)
    }
  }

  const { wake, ended } = createWakeful(work, {
    isStopping: () => stopping,
    onError: error => log.error({ err: error }, 'scan'),
  })
  wake()
  const look = setInterval(wake, LOOK_MS)
  look.unref()
  return {
    wake,
    stop: async () => {
      stopping = true
      clearInterval(look)
      await ended()
    },
  }
}

/** Works on a scan to its end. Returns false when it was told to stop before. Throws `Lost`, `ThreadError`. */
async function scan(database: Database, held: store.Held, stopping: () => boolean): Promise<boolean> {
  const { prisma } = database
  const thread = await startThreads(await countClaims(prisma))
  try {
    let after = held.cursor
    if (held.modelVersion !== thread.modelVersion) {
      await store.beginAnew(prisma, held, thread.modelVersion)
      after = null
    }
    await refreshStale(database, thread, { step: run => step(database, held, run), stopping })
    if (after !== null) await remember(database, held, thread, after)
    const { claims: limit } = STEPS[database.engine]
    const read = (from: string | null) =>
      listScanned(prisma, { after: from, until: null, limit }, thread.analysisVersion)
    const asked: { claims: ScannedClaim[]; answer: Promise<Found> }[] = []
    const askAhead = async () => {
      while (asked.length < AHEAD) {
        const claims = await read(after)
        const last = claims.at(-1)
        if (last === undefined) return
        after = last.id
        const answer = thread.compare(claims)
        // When the thread is stopped before it has answered, nobody waits for that any more.
        answer.catch(() => {})
        asked.push({ claims, answer })
      }
    }
    await askAhead()
    for (let next = asked.at(0); next && !stopping(); next = asked.at(0)) {
      const found = await next.answer
      asked.shift()
      await askAhead()
      await write(database, held, thread, next.claims, found)
    }
    if (asked.length > 0) await store.releaseScan(prisma, held)
    else await finish(database, held)
    return asked.length === 0
  } finally {
    await thread.stop()
  }
}

/** Fills the index with the claims that were compared before the scan was paused or its process ended. */
async function remember(
  { prisma, engine }: Database,
  held: store.Held,
  thread: Thread,
  until: string,
): Promise<void> {
  let after: string | null = null
  for (;;) {
    const wanted = { after, until, limit: STEPS[engine].claims * 2 }
    const claims = await listScanned(prisma, wanted, thread.analysisVersion)
    const last = claims.at(-1)
    if (last === undefined) return
    await thread.remember(claims)
    if (!(await store.advance(prisma, held, {}))) throw new Lost()
    after = last.id
  }
}

async function write(
  database: Database,
  held: store.Held,
  { modelVersion, analysisVersion }: Thread,
  claims: readonly ScannedClaim[],
  { pairs, compared, made }: Found,
): Promise<void> {
  const { pairs: most } = STEPS[database.engine]
  for (let at = 0; at < pairs.length; at += most)
    await step(database, held, tx => proposeOpen(tx, pairs.slice(at, at + most), modelVersion))
  await step(database, held, async tx => {
    await keepAnalyses(tx, made, analysisVersion)
    await markCompared(tx, claims, modelVersion)
    return { cursor: claims.at(-1)!.id, claims: claims.length, compared }
  })
}

/** One transaction of a scan that is still held; what it did and how far the scan has come stand or fall together. */
async function step(
  { prisma, engine }: Database,
  held: store.Held,
  run: (tx: Tx) => Promise<store.Step>,
): Promise<void> {
  const started = performance.now()
  await prisma.$transaction(async tx => {
    if (!(await store.advance(tx, held, await run(tx)))) throw new Lost()
  })
  await rest((performance.now() - started) * STEPS[engine].restShare)
}

/** Proposes those of the pairs of which nothing stands yet, as far as their claims still read as they were compared. */
async function proposeOpen(tx: Tx, pairs: readonly FoundPair[], modelVersion: string): Promise<store.Step> {
  const current = pairs.filter(await lockClaims(tx, pairs))
  const made = await propose(tx, await listOpenPairs(tx, current), modelVersion)
  return { proposed: made.length, agreeing: made.filter(({ kind }) => kind === 'agrees').length }
}

async function finish({ prisma }: Database, held: store.Held): Promise<void> {
  await prisma.$transaction(async tx => {
    if (!(await store.endScan(tx, held, { state: 'done', endedAt: new Date() }))) throw new Lost()
    const row = await store.findScan(tx, held.id)
    await recordEvent(tx, {
      actor: null,
      action: 'scan.finished',
      subjectId: held.id,
      to: {
        claims: row?.claimsDone,
        pairsCompared: Number(row?.pairsCompared),
        proposed: row?.proposed,
        agreeing: row?.agreeing,
        refreshed: row?.refreshed,
        withdrawn: row?.withdrawn,
      },
    })
  })
}

async function fail({ prisma }: Database, held: store.Held, failure: string): Promise<void> {
  await prisma.$transaction(async tx => {
    const end = { state: 'failed' as const, endedAt: new Date(), failure }
    if (!(await store.endScan(tx, held, end))) return
    await recordEvent(tx, { actor: null, action: 'scan.failed', subjectId: held.id, to: { failure } })
  })
}
