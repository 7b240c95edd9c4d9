import { createComparer } from '../../../server/scan/comparer.ts'
import { loadDetector } from '../../../server/suggestions/detector.ts'
import { compareClaims } from '../../../server/suggestions/finding.ts'
import { madeUpClaims } from '../../support/made-up-claims.ts'

/** What is promised: the share of the pairs that brute force finds. */
const GOAL = 0.98

/** How many of the pairs that are flagged when every pair is compared the index finds, and what both cost. */
export async function measureRecall(count: number): Promise<void> {
  const detector = await loadDetector()
  const claims = await madeUpClaims(count)
  const analysed = claims.map(({ saidFrom, saidTo, ...claim }) => ({
    ...claim,
    saidFrom: saidFrom === null ? null : new Date(saidFrom),
    saidTo: saidTo === null ? null : new Date(saidTo),
    analysis: detector.analyse(claim.statement),
  }))
  const flagged = new Set<string>()
  let started = performance.now()
  for (const [n, one] of analysed.entries())
    for (let m = 0; m < n; m++) {
      // Only those are ever flagged.
      if (!detector.areWorthComparing(one.analysis, analysed[m]!.analysis)) continue
      const found = compareClaims(one, analysed[m]!, detector)
      if (found.flagged && found.kind !== 'agrees') flagged.add(found.aId + found.bId)
    }
  const brute = (performance.now() - started) / 1_000
  started = performance.now()
  const { pairs, compared } = createComparer(detector).compare(
    claims.map((claim, n) => ({ ...claim, analysis: JSON.stringify(analysed[n]!.analysis) })),
  )
  const indexed = (performance.now() - started) / 1_000
  const found = pairs.filter(({ aId, bId }) => flagged.has(aId + bId)).length
  const share = found / flagged.size
  console.log(
    `${count.toLocaleString('en-GB')} claims: brute force flags ${flagged.size} of ${(count * (count - 1)) / 2} pairs in ${brute.toFixed(
      1,
    )} s; the index finds ${found} (${(100 * share).toFixed(2)} %; goal ≥ ${100 * GOAL} %: ${share >= GOAL ? 'reached' : 'missed'}) in ${compared} pairs and ${indexed.toFixed(1)} s`,
  )
}
