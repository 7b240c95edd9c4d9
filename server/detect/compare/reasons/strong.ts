import type { ReasonType } from '#domain/vocabulary.ts'
import type { Evidence } from './find.ts'
import type { Finding } from './finding.ts'

/** What a finding must weigh, how much must be shared, and how probable the conflict must be at least, for the finding to be shown by itself. */
type Rule = { type: ReasonType; weight: number; topic: number; shared: number; doubt: number }

const RULES: readonly Rule[] = [
  { type: 'negation', weight: 0.78, topic: 0.5, shared: 0, doubt: 0.2 },
  { type: 'denial', weight: 0.6, topic: 0.3, shared: 0, doubt: 0.4 },
  { type: 'quantity', weight: 0.85, topic: 0.6, shared: 0.6, doubt: 0.2 },
  /** Two statements that differ in hardly more than the number. */
  { type: 'quantity', weight: 0.6, topic: 0.95, shared: 0.9, doubt: 0.25 },
  { type: 'antonym', weight: 0.8, topic: 0.6, shared: 0.5, doubt: 0.65 },
  { type: 'date', weight: 0.6, topic: 0.7, shared: 0.6, doubt: 0.2 },
  { type: 'modality', weight: 0.7, topic: 0.6, shared: 0.4, doubt: 0.35 },
]

/** Whether two dates of one event name different years: days of the week and "yesterday" depend on when it was written. */
const haveOtherYears = ({ dates }: Evidence): boolean =>
  dates.some(
    ({ a, b, relation }) => relation === 'apart' && a.year !== null && b.year !== null && a.year !== b.year,
  )

/**
 * The rule channel: a clear negation, denial, number, opposite, year or duty on one topic is shown even where the probability is unsure, unless
 * each side names someone or something that the other does not. Where a probability must be higher to be shown, by the factor `surer`, so must
 * it be here.
 */
export function isStrong(
  findings: readonly Finding[],
  evidence: Evidence,
  contradicts: number,
  surer: number,
): boolean {
  const { pair } = evidence
  if (pair.namesOnlyA > 0 && pair.namesOnlyB > 0) return false
  const shared = Math.min(pair.sharedA, pair.sharedB)
  return findings.some(finding =>
    RULES.some(
      rule =>
        rule.type === finding.type &&
        finding.weight >= rule.weight &&
        pair.topic >= rule.topic &&
        shared >= rule.shared &&
        contradicts >= rule.doubt * surer &&
        (rule.type !== 'date' || haveOtherYears(evidence)),
    ),
  )
}
