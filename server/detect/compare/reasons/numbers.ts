import type { DatePair } from '../date-pairs.ts'
import type { OrderPair } from '../order-pairs.ts'
import type { Pair } from '../pair.ts'
import { type QuantityPair, qualifiersOnOneSide } from '../quantity-pairs.ts'
import type { Finding, Span } from './finding.ts'

/** Numbers that measure the same thing and cannot both be right. */
export function findQuantities(pair: Pair, quantities: QuantityPair[]): Finding[] {
  const found: Finding[] = []
  for (const q of quantities) {
    if (q.relation !== 'disjoint') continue
    const far = Math.min(1, 0.6 + q.gap * 1.5)
    const ordinal = q.a.dimension === 'ordinal' ? 0.8 : 1
    const bare = q.a.dimension === 'count' && (!q.sameHead || q.part) ? 0.75 : 1
    const extra = Math.min(
      qualifiersOnOneSide(pair.a, pair.alignment.ofA, q.a),
      qualifiersOnOneSide(pair.b, pair.alignment.ofB, q.b),
    )
    const weight =
      q.match * (0.4 + 0.6 * Math.min(1, pair.topic * 1.2)) * far * ordinal * bare * (extra > 1 ? 0.8 : 1)
    found.push({
      type: 'quantity',
      weight: Math.min(1, weight * 1.25),
      a: { from: q.a.from, to: q.a.to },
      b: { from: q.b.from, to: q.b.to },
      detail: q.sameHead ? 'head' : 'unit',
    })
  }
  return found.toSorted((x, y) => y.weight - x.weight).slice(0, 2)
}

/** Dates of the same event that cannot both be right. */
export function findDates(pair: Pair, dates: DatePair[]): Finding[] {
  const found: Finding[] = []
  for (const d of dates) {
    if (d.relation !== 'apart') continue
    const weight = d.match * (0.3 + 0.7 * Math.min(1, pair.topic * 1.2))
    found.push({
      type: 'date',
      weight,
      a: { from: d.a.from, to: d.a.to },
      b: { from: d.b.from, to: d.b.to },
      detail: 'date',
    })
  }
  return found.toSorted((x, y) => y.weight - x.weight).slice(0, 2)
}

const AFTER_LINK = 4

/** Two events that come in the other order: "before the vote", "after the vote". */
export function findOrders(pair: Pair, order: OrderPair | null): Finding[] {
  if (order === null || !order.apart) return []
  const { a, b, match } = order
  return [
    {
      type: 'date',
      weight: 0.9 * match * (0.3 + 0.7 * Math.min(1, pair.topic * 1.2)),
      a: linked(pair.a.analysis.clause.length, a),
      b: linked(pair.b.analysis.clause.length, b),
      detail: 'order',
    },
  ]
}

/** The words that put two events in order, with the first ones behind them. */
const linked = (length: number, { from, to }: Span): Span => ({ from, to: Math.min(length, to + AFTER_LINK) })
