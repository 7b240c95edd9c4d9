import type { Quantity } from '../text/analysis.ts'

export type QuantityRelation = 'equal' | 'within' | 'overlapping' | 'disjoint'

/** How two amounts lie to one another, and how far apart, as the natural logarithm of their ratio; 0 when they touch. */
export type Lie = { relation: QuantityRelation; gap: number }

/** One in three and a third of a hundred differ in the last bit. */
const BINARY = 1e-9

/** Whether one is the other rounded to its last written digit. */
function roundsTo(a: Quantity, b: Quantity): boolean {
  const difference = Math.abs(a.value - b.value)
  const larger = Math.max(Math.abs(a.value), Math.abs(b.value))
  if (difference <= larger * BINARY) return true
  if (a.dimension !== 'count' && a.unit !== b.unit && difference <= larger * 0.035) return true
  const rounding = Math.max(a.rounding, b.rounding)
  const exact = Math.min(a.rounding, b.rounding)
  if (a.unit === b.unit && rounding === exact && !a.approximate && !b.approximate) return false
  return difference <= rounding && difference <= larger * 0.1
}

type Ends = { low: number; high: number; openLow: boolean; openHigh: boolean }
function ends(q: Quantity): Ends {
  return { low: q.low ?? -Infinity, high: q.high ?? Infinity, openLow: q.openLow, openHigh: q.openHigh }
}

/** How the intervals of two comparable quantities lie to one another. */
export function relateQuantities(a: Quantity, b: Quantity): Lie {
  const [x, y] = [ends(a), ends(b)]
  const equal = x.low === y.low && x.high === y.high && x.openLow === y.openLow && x.openHigh === y.openHigh
  if (equal) return { relation: 'equal', gap: 0 }
  const points = x.low === x.high && y.low === y.high
  if (points && roundsTo(a, b)) return { relation: 'equal', gap: 0 }
  const apart =
    x.high < y.low ||
    y.high < x.low ||
    (x.high === y.low && (x.openHigh || y.openLow)) ||
    (y.high === x.low && (y.openHigh || x.openLow))
  if (apart) {
    const [low, high] = x.high <= y.low ? [x.high, y.low] : [y.high, x.low]
    const gap = low > 0 && high > 0 ? Math.log(high / low) : high - low > 0 ? 3 : 0
    if ((a.approximate || b.approximate) && gap < 0.03 && gap > 0) return { relation: 'overlapping', gap: 0 }
    if (!points && a.unit !== b.unit && gap < 0.035) return { relation: 'overlapping', gap: 0 }
    return { relation: 'disjoint', gap }
  }
  const within = (x.low >= y.low && x.high <= y.high) || (y.low >= x.low && y.high <= x.high)
  return { relation: within ? 'within' : 'overlapping', gap: 0 }
}

const from100 = (end: number | null): number | null => (end === null ? null : 100 - end)

/** What is left of a whole when a share of it is taken away: of "more than half", less than half. */
export const complement = (q: Quantity): Quantity => ({
  ...q,
  value: 100 - q.value,
  low: from100(q.high),
  high: from100(q.low),
  openLow: q.openHigh,
  openHigh: q.openLow,
})

const times = (end: number | null, factor: number): number | null => (end === null ? null : end * factor)

/** A rate in the time of another one: 900 a month are 10,800 a year. */
export function inTimeOf(q: Quantity, other: Quantity): Quantity {
  const factor = other.per / q.per
  return {
    ...q,
    value: q.value * factor,
    low: times(q.low, factor),
    high: times(q.high, factor),
    rounding: q.rounding * factor,
  }
}
