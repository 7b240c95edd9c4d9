import { isOpposed, isSame } from '../lexicon/relate.ts'
import { type Alignment, align } from './align.ts'
import { FRAME_WORD, NAME_WORD, type Prepared, VERB_WORD } from './prepare.ts'
import { saysName } from './relate-words.ts'
import { pairStates, type StatePair } from './state-pairs.ts'

/** Two statements side by side, in canonical order, with what all questions need: the alignment and how much is shared. */
export type Pair = {
  a: Prepared
  b: Prepared
  alignment: Alignment
  /** The questions about the state of affairs that both answer. */
  states: StatePair[]
  /** Weight of the words said by both, as a share of all of a, of b, 0–1. */
  sharedA: number
  sharedB: number
  /** Whether the two speak of one matter, 0–1: the share of the shorter statement that is found in the other, names above all. */
  topic: number
  /** Weighted share of the aligned words whose polarity differs, 0–1, by word scope and by clause; and both together. */
  scopeClash: number
  clauseClash: number
  clash: number
  verbClash: number
  namesShared: number
  namesOnlyA: number
  namesOnlyB: number
}

/** Canonical order: the one with more content words first, then the longer, then by its words. The result is symmetric through it. */
export function inOrder(a: Prepared, b: Prepared): boolean {
  if (a.size !== b.size) return a.size > b.size
  if (a.total !== b.total) return a.total > b.total
  if (a.analysis.length !== b.analysis.length) return a.analysis.length > b.analysis.length
  if (a.lemmas !== b.lemmas) return a.lemmas > b.lemmas
  return JSON.stringify(a.analysis) >= JSON.stringify(b.analysis)
}

/** The last pair that was made: whoever asks whether two statements are worth comparing compares them next. */
let last: Pair | null = null

/** Puts two statements side by side; a and b must be in canonical order. The pair is good until the next one is made. */
export function makePair(a: Prepared, b: Prepared): Pair {
  if (last === null || last.a !== a || last.b !== b) last = sideBySide(a, b)
  return last
}

/** Whether word i is a name that the other statement neither says nor comes near to. */
const isOwn = (side: Prepared, i: number, other: Prepared): boolean =>
  (side.kind[i]! & NAME_WORD) !== 0 &&
  (side.kind[i]! & FRAME_WORD) === 0 &&
  !saysName(other, side.name[i]!, true)

function sideBySide(a: Prepared, b: Prepared): Pair {
  const states = pairStates(a, b)
  const alignment = align(a, b, states)
  let sameA = 0
  let sameB = 0
  let scope = 0
  let clause = 0
  let both = 0
  let verbs = 0
  let verbsClash = 0
  let weightAll = 0
  let namesShared = 0
  let [onlyA, onlyB] = [0, 0]
  for (let i = 0; i < a.size; i++) {
    const j = alignment.ofA[i]!
    const name = (a.kind[i]! & NAME_WORD) !== 0
    if (j < 0) {
      if (saysName(b, a.name[i]!, false)) sameA += a.weight[i]!
      else if (isOwn(a, i, b)) onlyA++
      continue
    }
    const relation = alignment.relation[i]!
    if (!isSame(relation) && !isOpposed(relation)) continue
    if (isSame(relation)) {
      sameA += a.weight[i]!
      sameB += b.weight[j]!
      if (name) namesShared++
    }
    const w = (a.weight[i]! + b.weight[j]!) / 2
    const flip = isOpposed(relation) ? -1 : 1
    const scopeDiffers = a.sign[i]! * b.sign[j]! * flip < 0
    const clauseDiffers = a.clauseSign[i]! * b.clauseSign[j]! * flip < 0
    weightAll += w
    if (scopeDiffers) scope += w
    if (clauseDiffers) clause += w
    if (a.sign[i]! * a.clauseSign[i]! * b.sign[j]! * b.clauseSign[j]! * flip < 0) both += w
    if ((a.kind[i]! & b.kind[j]! & VERB_WORD) !== 0) {
      verbs += w
      if (clauseDiffers) verbsClash += w
    }
  }
  for (let j = 0; j < b.size; j++) {
    if (alignment.ofB[j]! >= 0) continue
    if (saysName(a, b.name[j]!, false)) sameB += b.weight[j]!
    else if (isOwn(b, j, a)) onlyB++
  }
  const sharedA = a.total > 0 ? sameA / a.total : 0
  const sharedB = b.total > 0 ? sameB / b.total : 0
  const per = (x: number) => (weightAll > 0 ? x / weightAll : 0)
  return {
    a,
    b,
    alignment,
    states,
    sharedA,
    sharedB,
    topic: Math.max(sharedA, sharedB),
    scopeClash: per(scope),
    clauseClash: per(clause),
    clash: per(both),
    verbClash: verbs > 0 ? verbsClash / verbs : 0,
    namesShared,
    namesOnlyA: onlyA,
    namesOnlyB: onlyB,
  }
}
