import { isSame } from '../lexicon/relate.ts'
import { ATTRIBUTION, type DateMention } from '../text/analysis.ts'
import type { Pair } from './pair.ts'

export type DatePair = {
  a: DateMention
  b: DateMention
  match: number
  relation: 'equal' | 'compatible' | 'apart'
  /** Both dates are those of saying, not of what is said. */
  said: boolean
}

/** Whether two stretches have a moment in common. */
const meet = (from: number, to: number, other: number, otherTo: number): boolean =>
  from <= otherTo && other <= to

/** The same for what comes round again after `turn`: there the end may be smaller than the begin. */
const meetInTurn = (from: number, to: number, other: number, otherTo: number, turn: number): boolean =>
  (other - from + turn) % turn <= (to - from + turn) % turn ||
  (from - other + turn) % turn <= (otherTo - other + turn) % turn

const MONTHS = 12
const WEEK = 7
const DAY = 1440

/** What the parts that both dates name say: how many there are, and whether one of them differs. */
function compareParts(a: DateMention, b: DateMention): { shared: number; differs: boolean } {
  let shared = 0
  let differs = false
  const look = (
    x: number | null,
    xTo: number | null,
    y: number | null,
    yTo: number | null,
    turn: number,
  ): void => {
    if (x === null || y === null) return
    shared++
    const [end, otherEnd] = [xTo ?? x, yTo ?? y]
    if (turn === 0 ? !meet(x, end, y, otherEnd) : !meetInTurn(x, end, y, otherEnd, turn)) differs = true
  }
  look(a.year, a.yearTo, b.year, b.yearTo, 0)
  look(a.month, a.monthTo, b.month, b.monthTo, MONTHS)
  look(a.day, null, b.day, null, 0)
  look(a.weekday, a.weekdayTo, b.weekday, b.weekdayTo, WEEK)
  look(a.minute, a.minuteTo, b.minute, b.minuteTo, DAY)
  /** "last Sunday" and "yesterday" may be one day. */
  if ((a.weekday === null) === (b.weekday === null))
    look(a.relative, a.relativeTo, b.relative, b.relativeTo, 0)
  return { shared, differs }
}

type Stretch = { from: number; to: number }

const isWord = (date: DateMention): boolean => date.year === null && date.month === null

/** A date as days since year 0, as far as it is known; null without a year where the other one has one. */
function calendar(date: DateMention, other: DateMention): Stretch | null {
  const year = date.year ?? (other.year === null ? 0 : null)
  if (year === null || isWord(date)) return null
  const from = year * 372 + ((date.month ?? 1) - 1) * 31 + (date.day ?? 1)
  const last = date.monthTo ?? date.month ?? 12
  const turns = date.monthTo !== null && date.month !== null && date.monthTo < date.month ? 1 : 0
  const to = ((date.yearTo ?? year) + turns) * 372 + (last - 1) * 31 + (date.day ?? 31)
  return { from, to }
}

/** The place of a weekday in a week that begins on Monday. */
const placeInWeek = (weekday: number): number => (weekday + 6) % WEEK

const daysOfWeek = ({ weekday, weekdayTo }: DateMention): Stretch => ({
  from: placeInWeek(weekday!),
  to: placeInWeek(weekdayTo ?? weekday!),
})

/** Both dates on one scale, as far as they have one: calendar days, the days of one week from Monday on, days from today, minutes of the day. */
function onOneScale(a: DateMention, b: DateMention): [Stretch, Stretch] | null {
  const [x, y] = [calendar(a, b), calendar(b, a)]
  if (x !== null && y !== null) return [x, y]
  if (!isWord(a) || !isWord(b)) return null
  if (a.weekday !== null && b.weekday !== null && a.weekday !== b.weekday)
    return [daysOfWeek(a), daysOfWeek(b)]
  if (a.relative !== null && b.relative !== null && a.relative !== b.relative)
    return [
      { from: a.relative, to: a.relativeTo ?? a.relative },
      { from: b.relative, to: b.relativeTo ?? b.relative },
    ]
  if (a.minute === null || b.minute === null) return null
  return [
    { from: a.minute, to: a.minuteTo ?? a.minute },
    { from: b.minute, to: b.minuteTo ?? b.minute },
  ]
}

/** Whether a bound on the one date leaves room for the other. */
const leavesRoom = (bound: DateMention['bound'], x: Stretch, y: Stretch) =>
  ((bound === 'before' || bound === 'until' || bound === 'latest') && y.from <= x.to) ||
  ((bound === 'after' || bound === 'since' || bound === 'earliest') && y.to >= x.from)

const isLatest = (bound: DateMention['bound']): boolean => bound === 'before' || bound === 'latest'
const isEarliest = (bound: DateMention['bound']): boolean =>
  bound === 'since' || bound === 'after' || bound === 'earliest'

/** Whether two mentions can be one moment: every part that both name must have room for both, unless a bound leaves room. */
export function relateDates(a: DateMention, b: DateMention): DatePair['relation'] | null {
  const { shared, differs } = compareParts(a, b)
  if (shared === 0) return null
  if ((a.bound === 'not') !== (b.bound === 'not')) return differs || !sameParts(a, b) ? 'compatible' : 'apart'
  if (!differs) return a.bound === b.bound && sameParts(a, b) ? 'equal' : 'compatible'
  if (a.bound === 'not') return 'compatible'
  if (a.bound === 'at' && b.bound === 'at') return 'apart'
  const both = onOneScale(a, b)
  if (both === null) return 'compatible'
  const [x, y] = both
  if (a.bound !== 'at' && b.bound === 'at') return leavesRoom(a.bound, x, y) ? 'compatible' : 'apart'
  if (b.bound !== 'at' && a.bound === 'at') return leavesRoom(b.bound, y, x) ? 'compatible' : 'apart'
  const early = isLatest(a.bound) ? x : isLatest(b.bound) ? y : null
  const late = isEarliest(a.bound) ? x : isEarliest(b.bound) ? y : null
  return early !== null && late !== null && early.to < late.from ? 'apart' : 'compatible'
}

/** Whether every part that both dates name is the same one, and no stretch. */
const sameParts = (a: DateMention, b: DateMention): boolean =>
  (a.year === b.year || a.year === null || b.year === null) &&
  (a.month === b.month || a.month === null || b.month === null) &&
  a.yearTo === b.yearTo &&
  a.monthTo === b.monthTo &&
  (a.minute === b.minute || a.minute === null || b.minute === null)

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

/** How much two dates count of which one at least is that of saying. */
const OF_SAYING = 0.3

const isOfSaying = (sense: readonly number[], date: DateMention): boolean =>
  (sense[date.to - 1]! & ATTRIBUTION) !== 0

/** The dates of both statements, paired one to one, those that agree first. */
export function pairDates(pair: Pair): DatePair[] {
  const [as, bs] = [pair.a.analysis.dates, pair.b.analysis.dates]
  if (as.length === 0 || bs.length === 0) return []
  const [senseA, senseB] = [pair.a.analysis.sense, pair.b.analysis.sense]
  const candidates: DatePair[] = []
  for (const a of as)
    for (const b of bs) {
      const relation = relateDates(a, b)
      if (relation === null) continue
      const [saidA, saidB] = [isOfSaying(senseA, a), isOfSaying(senseB, b)]
      const match = sharedClause(pair, a, b) * (saidA || saidB ? OF_SAYING : 1)
      candidates.push({ a, b, relation, match, said: saidA && saidB })
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
