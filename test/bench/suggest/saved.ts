import { z } from 'zod'
import { chooseWords, findCandidates, weighWords } from '../../../server/suggestions/candidate-store.ts'
import { suggestFor } from '../../../server/suggestions/service.ts'
import type { Program } from '../api/program.ts'
import { compete, type Percentiles } from '../measure.ts'

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

/** From the request that saves a claim until its pairs are proposed, beside the bare search for its candidates. */
export async function measureSaved({ database, request }: Program, rounds: number): Promise<void> {
  const { items } = Items.parse((await request('GET', '/api/claims?limit=100')).read())
  let round = 0
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
          await suggestFor(database, Made.parse(made.read()).id)
        },
        bare: async () => {
          const words = chooseWords(await weighWords(database.prisma, statement))
          await findCandidates(database.prisma, { id: null, speakerId: claim.speaker.id }, words)
        },
      }
    },
    { rounds, warmUp: 10 },
  )
  console.log(
    `saved → suggested: ${ms(ours)}; the bare search for candidates: ${ms(bare)}; ${(ours.p95 / bare.p95).toFixed(2)} × p95`,
  )
}
