import { z } from 'zod'
import type { Database } from '../../../server/db/open.ts'
import { readAnalysed } from '../../../server/suggestions/analyses.ts'
import { chooseWords, findCandidates, weighWords } from '../../../server/suggestions/candidate-store.ts'
import { loadDetector } from '../../../server/suggestions/detector.ts'
import { suggestFor } from '../../../server/suggestions/service.ts'
import type { Program } from '../api/program.ts'
import { compete, type Percentiles, percentilesOf, verdict } from '../measure.ts'

const Items = z.object({
  items: z.array(
    z.object({
      statement: z.string(),
      speaker: z.object({ id: z.string() }),
      quote: z.object({ snapshotId: z.string(), start: z.int(), end: z.int(), exact: z.string() }),
    }),
  ),
})

const Made = z.object({ id: z.string() })

const ms = ({ p50, p95 }: Percentiles) => `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`

/** The statement with its numbers changed: at odds with where it came from. */
const altered = (statement: string, round: number) =>
  statement.replaceAll(/\d+/g, digits => String(Number(digits) + 3 + round))

/** What is promised of 100,000 claims on PostgreSQL: from saved to suggested, in milliseconds at p95. */
const GOAL = 50

/** As the background job leaves them: every claim has been analysed once. */
export async function analyseAll({ prisma, pool }: Database): Promise<void> {
  const detector = await loadDetector()
  const { rows } = await pool.query<{ id: string }>('SELECT id FROM claim ORDER BY id')
  for (let from = 0; from < rows.length; from += 500)
    await readAnalysed(
      prisma,
      rows.slice(from, from + 500).map(row => row.id),
      detector,
    )
  await pool.query('ANALYZE claim, claim_analysis')
}

/**
 * From the request that saves a claim until its pairs are proposed, beside the bare search for its candidates; and from the
 * answer on, as what the queue adds is told by the tests of the jobs.
 */
export async function measureSaved({ database, request }: Program, rounds: number): Promise<void> {
  const { items } = Items.parse((await request('GET', '/api/claims?limit=100')).read())
  let round = 0
  const suggesting: number[] = []
  const { ours, bare } = await compete(
    () => {
      const claim = items[round++ % items.length]!
      const statement = altered(claim.statement, round)
      return {
        ours: async () => {
          const made = await request('POST', '/api/claims', {
            statement,
            speaker: { id: claim.speaker.id },
            quote: claim.quote,
          })
          const answered = performance.now()
          await suggestFor(database, Made.parse(made.read()).id)
          suggesting.push(performance.now() - answered)
        },
        bare: async () => {
          const words = chooseWords(await weighWords(database.prisma, statement))
          await findCandidates(database.prisma, { id: null, speakerId: claim.speaker.id }, words)
        },
      }
    },
    { rounds, warmUp: 10 },
  )
  const saved = percentilesOf(suggesting)
  console.log(
    `saved → suggested: ${ms(saved)}${verdict(saved.p95, GOAL, 'ms')}; with the request that saves it: ${ms(ours)}; the bare search for candidates: ${ms(bare)}; ${(ours.p95 / bare.p95).toFixed(2)} × p95`,
  )
}
