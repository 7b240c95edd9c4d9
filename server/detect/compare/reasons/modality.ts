import { isSame } from '../../lexicon/relate.ts'
import type { Cue, CueType } from '../../text/analysis.ts'
import type { Pair } from '../pair.ts'
import type { Prepared } from '../prepare.ts'
import type { Finding, Span } from './finding.ts'

type Force = 'must' | 'may' | 'must not' | 'need not'

function isNegative(side: Prepared, cue: Cue): boolean {
  const { cues, clause } = side.analysis
  return cues.some(
    other =>
      other.type === 'negation' &&
      clause[other.from] === clause[cue.from] &&
      Math.abs(other.from - cue.from) <= 2,
  )
}

/** What a statement lays down: must, may, must not or need not; null when it lays down nothing. */
function forceOf(side: Prepared): { force: Force; cue: Cue } | null {
  const of = (type: CueType) => side.analysis.cues.find(cue => cue.type === type)
  const [prohibition, obligation, permission] = [of('prohibition'), of('obligation'), of('permission')]
  if (prohibition !== undefined)
    return { force: isNegative(side, prohibition) ? 'may' : 'must not', cue: prohibition }
  if (obligation !== undefined)
    return { force: isNegative(side, obligation) ? 'need not' : 'must', cue: obligation }
  if (permission !== undefined)
    return { force: isNegative(side, permission) ? 'must not' : 'may', cue: permission }
  return null
}

const CLASH: Record<Force, Force[]> = {
  must: ['must not', 'need not'],
  may: ['must not'],
  'must not': ['must', 'may'],
  'need not': ['must'],
}

function around(side: Prepared, cue: Cue): Span {
  return { from: cue.from, to: Math.min(side.analysis.lemma.length, cue.to + 3) }
}

/** Obligation, permission and prohibition that exclude one another. */
export function findModality(pair: Pair): Finding[] {
  const [x, y] = [forceOf(pair.a), forceOf(pair.b)]
  if (x === null || y === null || !CLASH[x.force].includes(y.force)) return []
  const weight = 0.75 * Math.min(1, pair.topic * 1.2)
  return [{ type: 'modality', weight, a: around(pair.a, x.cue), b: around(pair.b, y.cue), detail: 'force' }]
}

/** "only X" against another one, "all" against "none" or "some … not". */
export function findQuantifiers(pair: Pair): Finding[] {
  const found: Finding[] = []
  for (const [first, second, side] of [
    [pair.a, pair.b, 'first'],
    [pair.b, pair.a, 'second'],
  ] as const) {
    const only = first.analysis.cues.find(cue => cue.type === 'exclusive')
    const all = first.analysis.cues.find(cue => cue.type === 'all')
    const span = { from: 0, to: Math.min(second.analysis.lemma.length, 6) }
    if (only !== undefined && (second.cues['exclusive'] ?? 0) === 0) {
      const rest = secondOnly(pair, side === 'first')
      if (rest !== null) {
        const weight = 0.4 * Math.min(1, pair.topic * 1.2)
        const spans = { one: around(first, only), other: rest }
        found.push({
          type: 'exclusivity',
          weight,
          a: side === 'first' ? spans.one : spans.other,
          b: side === 'first' ? spans.other : spans.one,
          detail: 'only',
        })
      }
    }
    const partial = second.analysis.cues.find(cue => cue.type === 'some' || cue.type === 'negation')
    if (all !== undefined && partial !== undefined && (second.cues['all'] ?? 0) === 0) {
      const weight = (partial.type === 'negation' ? 0.55 : 0.4) * Math.min(1, pair.topic * 1.2)
      const spans = { one: around(first, all), other: partial === undefined ? span : around(second, partial) }
      found.push({
        type: 'exclusivity',
        weight,
        a: side === 'first' ? spans.one : spans.other,
        b: side === 'first' ? spans.other : spans.one,
        detail: 'all',
      })
    }
  }
  return found
}

/** The first word that stands only in the other statement. */
function secondOnly(pair: Pair, inB: boolean): Span | null {
  const side = inB ? pair.b : pair.a
  const map = inB ? pair.alignment.ofB : pair.alignment.ofA
  for (let k = 0; k < side.size; k++) {
    const partner = map[k]!
    const relation = inB ? (partner < 0 ? 0 : pair.alignment.relation[partner]!) : pair.alignment.relation[k]!
    if (partner < 0 || !isSame(relation))
      return { from: side.token[k]!, to: Math.min(side.analysis.lemma.length, side.token[k]! + 3) }
  }
  return null
}
