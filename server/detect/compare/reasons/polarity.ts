import { isOpposed, isSame } from '../../lexicon/relate.ts'
import type { Cue, CueType, DateMention } from '../../text/analysis.ts'
import type { DatePair } from '../date-pairs.ts'
import type { Pair } from '../pair.ts'
import { FRAME_WORD, NAME_WORD, type Prepared, VERB_WORD } from '../prepare.ts'
import type { RolePair } from '../role-pairs.ts'
import { type Finding, join, phraseOf, type Span } from './finding.ts'
import { predicateOf } from './spans.ts'

/** The nearest cue of one of the types to a token, within its clause, or null. */
function nearestCue(side: Prepared, token: number, types: readonly CueType[]): Cue | null {
  let best: Cue | null = null
  for (const cue of side.analysis.cues) {
    if (!types.includes(cue.type) || side.analysis.clause[cue.from] !== side.analysis.clause[token]) continue
    if (best === null || Math.abs(cue.from - token) < Math.abs(best.from - token)) best = cue
  }
  return best
}

const NEGATIVE: readonly CueType[] = ['negation', 'implicative']
const MAX_SPAN = 7
const AFTER_CUE = 5

function withCue(side: Prepared, k: number): Span {
  const token = side.token[k]!
  const word = phraseOf(side, k, 0, 1)
  const cue = nearestCue(side, token, NEGATIVE)
  if (cue === null) return word
  const span = join(word, cue)
  if (span.to - span.from <= MAX_SPAN) return span
  const near = { from: cue.from, to: Math.min(cue.to + AFTER_CUE, side.analysis.lemma.length) }
  return near
}

/** How much a negation counts that only says when: "did not open until May" against "opened in May". */
const ONLY_WHEN = 0.25

/** Whether a negation says only when something happened, and the other side names a time that goes with it. */
const saysOnlyWhen = (dates: readonly DatePair[]): boolean =>
  dates.some(({ a, b, relation }) => relation !== 'apart' && isTurned(a.bound) !== isTurned(b.bound))

const isTurned = (bound: DateMention['bound']): boolean => bound === 'earliest' || bound === 'latest'

/** The same word, affirmed on one side and negated on the other; verbs count more than their objects. */
export function findNegation(pair: Pair, dates: readonly DatePair[]): Finding[] {
  const { a, b, alignment } = pair
  const timed = saysOnlyWhen(dates) ? ONLY_WHEN : 1
  let best: Finding | null = null
  for (let i = 0; i < a.size; i++) {
    const j = alignment.ofA[i]!
    if (j < 0 || !isSame(alignment.relation[i]!) || ((a.kind[i]! | b.kind[j]!) & FRAME_WORD) !== 0) continue
    const scope = a.sign[i] !== b.sign[j]
    const clause = a.clauseSign[i] !== b.clauseSign[j]
    if (!scope && !clause) continue
    const verb = (a.kind[i]! & b.kind[j]! & VERB_WORD) !== 0
    const name = (a.kind[i]! & NAME_WORD) !== 0
    const nominal = !name && ((a.kind[i]! | b.kind[j]!) & VERB_WORD) !== 0
    const strength =
      (scope && clause ? 1 : clause ? 0.75 : 0.6) * (verb ? 1 : nominal ? 0.9 : name ? 0.45 : 0.72)
    const weight = timed * strength * (0.35 + 0.65 * Math.min(1, pair.topic * 1.15))
    if (best !== null && weight <= best.weight) continue
    const aNegative = a.sign[i]! * a.clauseSign[i]! < 0 || a.sign[i]! < 0
    best = {
      type: 'negation',
      weight,
      a: aNegative ? withCue(a, i) : predicateOf(a, i),
      b: aNegative ? predicateOf(b, j) : withCue(b, j),
      detail: aNegative ? 'first' : 'second',
    }
  }
  return best === null ? [] : [best]
}

const STORY: readonly CueType[] = ['denial']

function firstCue(side: Prepared, types: readonly CueType[]): Cue | null {
  return side.analysis.cues.find(cue => types.includes(cue.type)) ?? null
}

