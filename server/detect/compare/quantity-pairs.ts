import { wordId } from '../lexicon/lexicon.ts'
import { ABOVE, BELOW, cosineOf, isSame, relate } from '../lexicon/relate.ts'
import type { Quantity } from '../text/analysis.ts'
import type { Pair } from './pair.ts'
import { type Prepared, VERB_WORD } from './prepare.ts'

export type QuantityRelation = 'equal' | 'within' | 'overlapping' | 'disjoint'

/** Two quantities that seem to measure the same thing. */
export type QuantityPair = {
  a: Quantity
  b: Quantity
  /** How sure it is that they measure the same thing, 0–1: by head, unit and the words around. */
  match: number
  /** Whether what is counted is named alike on both sides. */
  sameHead: boolean
  /** Whether the smaller one counts a class of what the larger one counts: marines and soldiers. The one may be part of the other. */
  part: boolean
  relation: QuantityRelation
  /** Distance between the intervals as the natural logarithm of their ratio; 0 when they touch. */
  gap: number
}

const WINDOW = 6

/** Weighted share of the words around a quantity that are the same around the other one. */
function sharedContext(pair: Pair, a: Quantity, b: Quantity): number {
  let [same, all] = [0, 0]
  const clauseA = pair.a.analysis.clause[a.from]
  for (let k = 0; k < pair.a.size; k++) {
    const token = pair.a.token[k]!
    const distance = token < a.from ? a.from - token : token - a.to + 1
    if (distance > WINDOW * 2 || (distance > WINDOW && pair.a.analysis.clause[token] !== clauseA)) continue
    const nearness = 1 / (1 + Math.max(0, distance) / 3)
    all += pair.a.weight[k]! * nearness
    const other = pair.alignment.ofA[k]!
    if (other < 0 || !isSame(pair.alignment.relation[k]!)) continue
    const there = pair.b.token[other]!
    const away = there < b.from ? b.from - there : there - b.to + 1
    const sameSide = token < a.from === there < b.from ? 1 : 0.8
    same += pair.a.weight[k]! * nearness * sameSide * (away <= WINDOW * 2 ? 1 : 0.4)
  }
  return all > 0 ? same / all : 0
}

const PERSONS = new Set(['people', 'person', 'victim', 'man', 'woman', 'child', 'civilian'])

/** "killed 2,975 people", "2,975 deaths": whether persons on one side are counted by what befell them on the other. */
function countsPersons(side: Prepared, q: Quantity, other: string): boolean {
  if (!PERSONS.has(q.head) || other === '') return false
  const { clause } = side.analysis
  const id = wordId(other)
  for (let k = 0; k < side.size; k++)
    if (
      (side.kind[k]! & VERB_WORD) !== 0 &&
      clause[side.token[k]!] === clause[q.from] &&
      isSame(relate(side.id[k]!, id))
    )
      return true
  return false
}

const FORCES = new Set(['troop', 'soldier', 'personnel', 'serviceman'])
const CORPS = new Set([
  'marine',
  'paratrooper',
  'commando',
  'ranger',
  'sailor',
  'airman',
  'reservist',
  'guardsman',
  'gunner',
])
/** "People" and "persons" stand for whoever is meant. */
const ANYONE = new Set(['people', 'person'])

/** Whether what is counted as `narrow` is a class of what is counted as `wide`. */
function isClassOf(narrow: string, wide: string): boolean {
  if (narrow === wide || ANYONE.has(wide)) return false
  if (FORCES.has(wide) && CORPS.has(narrow)) return true
  const relation = relate(wordId(wide), wordId(narrow))
  return (relation & ABOVE) !== 0 && !isSame(relation)
}

const isPart = (a: Quantity, b: Quantity): boolean =>
  a.dimension === 'count' && (a.value < b.value ? isClassOf(a.head, b.head) : isClassOf(b.head, a.head))

function headMatch(pair: Pair, a: Quantity, b: Quantity): number {
  const match = nounMatch(a, b)
  if (match >= 0.7) return match
  return countsPersons(pair.a, a, b.head) || countsPersons(pair.b, b, a.head) ? 0.85 : match
}

