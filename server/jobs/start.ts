import { setImmediate as letOthers } from 'node:timers/promises'
import type { PgBoss } from 'pg-boss'
import type { Logger } from 'pino'
import { z } from 'zod'
import type { FetchPage } from '../capture/fetch/fetch-page.ts'
import { runCapture } from '../capture/service.ts'
import type { Database } from '../db/open.ts'
import type { Deps, Enqueue, Job } from '../deps.ts'
import type { Adviser } from '../opinions/adviser.ts'
import { startAsking } from '../opinions/run.ts'
import { startScanner } from '../scan/run.ts'
import { groupEarlierCopies } from '../sources/voices.ts'
import { findUncompared, learnWords } from '../suggestions/analysis-store.ts'
import { suggestFor } from '../suggestions/service.ts'
import { takeDueVisits, visitSource } from '../watches/visit.ts'
import { startBoss } from './boss.ts'

/** `enqueue` where no jobs are done: what is left out is found at the first start with jobs. */
export const leaveUndone: Enqueue = () => Promise.resolve()

export type Jobs = {
  enqueue: Enqueue
  /** Lets the jobs in hand end, for `withinMs` at most; those not begun wait for the next start. */
  stop: (withinMs: number) => Promise<void>
}

const SUGGEST = 'suggest'
const SWEEP = 'sweep'
const FETCH = 'fetch'
const VISIT = 'visit'
const GROUP = 'group'

/** How often it is looked which visits are due. */
const TICK_MS = 60_000

/** Claims that one sweep compares before it queues the next one: little is done twice when it is cut off. */
const SWEEP_CLAIMS = 50

/** Texts that one job looks through for copies before it queues the next one. */
const GROUP_TEXTS = 200

const QUEUE = {
  /** Of several jobs on one claim that wait, one is enough. */
  policy: 'short',
  expireInSeconds: 120,
  retryLimit: 4,
  retryBackoff: true,
  deleteAfterSeconds: 3_600,
} as const

const Claim = z.object({ claimId: z.string() })
const From = z.object({ after: z.string().nullable() })

const Captured = z.object({ captureId: z.string() })
const Visited = z.object({ sourceId: z.string(), asked: z.boolean() })

/** What jobs need besides the database. */
export type JobTools = { fetchPage: FetchPage; suggest: boolean; advisers?: readonly Adviser[] }

/**
 * Starts doing background jobs: `fetch` for an address that somebody wants to make a source of, `visit` for a source whose
 * page is to be read again and, where `suggest` is asked for, `suggest` for a claim that was made or revised and the scan
 * over all claims; where there are advisers, they are asked about the pairs that wait; `group` for copies among texts that were
 * never looked at for them. Several processes may do so on one database.
 */
