import type { Quantity } from './analysis.ts'
import type { Tokens } from './tokens.ts'
import { unitOf } from './units.ts'

/** "between 6 and 18", "6 to 18", "6-18": one interval of two numbers; null where they are two, as in "rose from 6 to 18". */
export function joinRange({ word }: Tokens, a: Quantity, b: Quantity): Quantity | null {
  const gap = word.slice(a.to, b.from).join(' ')
  const between = word[a.from - 1] === 'between' || word[a.from - 1] === 'from' || word[a.from - 2] === 'from'
  if (!(gap === 'to' || gap === '-' || (gap === 'and' && between) || (gap === 'or' && b.value - a.value < 3)))
    return null
  if (a.role === 'change' || (b.role === 'level' && a.role === 'start')) return null
  if (b.value <= a.value || (a.unit !== '' && a.unit !== b.unit)) return null
  if (gap === 'to' && !between && b.head === '' && b.unit === '') return null
  const factor = a.unit === '' && b.unit !== '' ? (unitOf(b.unit)?.factor ?? 1) : 1
  return {
    ...b,
    from: a.from,
    low: a.value * factor,
    high: b.value,
    openLow: false,
    openHigh: false,
    approximate: true,
    role: '',
  }
}

const ADDED = new Set(['', 'and', ',', ', and'])
const COMPOUNDS = new Set(['duration', 'length', 'mass'])

/** "two hours, seven minutes and thirty seconds": one length of time; null where the second does not add to the first. */
export function joinCompound({ word }: Tokens, a: Quantity, b: Quantity): Quantity | null {
  if (
    a.dimension !== b.dimension ||
    !COMPOUNDS.has(a.dimension) ||
    !ADDED.has(word.slice(a.to, b.from).join(' '))
  )
    return null
  const [large, small] = [unitOf(a.unit)?.factor ?? 0, unitOf(b.unit)?.factor ?? 0]
  if (small >= large || b.value >= large || b.low !== b.high) return null
  return {
    ...a,
    to: b.to,
    value: a.value + b.value,
    low: a.low === null ? null : a.low + b.value,
    high: a.high === null ? null : a.high + b.value,
    unit: b.unit,
    head: b.head,
    rounding: b.rounding,
  }
}
