import { pino } from 'pino'
import { countClaims } from '../../../server/scan/claim-store.ts'
import { startScanner } from '../../../server/scan/run.ts'
import { findScan, insertScan } from '../../../server/scan/store.ts'
import type { Program } from '../api/program.ts'
import { type Percentiles, percentilesOf, verdict } from '../measure.ts'

/** What is promised of 100,000 claims on PostgreSQL: seconds, and the answers of the server meanwhile against those without a scan. */
const GOAL_SECONDS = 180
const GOAL_ANSWERS = 1.5

/** What a person at work asks for, by turns. */
const PATHS = [
  '/api/claims?limit=20',
  '/api/disputes?limit=20',
  '/api/sources?limit=20',
  '/api/suggestions?limit=5',
]

/** Answers measured without a scan, and at most while one runs. */
const ALONE = 200
const MEANWHILE = 4_000

/** Between two requests, as when a person reads. */
const PAUSE_MS = 20

const SAMPLE_MS = 100

const ms = ({ p50, p95 }: Percentiles) => `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`

async function answers(program: Program, most: number, ended: () => boolean): Promise<Percentiles> {
  const times: number[] = []
  for (let n = 0; n < most && !ended(); n++) {
    const started = performance.now()
    await program.request('GET', PATHS[n % PATHS.length]!)
    times.push(performance.now() - started)
    await new Promise(resolve => setTimeout(resolve, PAUSE_MS))
  }
  return percentilesOf(times)
}

/**
 * Scans all claims while nobody asks for anything, and again while people are at work; both the first time, with the
 * analyses still to be made and the pairs to be proposed, and, where `times` is 2, once that is done.
 */
export async function measureScan(program: Program, times: number): Promise<void> {
  await answers(program, 40, () => false)
  const alone = await answers(program, ALONE, () => false)
  console.log(`answers without a scan: ${ms(alone)}`)
  const names = ['first scan', 'scan once analysed'].slice(0, times)
  for (const name of names) {
    const { scan, seconds, megabytes } = await scanOnce(program)
    const pairs = Number(scan.pairsCompared)
    console.log(
      `${name}, undisturbed: ${seconds.toFixed(1)} s${verdict(seconds, GOAL_SECONDS, 's')}, ${scan.claimsDone} claims, ${pairs} pairs (${Math.round(pairs / seconds)} a second, ${(pairs / scan.claimsDone).toFixed(1)} a claim), ${scan.proposed} proposed, at most ${megabytes} MB`,
    )
  }
  await forget(program)
  for (const name of names) {
    let meanwhile = alone
    const { seconds } = await scanOnce(program, async ended => {
      meanwhile = await answers(program, MEANWHILE, ended)
    })
    const slower = meanwhile.p95 / alone.p95
    console.log(
      `${name}, people at work: ${seconds.toFixed(1)} s; answers meanwhile: ${ms(meanwhile)}, ${slower.toFixed(2)} × p95${verdict(slower, GOAL_ANSWERS, '×')}`,
    )
  }
}

/** Puts the database back to where no scan has been, but for the audit log. */
async function forget({ database: { pool } }: Program): Promise<void> {
  await pool.query(
    `DELETE FROM relation WHERE origin = 'detector' AND "createdAt" >= (SELECT min("startedAt") FROM scan)
      AND NOT EXISTS (SELECT 1 FROM decision WHERE decision."relationId" = relation.id)`,
  )
  await pool.query('TRUNCATE claim_analysis')
  await pool.query('VACUUM ANALYZE relation, reason, claim_analysis')
}

async function scanOnce(
  { database, editorId }: Program,
  meanwhile: (ended: () => boolean) => Promise<void> = async () => {},
) {
  const { prisma } = database
  const claims = await countClaims(prisma)
  const id = await prisma.$transaction(tx =>
    insertScan(tx, { claims, startedById: editorId, startedAt: new Date() }),
  )
  let bytes = 0
  const sampler = setInterval(() => {
    bytes = Math.max(bytes, process.memoryUsage.rss())
  }, SAMPLE_MS)
  let done = false
  const started = performance.now()
  const scanner = startScanner(database, pino({ level: 'silent' }))
  const end = (async () => {
    for (;;) {
      const scan = await findScan(prisma, id)
      if (scan?.endedAt) {
        done = true
        return { scan, seconds: (performance.now() - started) / 1_000 }
      }
      await new Promise(resolve => setTimeout(resolve, SAMPLE_MS))
    }
  })()
  await meanwhile(() => done)
  const { scan, seconds } = await end
  clearInterval(sampler)
  await scanner.stop()
  return { scan, seconds, megabytes: Math.round(bytes / 1e6) }
}
