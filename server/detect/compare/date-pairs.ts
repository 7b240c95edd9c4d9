import { isSame } from '../lexicon/relate.ts'
import type { DateMention } from '../text/analysis.ts'
import type { Pair } from './pair.ts'

export type DatePair = {
  a: DateMention
  b: DateMention
  match: number
  relation: 'equal' | 'compatible' | 'apart'
}

const PARTS = ['year', 'month', 'day', 'weekday', 'minute', 'relative'] as const

/** A date as days since year 0, as far as it is known; null without a year or when two dates share no part that can be compared. */
function position(date: DateMention, other: DateMention): number | null {
  const year = date.year ?? (other.year === null ? 0 : null)
  if (year === null) return null
  if (date.year === null && date.month === null) return null
  return year * 372 + ((date.month ?? 1) - 1) * 31 + (date.day ?? 1)
}

/** Whether a bound on the one position leaves room for the other. */
const leavesRoom = (bound: DateMention['bound'], from: number, to: number) =>
  ((bound === 'before' || bound === 'until') && to <= from) ||
  ((bound === 'after' || bound === 'since') && to >= from)

/** Whether two mentions can be one moment: every part that both name must be equal, unless a bound leaves room. */
export function relateDates(a: DateMention, b: DateMention): DatePair['relation'] | null {
  let shared = 0
  let differs = false
  for (const part of PARTS) {
    if (a[part] === null || b[part] === null) continue
    shared++
    if (a[part] !== b[part]) differs = true
  }
  if (shared === 0) return null
  if (!differs) return a.bound === b.bound ? 'equal' : 'compatible'
  if (a.bound === 'at' && b.bound === 'at') return 'apart'
  const [x, y] = [position(a, b), position(b, a)]
  if (x === null || y === null) return 'compatible'
  if (a.bound !== 'at' && b.bound === 'at') return leavesRoom(a.bound, x, y) ? 'compatible' : 'apart'
  if (b.bound !== 'at' && a.bound === 'at') return leavesRoom(b.bound, y, x) ? 'compatible' : 'apart'
  return 'compatible'
}

/** Weighted share of the words in the date's clause that the other statement has in the clause of its date. */
function sharedClause(pair: Pair, a: DateMention, b: DateMention): number {
  let [same, all] = [0, 0]
  const clauseA = pair.a.analysis.clause[a.from]
  const clauseB = pair.b.analysis.clause[b.from]
  for (let k = 0; k < pair.a.size; k++) {
    if (pair.a.analysis.clause[pair.a.token[k]!] !== clauseA) continue
    all += pair.a.weight[k]!
    const other = pair.alignment.ofA[k]!
    if (other >= 0 && isSame(pair.alignment.relation[k]!))
      same += pair.a.weight[k]! * (pair.b.analysis.clause[pair.b.token[other]!] === clauseB ? 1 : 0.5)
  }
  return all > 0 ? same / all : 0
}

/** The dates of both statements, paired one to one, those that agree first. */
export function pairDates(pair: Pair): DatePair[] {
  const [as, bs] = [pair.a.analysis.dates, pair.b.analysis.dates]
  if (as.length === 0 || bs.length === 0) return []
  const candidates: DatePair[] = []
  for (const a of as)
    for (const b of bs) {
      const relation = relateDates(a, b)
      if (relation !== null) candidates.push({ a, b, relation, match: sharedClause(pair, a, b) })
    }
  const rank = (pair: DatePair) => (pair.relation === 'apart' ? 0 : 1) + pair.match
  candidates.sort((x, y) => rank(y) - rank(x) || x.a.from - y.a.from || x.b.from - y.b.from)
  const used = new Set<DateMention>()
  return candidates.filter(({ a, b }) => {
    if (used.has(a) || used.has(b)) return false
    used.add(a).add(b)
    return true
  })
}
