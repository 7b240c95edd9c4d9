import type { Pair } from '../pair.ts'
import type { Prepared } from '../prepare.ts'
import type { Evidence } from './find.ts'
import type { Finding } from './finding.ts'

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

/** The findings worth telling, strongest first; when the words alone make the conflict likely, that they differ. */
export function chooseReasons(evidence: Evidence, contradicts: number): Finding[] {
  const found = evidence.findings
    .filter(finding => finding.weight >= LEAST_WEIGHT)
    .toSorted((x, y) => y.weight - x.weight)
  if (found.length > 0) return found.slice(0, MAX_REASONS)
  if (contradicts < LEAST_PROBABILITY) return []
  const { a, b } = evidence.pair
  const whole = { a: { from: 0, to: a.analysis.lemma.length }, b: { from: 0, to: b.analysis.lemma.length } }
  return [{ type: 'wording', weight: contradicts, ...whole, detail: 'wording' }]
}

const STRONG: Partial<Record<Finding['type'], number>> = {
  quantity: 0.6,
  date: 0.6,
  denial: 0.75,
  negation: 0.85,
  antonym: 0.8,
}

/** Whether a finding is shown even where the probability is unsure: the rule channel. */
export function isStrong(finding: Finding, pair: Pair): boolean {
  const least = STRONG[finding.type]
  return least !== undefined && finding.weight >= least && pair.topic >= 0.5
}
