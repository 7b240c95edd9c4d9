import { isSame } from '../lexicon/relate.ts'
import type { Cue } from '../text/analysis.ts'
import type { Pair } from './pair.ts'
import { type Prepared, VERB_WORD } from './prepare.ts'

const REACH = 4

/** The content word that heads what a word like "fake" describes, or −1. */
function describedBy(side: Prepared, { to }: Cue): number {
  const { tag, clause } = side.analysis
  let head = -1
  for (let t = to; t < Math.min(tag.length, to + REACH) && clause[t] === clause[to]; t++) {
    if (tag[t] !== 'N' && tag[t] !== 'M' && tag[t] !== 'A' && tag[t] !== 'V') break
    const k = side.wordOfToken[t]!
    if (k >= 0 && (tag[t] === 'N' || tag[t] === 'M')) head = k
  }
  return head
}

/** "a false alarm", "a wrong number": what is described is there. */
const NOT_A_THING = new Set(['false', 'wrong', 'mistaken', 'misleading', 'untrue', 'incorrect', 'satirical'])

const describedIn = (side: Prepared): number[] =>
  side.analysis.cues.flatMap(cue =>
    cue.type === 'fake' && !NOT_A_THING.has(side.analysis.lemma[cue.from]!) ? [describedBy(side, cue)] : [],
  )

/** Whether words `i` of a and `j` of b have a deed said of both in their clauses: then it is one thing that both speak of. */
function haveOneDeed({ a, b, alignment }: Pair, i: number, j: number): boolean {
  const [clauseA, clauseB] = [a.analysis.clause[a.token[i]!], b.analysis.clause[b.token[j]!]]
  for (let v = 0; v < a.size; v++) {
    const w = alignment.ofA[v]!
    if (w < 0 || (a.kind[v]! & b.kind[w]! & VERB_WORD) === 0 || !isSame(alignment.relation[v]!)) continue
    if (a.analysis.clause[a.token[v]!] === clauseA && b.analysis.clause[b.token[w]!] === clauseB) return true
  }
  return false
}

/**
 * Whether one statement speaks of a likeness ("fake passports", "a dummy pistol") and the other one of the thing itself, without the same
 * deed said of both: what is true of the one need not be of the other.
 */
export function speakOfLikeness(pair: Pair): boolean {
  const { a, b, alignment } = pair
  if ((a.cues['fake'] ?? 0) === 0 && (b.cues['fake'] ?? 0) === 0) return false
  const [inA, inB] = [describedIn(a), describedIn(b)]
  const isOther = (i: number, j: number): boolean =>
    i >= 0 && j >= 0 && isSame(alignment.relation[i]!) && !haveOneDeed(pair, i, j)
  return (
    inA.some(i => i >= 0 && !inB.includes(alignment.ofA[i]!) && isOther(i, alignment.ofA[i]!)) ||
    inB.some(j => j >= 0 && !inA.includes(alignment.ofB[j]!) && isOther(alignment.ofB[j]!, j))
  )
}
