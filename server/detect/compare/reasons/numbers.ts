import type { DatePair } from '../date-pairs.ts'
import type { Pair } from '../pair.ts'
import { type QuantityPair, qualifiersOnOneSide } from '../quantity-pairs.ts'
import type { Finding } from './finding.ts'

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
