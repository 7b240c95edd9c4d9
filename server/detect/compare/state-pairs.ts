import { rarity } from '../lexicon/lexicon.ts'
import { isSame } from '../lexicon/relate.ts'
import { UNREAL } from '../text/analysis.ts'
import { lasting, type StateMention, stateCount } from '../text/states.ts'
import { NAME_WORD, type Prepared } from './prepare.ts'

/** A phrase of each statement, and the questions that both of them answer. */
export type StatePair = {
  a: StateMention
  b: StateMention
  /** How many questions they answer alike, and with answers that exclude each other. */
  alike: number
  apart: number
  /** How surely the answers exclude each other: from −1, all alike, to 1. */
  balance: number
  /** How much the rarer words of both phrases tell, 0–1. */
  weight: number
  /** How much of what is said around one phrase is said around the other, 0–1; found out when the pair is compared (`linkStates`). */
  link: number
  /** Both phrases are of the same words. */
  sameWords: boolean
  /** One answer, affirmed on the one side and negated on the other. */
  turned: boolean
  /** What happened stays so, in one of the questions at least. */
  lasting: boolean
  /** Only one of them is told as a fact. */
  unreal: boolean
}

/** Which content word of the one stands for which of the other, and how they are related. */
type Aligned = { ofA: Int16Array; relation: Int32Array }

const ENOUGH = 1.6

/** How much the words of a phrase tell, 0–1. */
function weightOf(side: Prepared, { from, to }: StateMention): number {
  let sum = 0
  for (let t = from; t < to; t++) if (side.wordOfToken[t]! >= 0) sum += rarity(side.lemmaId[t]!)
  return Math.min(1, 0.15 + sum / ENOUGH)
}

/** Whether the phrases have the same words. */
function haveSameWords(one: Prepared, other: Prepared, a: StateMention, b: StateMention): boolean {
  const { lemma: x } = one.analysis
  const { lemma: y } = other.analysis
  return x.slice(a.from, a.to).join(' ') === y.slice(b.from, b.to).join(' ')
}

const around = (side: Prepared, k: number, { from, to }: StateMention): boolean => {
  const token = side.token[k]!
  return side.analysis.clause[token] === side.analysis.clause[from] && (token < from || token >= to)
}

/** Of what the clauses say beside the two phrases, the share said by both. */
function linkOf(one: Prepared, other: Prepared, alignment: Aligned, { a, b }: StatePair): number {
  let [shared, ofA, ofB] = [0, 0, 0]
  for (let i = 0; i < one.size; i++) {
    if (!around(one, i, a)) continue
    ofA += one.weight[i]!
    const j = alignment.ofA[i]!
    if (j >= 0 && isSame(alignment.relation[i]!) && around(other, j, b)) shared += one.weight[i]!
  }
  for (let j = 0; j < other.size; j++) if (around(other, j, b)) ofB += other.weight[j]!
  const least = Math.min(ofA, ofB)
  return least > 0 ? Math.min(1, shared / least) : 0
}

/** 1 when two answers to one question exclude each other, −1 when they are alike, 0 when neither follows. */
function stand(a: StateMention, b: StateMention): number {
  const both = a.sign === b.sign
  if (a.state === b.state) return both ? -1 : 1
  if (both && a.sign > 0) return 1
  if (stateCount[a.frame] !== 2) return 0
  return both ? 1 : -1
}

const isUnreal = (side: Prepared, { from }: StateMention) => (side.analysis.sense[from]! & UNREAL) !== 0

/** Where two statements speak of one question: the phrases of the pair, or of a new one. */
function pairOf(
  pairs: StatePair[],
  one: Prepared,
  other: Prepared,
  a: StateMention,
  b: StateMention,
): StatePair {
  const known = pairs.find(
    p => p.a.from === a.from && p.a.to === a.to && p.b.from === b.from && p.b.to === b.to,
  )
  if (known !== undefined) return known
  const made = {
    a,
    b,
    alike: 0,
    apart: 0,
    balance: 0,
    weight: Math.min(weightOf(one, a), weightOf(other, b)),
    link: 0,
    sameWords: haveSameWords(one, other, a, b),
    turned: a.sign !== b.sign,
    lasting: false,
    unreal: isUnreal(one, a) !== isUnreal(other, b),
  }
  pairs.push(made)
  return made
}

/** Every two phrases that answer one question or more, and how the answers go together; `link` is still to be found out. */
export function pairStates(one: Prepared, other: Prepared): StatePair[] {
  const pairs: StatePair[] = []
  const [as, bs] = [one.states, other.states]
  for (let i = 0, first = 0; i < as.length; i++) {
    const a = as[i]!
    while (first < bs.length && bs[first]!.frame < a.frame) first++
    for (let j = first; j < bs.length && bs[j]!.frame === a.frame; j++) {
      const b = bs[j]!
      const way = stand(a, b)
      if (way === 0) continue
      const found = pairOf(pairs, one, other, a, b)
      if (way > 0) found.apart++
      else found.alike++
      if (way > 0 && lasting[a.frame] === 1) found.lasting = true
    }
  }
  for (const p of pairs) p.balance = (p.apart - p.alike) / (p.apart + p.alike)
  return pairs
}

/** Finds out how far two aligned statements say the same around their phrases. */
export function linkStates(one: Prepared, other: Prepared, alignment: Aligned, pairs: StatePair[]): void {
  for (const pair of pairs) pair.link = linkOf(one, other, alignment, pair)
}

/** The content word of a phrase that tells most, or −1; names that stand in between are none of its words. */
export function headOf(side: Prepared, { from, to }: StateMention): number {
  let head = -1
  for (let t = from; t < to; t++) {
    const k = side.wordOfToken[t]!
    if (k < 0 || (side.kind[k]! & NAME_WORD) !== 0) continue
    if (head < 0 || side.weight[k]! > side.weight[head]!) head = k
  }
  return head
}
