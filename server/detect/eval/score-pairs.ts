import { analyse } from '../analyse.ts'
import { type Comparison, compare } from '../compare.ts'
import type { LabelledPair } from './read-pairs.ts'

export type ScoredPair<P extends LabelledPair = LabelledPair> = { pair: P; comparison: Comparison }

/** The label that is most probable: contradiction, entailment or neutral. */
export function predictedLabel({ contradicts, agrees, neither }: Comparison): LabelledPair['label'] {
  if (contradicts >= agrees && contradicts >= neither) return 'contradiction'
  return agrees >= neither ? 'entailment' : 'neutral'
}

/** Compares every pair; the speed is that of comparing alone, each statement being analysed and made ready before. */
export function scorePairs<P extends LabelledPair>(
  pairs: readonly P[],
): { scored: ScoredPair<P>[]; pairsPerSecond: number } {
  const analyses = pairs.map(pair => [analyse(pair.a), analyse(pair.b)] as const)
  for (const [a, b] of analyses) compare(a, b)
  const started = performance.now()
  const comparisons = analyses.map(([a, b]) => compare(a, b))
  const seconds = (performance.now() - started) / 1000
  return {
    scored: pairs.map((pair, i) => ({ pair, comparison: comparisons[i]! })),
    pairsPerSecond: seconds > 0 ? pairs.length / seconds : 0,
  }
}
