import type { Analysis } from '../text/analysis.ts'
import { fillFeatures } from './features/all.ts'
import { inOrder, makePair } from './pair.ts'
import { prepare } from './prepare.ts'
import { type Evidence, findEvidence } from './reasons/find.ts'

/** The evidence on two analyses; `swapped` when the pair's canonical order is the other way round. */
export function gather(first: Analysis, second: Analysis): { evidence: Evidence; swapped: boolean } {
  const [a, b] = [prepare(first), prepare(second)]
  const swapped = !inOrder(a, b)
  return { evidence: findEvidence(swapped ? makePair(b, a) : makePair(a, b)), swapped }
}

/** Writes the features of two analyses into `out`, the same in either order. */
export function featuresOf(first: Analysis, second: Analysis, out: Float32Array): void {
  fillFeatures(gather(first, second).evidence, out)
}
