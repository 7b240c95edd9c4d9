import { isSame } from '../../lexicon/relate.ts'
import { ATTRIBUTION, CUE } from '../../text/analysis.ts'
import type { Pair } from '../pair.ts'
import { FRAME_WORD, NAME_WORD, type Prepared, VERB_WORD } from '../prepare.ts'
import { phraseOf, type Span } from './finding.ts'

const REACH = 8
const STRETCH = 16
const BEFORE_VERB = new Set(['X', 'R', 'T'])
const AFTER = 5

const isVerb = ({ analysis }: Prepared, i: number): boolean =>
  analysis.tag[i] === 'V' && (analysis.sense[i]! & ATTRIBUTION) === 0

/** The verb of the clause that token `t` stands in: itself, the nearest before, else the nearest after; −1 when there is none near. */
function verbFor(side: Prepared, t: number): number {
  const { clause } = side.analysis
  for (let i = t; i >= Math.max(0, t - REACH) && clause[i] === clause[t]; i--) if (isVerb(side, i)) return i
  for (let i = t + 1; i < Math.min(clause.length, t + REACH) && clause[i] === clause[t]; i++)
    if (isVerb(side, i)) return i
  return -1
}

/** What is said with content word `k`: the verb of its clause with its auxiliaries, and what follows it up to the word itself or a few words on. */
export function predicateOf(side: Prepared, k: number): Span {
  const t = side.token[k]!
  const { clause, tag } = side.analysis
  const verb = verbFor(side, t)
  if (verb < 0) return phraseOf(side, k, 2, 3)
  let from = verb
  while (from > 0 && verb - from < 3 && clause[from - 1] === clause[verb] && BEFORE_VERB.has(tag[from - 1]!))
    from--
  const end = Math.max(verb + AFTER, Math.min(t + 2, verb + REACH))
  let to = verb + 1
  while (to < Math.min(clause.length, end) && clause[to] === clause[verb] && tag[to] !== '.') to++
  return t < from && from - t <= 3 ? { from: t, to } : { from, to }
}

/**
 * The words of one side in which the statements part: the stretch of at most STRETCH tokens of one clause that holds most of what the
 * other side does not say, verbs first. Null when all is said by both.
 */
export function partingOf(pair: Pair, ofA: boolean): Span | null {
  const side = ofA ? pair.a : pair.b
  const map = ofA ? pair.alignment.ofA : pair.alignment.ofB
  const { clause, sense } = side.analysis
  const weightOf = (k: number): number => {
    const other = map[k]!
    const relation = other < 0 ? 0 : pair.alignment.relation[ofA ? k : other]!
    if (other >= 0 && isSame(relation)) return 0
    if ((side.kind[k]! & FRAME_WORD) !== 0) return 0.05
    const verb = (side.kind[k]! & VERB_WORD) !== 0 ? 0.6 : 0
    return side.weight[k]! * ((side.kind[k]! & NAME_WORD) !== 0 ? 0.4 : 1) + verb
  }
  let best: Span | null = null
  let bestWeight = 0
  for (let k = 0; k < side.size; k++) {
    if (weightOf(k) === 0) continue
    let sum = 0
    let last = k
    for (let l = k; l < side.size; l++) {
      const t = side.token[l]!
      if (t >= side.token[k]! + STRETCH || clause[t] !== clause[side.token[k]!]) break
      const w = weightOf(l)
      sum += w
      if (w > 0) last = l
    }
    if (sum <= bestWeight) continue
    bestWeight = sum
    best = { from: side.token[k]!, to: side.token[last]! + 1 }
  }
  if (best === null) return null
  while (
    best.from > 0 &&
    clause[best.from - 1] === clause[best.from] &&
    (BEFORE_VERB.has(side.analysis.tag[best.from - 1]!) || (sense[best.from - 1]! & CUE) !== 0)
  )
    best = { from: best.from - 1, to: best.to }
  return best
}
