import type { AnalysedClaim } from './analyses.ts'
import type { Analysis, Detector } from './detector.ts'

/**
 * From this probability on, 0–1, a pair may be proposed as saying the same. Chosen for precision: with what both must
 * share (below) it found agreement in 8 of 8 pairs of `written` dev, 29 of 31 of `msrp_dev`, 22 of 24 of
 * `sanli_wiki_test`, 201 of 228 of `multinli_matched` and, of headlines, 29 of 39 of both `emergent` sets; the rest were
 * neutral but for 8 contradictions.
 */
const AGREES = 0.8

/** The share of their content words that both must have (Dice 1945): a part of a long statement is not the same claim. */
const SHARED = 0.6

/** How many pairs that agree are proposed of one claim: one said a hundred times over would else fill the queue by itself. */
export const MOST_AGREEING = 3

/**
 * Whether two claims say the same, likely enough to ask an editor: in nearly the same content words, with the same
 * numbers and dates, and neither denied nor questioned where the other one is not.
 */
export function sayTheSame(
  a: Pick<AnalysedClaim, 'analysis' | 'howPut'>,
  b: Pick<AnalysedClaim, 'analysis' | 'howPut'>,
  { kind, agrees }: Pick<ReturnType<Detector['compare']>, 'kind' | 'agrees'>,
  { shareOfWords }: Pick<Detector, 'shareOfWords'>,
): boolean {
  if (kind !== 'duplicate' && (kind !== 'agrees' || agrees < AGREES)) return false
  if (stance(a.howPut) !== stance(b.howPut)) return false
  return measuresOf(a.analysis) === measuresOf(b.analysis) && shareOfWords(a.analysis, b.analysis) >= SHARED
}

const stance = (howPut: AnalysedClaim['howPut']) =>
  howPut === 'denied' || howPut === 'questioned' ? howPut : 'told'

/** The numbers and dates of a statement, in one order. */
function measuresOf({ quantities, dates }: Analysis): string {
  return [
    ...quantities.map(({ value, low, high }) => [value, low, high].join(' ')),
    ...dates.map(({ year, yearTo, month, monthTo, day, weekday, bound }) =>
      [bound, year, yearTo, month, monthTo, day, weekday].join(' '),
    ),
  ]
    .toSorted()
    .join('|')
}

/** Of the pairs that agree the likeliest `most`, of equally likely ones those with the older claim; all others as they are. */
export function fewAgreeing<Pair extends { aId: string; kind: string; score: number }>(
  pairs: readonly Pair[],
  most: number,
): Pair[] {
  const agreeing = pairs.filter(pair => pair.kind === 'agrees')
  if (agreeing.length <= most) return [...pairs]
  const likeliest = agreeing.toSorted(
    (one, other) => other.score - one.score || (one.aId < other.aId ? -1 : 1),
  )
  const kept = new Set(likeliest.slice(0, Math.max(most, 0)))
  return pairs.filter(pair => pair.kind !== 'agrees' || kept.has(pair))
}