export async function startJobs(deps: Deps, { fetchPage, suggest, advisers = [] }: JobTools): Promise<Jobs> {
  const { database, log } = deps
  const boss = await startBoss(database, log)
  await Promise.all([SUGGEST, SWEEP, GROUP].map(queue => boss.createQueue(queue, QUEUE)))
  await boss.createQueue(FETCH, { ...QUEUE, retryLimit: 6, retryDelay: 2, retryDelayMax: 60 })
  await boss.createQueue(VISIT, { ...QUEUE, expireInSeconds: 300 })
  await workOnCopies(boss, database, log)
  const asking = startAsking(deps, advisers, suggest)
  const suggester = suggest ? await workOnSuggestions(boss, database, log, asking.wake) : null
  const scanner = suggest ? startScanner(database, log) : null
  const fetcher = await boss.work<unknown>(FETCH, async ([job]) => {
    if (!job) return
    const { captureId: capture } = Captured.parse(job.data)
    await runCapture(database, fetchPage, capture)
    log.debug({ capture }, 'fetch')
  })

  const visitor = await boss.work<unknown>(VISIT, async ([job]) => {
    if (!job) return
    const { sourceId: source, asked } = Visited.parse(job.data)
    const outcome = await visitSource({ ...deps, enqueue }, fetchPage, source, asked)
    log.debug({ source, outcome }, 'visit')
  })

  async function send(job: Job): Promise<void> {
    if (job.queue === 'scan') scanner?.wake()
    if (job.queue === 'advise') asking.wake()
    if (job.queue === 'suggest') {
      if (suggester === null) return
      await boss.send(SUGGEST, { claimId: job.claimId }, { singletonKey: job.claimId })
      boss.notifyWorker(suggester)
    }
    if (job.queue === 'fetch') {
      await boss.send(FETCH, { captureId: job.captureId }, { singletonKey: job.captureId })
      boss.notifyWorker(fetcher)
    }
    if (job.queue === 'visit') {
      const { sourceId, asked } = job
      await boss.send(VISIT, { sourceId, asked }, { singletonKey: `${sourceId} ${asked}` })
      boss.notifyWorker(visitor)
    }
  }

  function enqueue(job: Job): Promise<void> {
    return send(job).catch((error: unknown) => log.error({ err: error, job }, 'enqueue failed'))
  }

  async function sendDue(): Promise<void> {
    for (const sourceId of await takeDueVisits(deps))
      await enqueue({ queue: 'visit', sourceId, asked: false })
  }
  const tick = () => void sendDue().catch((error: unknown) => log.error({ err: error }, 'visits due'))
  const ticking = setInterval(tick, TICK_MS)
  tick()

  return {
    enqueue,
    stop: async withinMs => {
      clearInterval(ticking)
      await scanner?.stop()
      await asking.stop()
      await boss.stop({ graceful: true, timeout: withinMs, close: false })
    },
  }
}

/** Finds the copies among texts that were captured before copies were looked for; each start goes on where one stopped. */
async function workOnCopies(boss: PgBoss, database: Database, log: Logger): Promise<void> {
  const worker = await boss.work<unknown>(GROUP, async ([job]) => {
    if (!job) return
    const last = await groupEarlierCopies(database, From.parse(job.data).after, GROUP_TEXTS)
    if (last !== null) await groupFrom(last)
    log.debug({ last }, 'group')
  })
  const groupFrom = async (after: string | null) => {
    await boss.send(GROUP, { after })
    boss.notifyWorker(worker)
  }
  await groupFrom(null)
}

/**
 * Compares claims that were made or revised, and sweeps up those that were never compared, as those made while no jobs
 * were done. Returns the worker of those that are made.
 */
async function workOnSuggestions(
  boss: PgBoss,
  database: Database,
  log: Logger,
  /** Told when there may be pairs that advisers were not asked about. */
  suggested: () => void,
): Promise<string> {
  const worker = await boss.work<unknown>(SUGGEST, async ([job]) => {
    if (!job) return
    const { claimId: claim } = Claim.parse(job.data)
    const outcome = await suggestFor(database, claim)
    if (outcome.proposed + outcome.refreshed > 0) suggested()
    log.debug({ claim, ...outcome }, 'suggest')
  })
  const sweeper = await boss.work<unknown>(SWEEP, async ([job]) => {
    if (!job) return
    const { after } = From.parse(job.data)
    if (after === null) await learnWords(database.prisma)
    const ids = await findUncompared(database.prisma, after, SWEEP_CLAIMS)
    for (const id of ids) {
      await suggestFor(database, id).catch((error: unknown) =>
        log.error({ err: error, claim: id }, 'sweep failed'),
      )
      await letOthers()
    }
    const last = ids.at(-1)
    suggested()
    if (ids.length === SWEEP_CLAIMS && last !== undefined) await sweepFrom(last)
    log.debug({ claims: ids.length }, 'sweep')
  })
  const sweepFrom = async (after: string | null) => {
    await boss.send(SWEEP, { after })
    boss.notifyWorker(sweeper)
  }
  await sweepFrom(null)
  return worker
}
