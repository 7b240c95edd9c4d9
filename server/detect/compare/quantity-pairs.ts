import { isOpposed, isSame } from '../lexicon/relate.ts'
import type { Quantity } from '../text/analysis.ts'
import type { Pair } from './pair.ts'
import { ADJECTIVE_WORD, type Prepared, VERB_WORD } from './prepare.ts'
import { headMatch, isPart, rulesOut } from './quantity-heads.ts'
import {
  complement,
  inTimeOf,
  type Lie,
  type QuantityRelation,
  relateQuantities,
} from './quantity-relation.ts'

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

const isZero = (q: Quantity): boolean => q.value === 0 && q.high === 0
const isNoCount = (q: Quantity): boolean => q.dimension === 'count' && isZero(q)
const isCounted = (q: Quantity): boolean => q.dimension === 'count' && (q.low ?? 0) > 0
const isWhole = (q: Quantity): boolean => q.dimension === 'percent' && q.value === 100 && q.low === 100

/** A share of a whole that is named, and no change: shares of what is done and of what is left undone make a hundred. */
const isShare = (q: Quantity): boolean =>
  q.dimension === 'percent' && q.unit !== 'times' && q.unit !== 'point' && q.role === '' && q.head !== ''

/** −1 where the amount is itself told by a negation ("none", "nobody"), which then does not negate what is said of it. */
const ownSign = ({ analysis: { cues } }: Prepared, q: Quantity): 1 | -1 =>
  cues.some(cue => cue.type === 'negation' && cue.from >= q.from && cue.from < q.to) ? -1 : 1

/** Words that turn round what is said, and are no opposite of any word: "voted against", "four were missing". */
const TURNING = new Set(['against', 'miss', 'missing', 'absent', 'except', 'lack', 'oppose', 'dissent'])

/** Whether the clause of an amount has a word that turns it round. */
function saysAgainst({ analysis: { lemma, clause } }: Prepared, q: Quantity): boolean {
  for (let i = 0; i < lemma.length; i++)
    if (clause[i] === clause[q.from] && TURNING.has(lemma[i]!)) return true
  return false
}

/** −1 when what is said of two amounts is opposite ("missed", "did sit"; "for", "against"), 1 when it is the same, 0 when neither is seen. */
function senseOf(pair: Pair, a: Quantity, b: Quantity): number {
  const { alignment } = pair
  const [ownA, ownB] = [ownSign(pair.a, a), ownSign(pair.b, b)]
  let [turned, straight] = [0, 0]
  for (let k = 0; k < pair.a.size; k++) {
    const j = alignment.ofA[k]!
    if (j < 0 || ((pair.a.kind[k]! | pair.b.kind[j]!) & (VERB_WORD | ADJECTIVE_WORD)) === 0) continue
    const [clauseA, clauseB] = [pair.a.analysis.clause, pair.b.analysis.clause]
    if (clauseA[pair.a.token[k]!] !== clauseA[a.from] || clauseB[pair.b.token[j]!] !== clauseB[b.from])
      continue
    const opposed = isOpposed(alignment.relation[k]!)
    if (!opposed && !isSame(alignment.relation[k]!)) continue
    const signA = pair.a.sign[k]! * (pair.a.token[k]! > a.from ? ownA : 1)
    const signB = pair.b.sign[j]! * (pair.b.token[j]! > b.from ? ownB : 1)
    const way = signA * signB * (opposed ? -1 : 1)
    if (way < 0) turned += pair.a.weight[k]!
    else straight += pair.a.weight[k]!
  }
  /** A word that turns round may have been seen as an opposite already. */
  const against = turned === 0 && saysAgainst(pair.a, a) !== saysAgainst(pair.b, b)
  return against ? -1 : Math.sign(straight - turned)
}

const VOTE = 'vote'
const isUnanimous = (q: Quantity): boolean => isWhole(q) && q.head === VOTE
/** "Split 5–4": a score that leaves some against. */
const isSplit = (q: Quantity): boolean => q.dimension === 'score' && q.value % 1000 > 0

const LARGE_SUM = 1e5

/** "No fine", "a fine of 900 euros"; "8m", "5 million dollars". */
const PAYMENTS = new Set(
  'fine fee bonus charge payment compensation damage reward rent toll tax pay cost profit surplus loss ransom debt'.split(
    ' ',
  ),
)
const mayBeSum = (q: Quantity): boolean =>
  q.dimension === 'count' && ((isZero(q) && PAYMENTS.has(q.head)) || (q.value >= LARGE_SUM && q.head === ''))

/** What of a thing a length may be (see text/count-heads.ts). */
const LENGTHS = new Set(['length', 'depth', 'width', 'height', 'thickness', 'distance'])

function comparable(a: Quantity, b: Quantity): boolean {
  if (a.role !== '' && b.role !== '' && a.role !== b.role) return false
  if ((a.role === 'extra') !== (b.role === 'extra')) return false
  if (a.dimension !== b.dimension) {
    if (a.dimension === 'score' || b.dimension === 'score') return isUnanimous(a) || isUnanimous(b)
    if (a.dimension === 'money' || b.dimension === 'money') return mayBeSum(a) || mayBeSum(b)
    return a.dimension === 'count' && b.dimension === 'percent'
      ? isZero(a) || isWhole(b)
      : a.dimension === 'percent' && b.dimension === 'count' && (isZero(b) || isWhole(a))
  }
  if (a.dimension === 'length' && LENGTHS.has(a.head) && LENGTHS.has(b.head)) return a.head === b.head
  if (a.dimension === 'percent') return (a.unit === 'point') === (b.unit === 'point')
  return (
    a.dimension !== 'money' ||
    a.unit === b.unit ||
    a.unit === '' ||
    b.unit === '' ||
    a.value === 0 ||
    b.value === 0
  )
}