/** The part of a statement that says what the other one denies: its longest run of words said by both. */
function sharedRun(pair: Pair, ofA: boolean): Span {
  const side = ofA ? pair.a : pair.b
  const map = ofA ? pair.alignment.ofA : pair.alignment.ofB
  let best: Span | null = null
  let bestWeight = -1
  for (let k = 0; k < side.size; k++) {
    if (map[k]! < 0) continue
    const verb = (side.kind[k]! & VERB_WORD) !== 0 ? 1 : 0
    const weight = side.weight[k]! + verb - ((side.kind[k]! & NAME_WORD) !== 0 ? 0.5 : 0)
    if (weight > bestWeight) {
      bestWeight = weight
      best = predicateOf(side, k)
    }
  }
  return best ?? { from: 0, to: Math.min(side.analysis.lemma.length, 6) }
}

/** One side says that the story is untrue, or denies it; the other tells it as true. */
export function findDenial(pair: Pair): Finding[] {
  const { a, b } = pair
  const [cueA, cueB] = [firstCue(a, STORY), firstCue(b, STORY)]
  if ((cueA === null) === (cueB === null)) return []
  const cue = (cueA ?? cueB)!
  const side = cueA === null ? b : a
  const shared = Math.max(pair.sharedA, pair.sharedB)
  const weight = Math.min(
    1,
    (0.3 + 0.7 * Math.min(1, shared * 1.3)) * (pair.clauseClash > 0.3 || pair.scopeClash > 0.3 ? 1 : 0.35),
  )
  if (shared < 0.12) return []
  const denied: Span = {
    from: Math.max(0, cue.from - 1),
    to: Math.min(side.analysis.lemma.length, cue.to + 5),
  }
  return [
    cueA === null
      ? { type: 'denial', weight, a: sharedRun(pair, true), b: denied, detail: 'second' }
      : { type: 'denial', weight, a: denied, b: sharedRun(pair, false), detail: 'first' },
  ]
}

/** A doubt or a question against a telling: weaker than a denial. */
export function findDoubt(pair: Pair): Finding[] {
  const types: readonly CueType[] = ['doubt', 'question']
  const [cueA, cueB] = [firstCue(pair.a, types), firstCue(pair.b, types)]
  if ((cueA === null) === (cueB === null)) return []
  const cue = (cueA ?? cueB)!
  const weight = (cue.type === 'doubt' ? 0.55 : 0.2) * Math.min(1, pair.topic * 1.3)
  return [
    cueA === null
      ? {
          type: 'attribution',
          weight,
          a: sharedRun(pair, true),
          b: { from: cue.from, to: cue.to },
          detail: cue.type,
        }
      : {
          type: 'attribution',
          weight,
          a: { from: cue.from, to: cue.to },
          b: sharedRun(pair, false),
          detail: cue.type,
        },
  ]
}

/** How much opposite verbs count that tell one deed from its two sides: "bought from", "sold to". */
const CONVERSE = 0.2

/** Opposite words in one place, neither or both of them negated: "won", "lost". */
export function findAntonyms(pair: Pair, roles: readonly RolePair[]): Finding[] {
  const { a, b, alignment } = pair
  const found: Finding[] = []
  for (let i = 0; i < a.size; i++) {
    const j = alignment.ofA[i]!
    if (j < 0 || !isOpposed(alignment.relation[i]!)) continue
    if (a.sign[i] !== b.sign[j] || a.clauseSign[i] !== b.clauseSign[j]) continue
    const frame = ((a.kind[i]! | b.kind[j]!) & FRAME_WORD) !== 0 ? 0.4 : 1
    const verb = (a.kind[i]! & b.kind[j]! & VERB_WORD) !== 0 ? 1 : 0.9
    const converse = roles.some(role => role.relation === 'converse' && role.a.verb === i) ? CONVERSE : 1
    const clear = Math.min(1, (a.weight[i]! + b.weight[j]!) / 1.0)
    const weight = converse * frame * verb * (0.5 + 0.5 * clear) * (0.3 + 0.7 * Math.min(1, pair.topic * 1.2))
    found.push({
      type: 'antonym',
      weight,
      a: phraseOf(a, i, 1, 2),
      b: phraseOf(b, j, 1, 2),
      detail: 'opposed',
    })
  }
  return found.toSorted((x, y) => y.weight - x.weight).slice(0, 2)
}
