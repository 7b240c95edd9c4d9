import { setImmediate as letOthers } from 'node:timers/promises'
import type { Logger } from 'pino'
import { z } from 'zod'
import type { Database } from '../db/open.ts'
import type { Enqueue } from '../deps.ts'
import { findUncompared, learnWords } from '../suggestions/analysis-store.ts'
import { suggestFor } from '../suggestions/service.ts'
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

/** Claims that one sweep compares before it queues the next one: little is done twice when it is cut off. */
const SWEEP_CLAIMS = 50

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

/**
 * Starts doing background jobs: `suggest` for a claim that was made or revised, and a sweep for the claims that were
 * never compared, as those made while no jobs were done. Several processes may do so on one database.
 */
export async function startJobs(database: Database, log: Logger): Promise<Jobs> {
  const boss = await startBoss(database, log)
  await Promise.all([SUGGEST, SWEEP].map(queue => boss.createQueue(queue, QUEUE)))

  const worker = await boss.work<unknown>(SUGGEST, async ([job]) => {
    if (!job) return
    const { claimId: claim } = Claim.parse(job.data)
    log.debug({ claim, ...(await suggestFor(database, claim)) }, 'suggest')
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
    if (ids.length === SWEEP_CLAIMS && last !== undefined) await sweepFrom(last)
    log.debug({ claims: ids.length }, 'sweep')
  })
  const sweepFrom = async (after: string | null) => {
    await boss.send(SWEEP, { after })
    boss.notifyWorker(sweeper)
  }
  await sweepFrom(null)

  return {
    enqueue: async ({ claimId }) => {
      try {
        await boss.send(SUGGEST, { claimId }, { singletonKey: claimId })
        boss.notifyWorker(worker)
      } catch (error) {
        log.error({ err: error, claim: claimId }, 'enqueue failed')
      }
    },
    stop: async withinMs => {
      await boss.stop({ graceful: true, timeout: withinMs, close: false })
    },
  }
}