const UNRELATED: Lie = { relation: 'overlapping', gap: 0 }
const EXCEPTION: Lie = { relation: 'disjoint', gap: 1 }
const HALF = 50

/** How two comparable amounts lie to one another where they stand; null when nothing follows from them. */
function lieOf(pair: Pair, a: Quantity, b: Quantity): Lie | null {
  if (a.dimension === 'score' && b.dimension !== 'score') return isSplit(a) ? EXCEPTION : null
  if (b.dimension === 'score' && a.dimension !== 'score') return isSplit(b) ? EXCEPTION : null
  if (isNoCount(a) !== isNoCount(b) && !(isNoCount(a) ? rulesOut(a, b) : rulesOut(b, a))) return null
  /** "All players came", "four players were missing"; "unanimous", "four voted against". */
  if (isWhole(a) && isCounted(b)) return lieOfException(pair, a, b)
  if (isWhole(b) && isCounted(a)) return lieOfException(pair, b, a)
  if (isShare(a) && (isShare(b) || isNoCount(b))) return lieOfShares(a, b, senseOf(pair, a, b))
  if (isNoCount(a) && isShare(b)) return lieOfShares(b, a, senseOf(pair, a, b))
  if (a.per > 0 && b.per > 0 && a.per !== b.per) return relateQuantities(a, inTimeOf(b, a))
  const lie = relateQuantities(a, b)
  return lie.relation === 'disjoint' && a.per !== b.per && !isZero(a) && !isZero(b) ? UNRELATED : lie
}

/** Shares of what is said to be opposite make a hundred; where it is not seen whether it is, shares that make a hundred tell nothing. */
function lieOfShares(share: Quantity, other: Quantity, sense: number): Lie {
  if (sense > 0) return relateQuantities(share, other)
  const rest = relateQuantities(complement(share), other)
  if (sense < 0) return rest
  return rest.relation === 'equal' && share.value !== HALF ? UNRELATED : relateQuantities(share, other)
}

function lieOfException(pair: Pair, all: Quantity, some: Quantity): Lie | null {
  const ofA = pair.a.analysis.quantities.includes(all)
  const side = ofA ? pair.b : pair.a
  if (all.head === VOTE) return saysAgainst(side, some) ? EXCEPTION : null
  return (ofA ? senseOf(pair, all, some) : senseOf(pair, some, all)) < 0 ? EXCEPTION : null
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

/** "two of the six": the count that is also told as a share of a whole. */
const isPartOfShare = (q: Quantity, all: readonly Quantity[]): boolean =>
  q.dimension === 'count' && all.some(other => other.dimension === 'percent' && other.from === q.from)

/** How far two amounts are named alike, 0–1: by what is counted, and for measures by their unit. */
function namedAlike(pair: Pair, a: Quantity, b: Quantity): number {
  if ((isUnanimous(a) && (isCounted(b) || isSplit(b))) || (isUnanimous(b) && (isCounted(a) || isSplit(a))))
    return 0.7
  if (a.dimension !== 'money' && b.dimension !== 'money' && (hasHead(a) || hasHead(b)))
    return headMatch(pair, a, b)
  return 0.6 + 0.4 * (a.head !== '' && a.head === b.head ? 1 : 0)
}

/** The quantities of both statements, paired one to one by what they measure. Equal ones find each other first. */
export function pairQuantities(pair: Pair): QuantityPair[] {
  const candidates: (QuantityPair & { order: number })[] = []
  const [as, bs] = [pair.a.analysis.quantities, pair.b.analysis.quantities]
  if (as.length === 0 || bs.length === 0) return []
  for (const [i, a] of as.entries())
    for (const [j, b] of bs.entries()) {
      if (
        !comparable(a, b) ||
        (isPartOfShare(a, as) && isPartOfShare(b, bs)) ||
        isRestated(a, as, b.unit) ||
        isRestated(b, bs, a.unit)
      )
        continue
      const head = namedAlike(pair, a, b)
      const match = 0.5 * head + 0.5 * sharedContext(pair, a, b)
      if (match < LEAST) continue
      const lie = lieOf(pair, a, b)
      if (lie === null) continue
      const order = match + (lie.relation === 'equal' ? 0.25 : 0) - 0.06 * Math.abs(i - j)
      candidates.push({ a, b, match, sameHead: head >= 0.7, part: isPart(a, b), ...lie, order })
    }
  candidates.sort((x, y) => y.order - x.order || x.a.from - y.a.from || x.b.from - y.b.from)
  const used = new Set<Quantity>()
  const pairs: QuantityPair[] = []
  for (const { order: _, ...candidate } of candidates) {
    if (used.has(candidate.a) || used.has(candidate.b)) continue
    for (const q of as) if (q.from === candidate.a.from) used.add(q)
    for (const q of bs) if (q.from === candidate.b.from) used.add(q)
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
