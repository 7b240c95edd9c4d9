import { ABOVE, BELOW } from '../../lexicon/relate.ts'
import { CLAUSE_NEGATED } from '../../text/analysis.ts'
import type { Pair } from '../pair.ts'
import type { Prepared } from '../prepare.ts'
import type { Evidence } from './find.ts'
import { type Finding, join, type Span } from './finding.ts'
import { partingOf } from './spans.ts'

const MAX_REASONS = 4
const LEAST_WEIGHT = 0.08
const LEAST_PROBABILITY = 0.15

/** Whether two statements have no word in common and lie far apart in the vectors: then nothing else is asked. Both lists are sorted. */
export function shareNothing(a: Prepared, b: Prepared): boolean {
  if (a.size === 0 || b.size === 0) return false
  const [x, y] = [a.sorted, b.sorted]
  for (let i = 0, j = 0; i < x.length && j < y.length; ) {
    if (x[i] === y[j]) return false
    if (x[i]! < y[j]!) i++
    else j++
  }
  return !sharesMore(a, b) && nearness(a, b) < LEAST_NEARNESS
}

const LEAST_NEARNESS = 0.3

/** Cosine of the two statements' vectors. */
function nearness({ vector: x }: Prepared, { vector: y }: Prepared): number {
  let [dot, xx, yy] = [0, 0, 0]
  for (let d = 0; d < x.length; d++) {
    dot += x[d]! * y[d]!
    xx += x[d]! * x[d]!
    yy += y[d]! * y[d]!
  }
  return xx > 0 && yy > 0 ? dot / Math.sqrt(xx * yy) : 0
}

function sharesMore(a: Prepared, b: Prepared): boolean {
  return a.alias.some(alias => alias !== 0 && b.alias.includes(alias))
}

const WEAK = 0.2
const LOOSE = 0.15

/** Findings that say no more than that two words differ. */
const isLoose = ({ type, detail, weight }: Finding): boolean =>
  type === 'exclusivity' && (detail === 'outcome' || (detail === 'other' && weight < LOOSE))

/** Whether all words of a span say more or less closely what words of the other statement say: "England" for "London". */
function isCloserWord({ a, alignment }: Pair, span: Span): boolean {
  let found = false
  for (let k = 0; k < a.size; k++) {
    if (a.token[k]! < span.from || a.token[k]! >= span.to) continue
    if (alignment.ofA[k]! < 0 || (alignment.relation[k]! & (ABOVE | BELOW)) === 0) return false
    found = true
  }
  return found
}

/** Where the statements part: what is said on the one side or the other. */
function findParting({ pair }: Evidence, contradicts: number): Finding[] {
  const [a, b] = [partingOf(pair, true), partingOf(pair, false)]
  if (a === null || b === null || isCloserWord(pair, a)) return []
  return [{ type: 'exclusivity', weight: 0.45 * contradicts, a, b, detail: 'outcome' }]
}

const ON_ONE_WORD = new Set(['negation', 'denial', 'exclusivity'])

/** Findings that rest on a word or a phrase, while the dispute is about what is said with it. */
const isNarrow = ({ type, detail }: Finding) => ON_ONE_WORD.has(type) || detail === 'state'
const MAX_SPAN = 12

/** A span with the words around it in which the statements part, when both are near. */
function widened(span: Span, parting: Span | null): Span {
  if (parting === null) return span
  const both = join(span, parting)
  return both.to - both.from <= MAX_SPAN ? both : span
}

/** The findings with the disputed words around them. */
function widen({ pair }: Evidence, findings: Finding[]): Finding[] {
  if (!findings.some(isNarrow)) return findings
  const [a, b] = [partingOf(pair, true), partingOf(pair, false)]
  return findings.map(finding =>
    isNarrow(finding) ? { ...finding, a: widened(finding.a, a), b: widened(finding.b, b) } : finding,
  )
}

const lies = (inner: Span, outer: Span): boolean => outer.from <= inner.from && inner.to <= outer.to

/** Without those that say what a stronger one of their type says, of no other words. */
const withoutRepeats = (findings: readonly Finding[]): Finding[] =>
  findings.filter(
    (finding, i) =>
      !findings
        .slice(0, i)
        .some(({ type, a, b }) => type === finding.type && lies(finding.a, a) && lies(finding.b, b)),
  )

/**
 * The findings worth telling, strongest first. Where only the words as a whole speak for a conflict: in what the statements part, when it
 * is as likely as what is shown (`threshold`), else that the words differ.
 */
export function chooseReasons(evidence: Evidence, contradicts: number, threshold: number): Finding[] {
  const found = [...evidence.findings, ...findNegatedNumber(evidence)]
    .filter(finding => finding.weight >= LEAST_WEIGHT && !isLoose(finding))
    .toSorted((x, y) => y.weight - x.weight)
  if (contradicts >= threshold && (found[0]?.weight ?? 0) < WEAK)
    found.unshift(...findParting(evidence, contradicts))
  if (found.length > 0) return withoutRepeats(widen(evidence, found.slice(0, MAX_REASONS)))
  const { a, b } = evidence.pair
  if (contradicts < LEAST_PROBABILITY || a.analysis.lemma.length === 0 || b.analysis.lemma.length === 0)
    return []
  const whole = { a: { from: 0, to: a.analysis.lemma.length }, b: { from: 0, to: b.analysis.lemma.length } }
  return [{ type: 'wording', weight: contradicts, ...whole, detail: 'wording' }]
}

const negated = (side: Prepared, from: number) => (side.analysis.sense[from]! & CLAUSE_NEGATED) !== 0

const around = (side: Prepared, { from, to }: Span): Span => ({
  from,
  to: Math.min(side.analysis.lemma.length, to + 4),
})

/** "2,975 people died", "3,000 people did not die": the same number, affirmed on one side and denied on the other. */
function findNegatedNumber({ pair, quantities, findings }: Evidence): Finding[] {
  for (const { a, b, relation, match } of quantities) {
    if (relation === 'disjoint' || match < 0.3 || a.dimension !== 'count' || a.value < 10) continue
    if (negated(pair.a, a.from) === negated(pair.b, b.from)) continue
    const sameHead = a.head === '' || b.head === '' || a.head === b.head
    if (!sameHead && !findings.some(({ type, weight }) => type === 'negation' && weight > 0.5)) continue
    return [{ type: 'negation', weight: 0.85, a: around(pair.a, a), b: around(pair.b, b), detail: 'number' }]
  }
  return []
}
