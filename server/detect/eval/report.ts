import { THRESHOLDS } from '../compare.ts'
import { auroc, averagePrecision, calibrationError, precisionAt, type Scored } from './metrics.ts'
import { predictedLabel, type ScoredPair } from './score-pairs.ts'

export type Report = {
  n: number
  /** Share of the most frequent label: what guessing gives. */
  majority: number
  accuracy: number
  /** Of contradictions, by the pairs that are flagged. */
  precision: number | null
  recall: number | null
  f1: number | null
  /** The probability from which pairs of short sentences are shown. */
  threshold: number
  auroc: number | null
  averagePrecision: number | null
  /** Precision at 10 % prevalence and 30 % recall. */
  p10at30: number | null
  /** Expected calibration error of the probability of a contradiction. */
  ece: number
  pairsPerSecond: number
  flagged: number
  /** Share of the flagged pairs that have a reason other than that the words differ. */
  flaggedWithReason: number | null
}

const known = (value: number): number | null => (Number.isFinite(value) ? value : null)

/** The figures of a set of scored pairs; null where a set has no contradictions, or nothing else. */
export function report(scored: readonly ScoredPair[], pairsPerSecond: number): Report {
  const n = scored.length
  const rows: Scored[] = scored.map(({ pair, comparison }) => ({
    score: comparison.contradicts,
    positive: pair.label === 'contradiction',
  }))
  const flagged = scored.filter(({ comparison }) => comparison.flagged)
  const hits = flagged.filter(({ pair }) => pair.label === 'contradiction').length
  const positives = rows.filter(row => row.positive).length
  const precision = known(hits / flagged.length)
  const recall = known(hits / positives)
  const counts = new Map<string, number>()
  for (const { pair } of scored) counts.set(pair.label, (counts.get(pair.label) ?? 0) + 1)
  return {
    n,
    majority: Math.max(...counts.values()) / n,
    accuracy: scored.filter(({ pair, comparison }) => predictedLabel(comparison) === pair.label).length / n,
    precision,
    recall,
    f1: precision === null || recall === null ? null : known((2 * precision * recall) / (precision + recall)),
    threshold: THRESHOLDS.loose,
    auroc: known(auroc(rows)),
    averagePrecision: known(averagePrecision(rows)),
    p10at30: known(precisionAt(rows, 0.1, 0.3)),
    ece: calibrationError(rows),
    pairsPerSecond,
    flagged: flagged.length / n,
    flaggedWithReason: known(
      flagged.filter(({ comparison }) => comparison.reasons.some(reason => reason.type !== 'wording'))
        .length / flagged.length,
    ),
  }
}

const NAMES: [keyof Report, string][] = [
  ['n', 'pairs'],
  ['majority', 'most frequent label'],
  ['accuracy', '3-way accuracy'],
  ['precision', 'contradiction precision (flagged)'],
  ['recall', 'contradiction recall (flagged)'],
  ['f1', 'contradiction F1 (flagged)'],
  ['threshold', 'shipped threshold'],
  ['auroc', 'AUROC'],
  ['averagePrecision', 'average precision'],
  ['p10at30', 'precision at 10 % prevalence, 30 % recall'],
  ['ece', 'expected calibration error'],
  ['pairsPerSecond', 'pairs/s, analysis cached'],
  ['flagged', 'share flagged'],
  ['flaggedWithReason', 'flagged with a reason beyond wording'],
]

/** The figures as lines for a person. */
export function reportLines(figures: Report): string[] {
  return NAMES.map(([key, name]) => {
    const value = figures[key]
    const shown =
      value === null
        ? '–'
        : key === 'n' || key === 'pairsPerSecond'
          ? String(Math.round(value))
          : value.toFixed(3)
    return `${name.padEnd(42)} ${shown.padStart(9)}`
  })
}
