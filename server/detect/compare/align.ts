import {
  ABOVE,
  BELOW,
  cosineOf,
  EQUAL,
  FAMILY,
  OPPOSED,
  SAME,
  SIBLING,
  SYNONYM,
  WEAKLY_OPPOSED,
} from '../lexicon/relate.ts'
import { NAME_WORD, type Prepared, VERB_WORD } from './prepare.ts'
import { relateWords } from './relate-words.ts'
import { headOf, type StatePair } from './state-pairs.ts'

/** Which content word of one statement stands for which of the other; good until the next pair is aligned. */
export type Alignment = {
  /** Per content word of a: the word of b, or −1; and the other way round. */
  ofA: Int16Array
  ofB: Int16Array
  /** Per content word of a that is aligned: the relation (see relate.ts) and how sure the alignment is, 0–1. */
  relation: Int32Array
  score: Float32Array
  /** Relation of word i of a and word j of b at i × STRIDE + j. */
  relations: Int32Array
}

const NEIGHBOUR = 0.12
const LEAST = 0.36
const BRIDGE = 0.5
function scoreOf(relation: number, kindA: number, kindB: number): number {
  const cosine = cosineOf(relation)
  const names = (kindA & kindB & NAME_WORD) !== 0
  if ((relation & EQUAL) !== 0) return names || cosine === 1 ? cosine : 0.94
  const verbs = (kindA & VERB_WORD) === (kindB & VERB_WORD)
  if ((relation & OPPOSED) !== 0) return 0.8
  if ((relation & FAMILY) !== 0) return 0.9
  if (!names && (relation & SYNONYM) !== 0) return verbs ? 0.78 + 0.1 * Math.max(0, cosine) : 0.6
  if (names && (relation & (ABOVE | BELOW)) !== 0) return 0.39
  if ((kindA | kindB) & NAME_WORD)
    return (relation & SIBLING) !== 0 && names ? 0.4 : cosine > 0.75 && names ? 0.38 : 0
  if ((relation & WEAKLY_OPPOSED) !== 0 && cosine > 0.2) return 0.62
  if ((relation & (ABOVE | BELOW)) !== 0) return 0.5 + 0.25 * Math.max(0, cosine)
  if ((relation & SIBLING) !== 0) return 0.4 + 0.15 * Math.max(0, cosine)
  return cosine > 0.48 && verbs ? 0.36 + (cosine - 0.48) * 0.6 : 0
}

const MAX = 64
export const STRIDE = MAX
const scores = new Float32Array(MAX * MAX)
const relations = new Int32Array(MAX * MAX)
const aligned: Alignment = {
  ofA: new Int16Array(MAX),
  ofB: new Int16Array(MAX),
  relation: new Int32Array(MAX),
  score: new Float32Array(MAX),
  relations,
}
const queue: number[] = []

/**
 * Aligns the content words of two statements one to one, the surest pair first: same word, same family, synonym, opposite, one above
 * the other in WordNet, near in the vectors. A pair whose neighbours are the same words is preferred.
 */
export function align(a: Prepared, b: Prepared, states: readonly StatePair[]): Alignment {
  const [n, m] = [a.size, b.size]
  const { ofA, ofB, relation, score } = aligned
  ofA.fill(-1, 0, n)
  ofB.fill(-1, 0, m)
  queue.length = 0
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < m; j++) {
      const bits = relateWords(a, i, b, j)
      relations[i * MAX + j] = bits
      scores[i * MAX + j] = scoreOf(bits, a.kind[i]!, b.kind[j]!)
    }
  }
  for (const { a: x, b: y, balance, weight } of states) {
    if (weight < BRIDGE || Math.abs(balance) < 0.5 || Math.max(x.to - x.from, y.to - y.from) < 2) continue
    const [i, j] = [headOf(a, x), headOf(b, y)]
    if (i < 0 || j < 0) continue
    const at = i * MAX + j
    if ((relations[at]! & (SAME | OPPOSED)) !== 0 || scores[at]! >= 0.72) continue
    relations[at] = relations[at]! | (balance * a.sign[i]! * b.sign[j]! > 0 ? OPPOSED : SYNONYM)
    scores[at] = 0.72
  }
  for (let i = 0; i < n; i++)
    for (let j = 0; j < m; j++) {
      const s = scores[i * MAX + j]!
      if (s < LEAST - NEIGHBOUR || s === 0) continue
      const before = i > 0 && j > 0 && scores[(i - 1) * MAX + j - 1]! >= 0.9 ? NEIGHBOUR : 0
      const after = i + 1 < n && j + 1 < m && scores[(i + 1) * MAX + j + 1]! >= 0.9 ? NEIGHBOUR : 0
      const distance = Math.abs(i / n - j / m) * 0.05
      const total = s + before + after - distance
      if (total >= LEAST) queue.push(Math.round(total * 4096) * MAX * MAX + (MAX * MAX - 1 - (i * MAX + j)))
    }
  queue.sort((x, y) => y - x)
  for (const entry of queue) {
    const cell = MAX * MAX - 1 - (entry % (MAX * MAX))
    const i = Math.floor(cell / MAX)
    const j = cell % MAX
    if (ofA[i] !== -1 || ofB[j] !== -1) continue
    ofA[i] = j
    ofB[j] = i
    relation[i] = relations[cell]!
    score[i] = scores[cell]!
  }
  return aligned
}
