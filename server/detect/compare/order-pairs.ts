import { isSame } from '../lexicon/relate.ts'
import type { EventOrder } from '../text/analysis.ts'
import type { Pair } from './pair.ts'
import type { Prepared } from './prepare.ts'

/** Two events that both statements put in order: how surely they are the same two, 0–1, and whether the order is the other way round. */
export type OrderPair = { a: EventOrder; b: EventOrder; match: number; apart: boolean }

type Stretch = { from: number; to: number }

/** Weight of the content words of a stretch. */
function weightOf(side: Prepared, { from, to }: Stretch): number {
  let sum = 0
  for (let t = from; t < to; t++) {
    const k = side.wordOfToken[t]!
    if (k >= 0) sum += side.weight[k]!
  }
  return sum
}

/** Of what two stretches say, the share said by both, as a share of the shorter one. */
function sharedBy({ a, b, alignment }: Pair, x: Stretch, y: Stretch): number {
  const least = Math.min(weightOf(a, x), weightOf(b, y))
  if (least === 0) return 0
  let shared = 0
  for (let t = x.from; t < x.to; t++) {
    const i = a.wordOfToken[t]!
    const j = i < 0 ? -1 : alignment.ofA[i]!
    if (j < 0 || !isSame(alignment.relation[i]!)) continue
    const token = b.token[j]!
    if (token >= y.from && token < y.to) shared += Math.min(a.weight[i]!, b.weight[j]!)
  }
  return Math.min(1, shared / least)
}

const LEAST = 0.34

/** The surest pair of orders of the same two events, or null. */
export function pairOrders(pair: Pair): OrderPair | null {
  let best: OrderPair | null = null
  for (const a of pair.a.analysis.orders)
    for (const b of pair.b.analysis.orders) {
      const same = Math.min(sharedBy(pair, a.earlier, b.earlier), sharedBy(pair, a.later, b.later))
      const other = Math.min(sharedBy(pair, a.earlier, b.later), sharedBy(pair, a.later, b.earlier))
      const match = Math.max(same, other)
      if (match >= LEAST && match > (best?.match ?? 0)) best = { a, b, match, apart: other > same }
    }
  return best
}
