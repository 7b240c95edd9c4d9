import { type ComparableClaim, createComparer } from '../../../server/scan/comparer.ts'
import { loadDetector } from '../../../server/suggestions/detector.ts'
import { streamMadeUpClaims } from '../../support/made-up-claims.ts'

/** Of so many claims in a row one is compared, where the whole would take hours. */
const SAMPLED = { from: 300_000, every: 20 }

/** What is promised: for ten times the claims at most so many times the work, in so much memory. */
const GOAL_STEP = 12
const GOAL_MEGABYTES = 2_000

const AT_ONCE = 200

/**
 * Processor time and memory of a scan without its database, by the code of its thread, at each of the sizes. The claims
 * have been analysed before, as in every scan but the first. In large stores some are compared and the others only taken in; their cost is told as if all had been.
 */
export async function measureIndex(sizes: readonly number[]): Promise<void> {
  const detector = await loadDetector()
  let before: number | null = null
  for (const size of sizes.toSorted((one, other) => one - other)) {
    const comparer = createComparer(detector)
    const every = size > SAMPLED.from ? SAMPLED.every : 1
    let [spent, extra, compared, pairs, batches, bytes] = [0, 0, 0, 0, 0, 0]
    let batch: ComparableClaim[] = []
    const take = () => {
      const isCompared = batches++ % every === 0
      const started = process.cpuUsage()
      const found = isCompared ? comparer.compare(batch) : comparer.remember(batch)
      const { user, system } = process.cpuUsage(started)
      const seconds = (user + system) / 1e6
      spent += seconds
      if (isCompared) extra += seconds
      compared += found.compared
      pairs += found.pairs.length
      bytes = Math.max(bytes, process.memoryUsage.rss())
      batch = []
    }
    for await (const claim of streamMadeUpClaims(size)) {
      batch.push({ ...claim, analysis: JSON.stringify(detector.analyse(claim.statement)) })
      if (batch.length === AT_ONCE) take()
    }
    if (batch.length > 0) take()
    const whole = spent + extra * (every - 1) - (spent - extra) * (every > 1 ? 1 / (every - 1) : 0)
    const step =
      before === null ? '' : `, ${(whole / before).toFixed(1)} × the size before (goal ≤ ${GOAL_STEP})`
    const sampled = every === 1 ? '' : ` (one in ${every} compared, the rest reckoned)`
    console.log(
      `${size.toLocaleString('en-GB')} claims: ${whole.toFixed(1)} s of processor time${sampled}${step}, ${((compared * every) / size).toFixed(1)} compared and ${((pairs * every) / size).toFixed(2)} found a claim, ${Math.round(bytes / 1e6)} MB (goal ≤ ${GOAL_MEGABYTES})`,
    )
    before = whole
  }
}