function nounMatch(a: Quantity, b: Quantity): number {
  if (a.head === '' || b.head === '') return a.head === b.head ? 0.35 : 0.25
  if (a.head === b.head) return 1
  const relation = relate(wordId(a.head), wordId(b.head))
  if (isSame(relation)) return 0.9
  if ((relation & (ABOVE | BELOW)) !== 0 || isClassOf(a.head, b.head) || isClassOf(b.head, a.head)) return 0.7
  return cosineOf(relation) > 0.55 ? 0.45 : 0
}

/** Whether one is the other rounded to its last written digit. */
function roundsTo(a: Quantity, b: Quantity): boolean {
  const difference = Math.abs(a.value - b.value)
  const larger = Math.max(Math.abs(a.value), Math.abs(b.value))
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
export function relateQuantities(a: Quantity, b: Quantity): { relation: QuantityRelation; gap: number } {
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

/** "Not a single house", "a third of the houses": none of them is a count and a share. */
const isNone = (q: Quantity, other: Quantity): boolean =>
  q.dimension === 'count' && q.value === 0 && q.high === 0 && other.dimension === 'percent'

function comparable(a: Quantity, b: Quantity): boolean {
  if (a.dimension !== b.dimension) return isNone(a, b) || isNone(b, a)
  return a.dimension !== 'money' || a.unit === b.unit || a.value === 0 || b.value === 0
}

/** Whether quantities are told apart by what they count: counts, ordinals, and shares told in words. */
const hasHead = ({ dimension, unit }: Quantity): boolean =>
  dimension === 'count' || dimension === 'ordinal' || (dimension === 'percent' && unit === '')

const LEAST = 0.15
const ASIDE = 3

/** "8,850 m (29,035 ft)": a quantity beside which the same one stands in the unit that the other side uses. */
const isRestated = (q: Quantity, all: readonly Quantity[], unit: string): boolean =>
  q.unit !== unit &&
  all.some(
    other =>
      other !== q &&
      other.unit === unit &&
      other.dimension === q.dimension &&
      other.from < q.to + ASIDE &&
      q.from < other.to + ASIDE,
  )

/** The quantities of both statements, paired one to one by what they measure. Equal ones find each other first. */
export function pairQuantities(pair: Pair): QuantityPair[] {
  const candidates: (QuantityPair & { order: number })[] = []
  const [as, bs] = [pair.a.analysis.quantities, pair.b.analysis.quantities]
  if (as.length === 0 || bs.length === 0) return []
  for (const [i, a] of as.entries())
    for (const [j, b] of bs.entries()) {
      if (!comparable(a, b) || isRestated(a, as, b.unit) || isRestated(b, bs, a.unit)) continue
      const head =
        hasHead(a) || hasHead(b)
          ? headMatch(pair, a, b)
          : 0.6 + 0.4 * (a.head !== '' && a.head === b.head ? 1 : 0)
      const match = 0.5 * head + 0.5 * sharedContext(pair, a, b)
      const { relation, gap } = relateQuantities(a, b)
      const order = match + (relation === 'equal' ? 0.25 : 0) - 0.06 * Math.abs(i - j)
      if (match >= LEAST)
        candidates.push({ a, b, match, sameHead: head >= 0.7, part: isPart(a, b), relation, gap, order })
    }
  candidates.sort((x, y) => y.order - x.order || x.a.from - y.a.from || x.b.from - y.b.from)
  const used = new Set<Quantity>()
  const pairs: QuantityPair[] = []
  for (const { order: _, ...candidate } of candidates) {
    if (used.has(candidate.a) || used.has(candidate.b)) continue
    used.add(candidate.a).add(candidate.b)
    pairs.push(candidate)
  }
  return pairs
}

/** Words between a number and what it counts, or right around it, that the other statement does not have: "rock height". */
export function qualifiersOnOneSide(side: Prepared, aligned: Int16Array, q: Quantity): number {
  let found = 0
  for (let k = 0; k < side.size; k++) {
    const token = side.token[k]!
    if (token >= q.from - 3 && token < q.to + 4 && aligned[k]! < 0) found++
  }
  return found
}
