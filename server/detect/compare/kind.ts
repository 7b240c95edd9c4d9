import { RELATION_KINDS, type RelationKind } from '#domain/vocabulary.ts'
import { IN_QUANTITY } from '../text/analysis.ts'
import { oncePer } from '../text/once-per.ts'
import { addForest, type Forest } from './forest.ts'
import type { Prepared } from './prepare.ts'
import type { QuantityPair } from './quantity-pairs.ts'
import type { Evidence } from './reasons/find.ts'

/** What is known of the two statements beside their words; all of it may be missing. */
export type Context = {
  /** ISO dates of saying. */
  saidA?: string | undefined
  saidB?: string | undefined
  speakerA?: string | undefined
  speakerB?: string | undefined
  howPutA?: string | undefined
  howPutB?: string | undefined
}

const sums = new Float64Array(RELATION_KINDS.length)

/** The kind the trees find most likely, first all that stand in `allowed`. */
function likeliest(forest: Forest, features: Float32Array, allowed: readonly RelationKind[]): RelationKind {
  sums.fill(0)
  addForest(forest, features, sums)
  let best: RelationKind = allowed[0]!
  for (const kind of allowed)
    if (sums[RELATION_KINDS.indexOf(kind)]! > sums[RELATION_KINDS.indexOf(best)]!) best = kind
  return best
}

const NEUTRAL: readonly RelationKind[] = [
  'supersedes',
  'different_time',
  'different_scope',
  'different_definition',
  'attribution_only',
  'unrelated',
]

/** Words of the list that as often only decorate. */
const VAGUE = new Set(['official', 'count', 'estimate', 'overall', 'alone', 'measure', 'after', 'before'])

/** Words that say how something was measured, beside the definition cues of the analysis. */
const MEASURES = new Set(
  `directly indirectly nominal unadjusted seasonally core metropolitan metro proper suspected probable payroll wholesale retail
producer consumer median mean antenna spire waterline usable installed seated standing underlying taxable disposable`.split(
    /\s+/,
  ),
)

/** "U-3", "M2", "PM10": a measure that is known by its code. */
const CODE = /^[a-z]{1,3}-?\d{1,3}$/

/** "the rock height", "excess deaths", "including trainees": the words of a statement that say how something was measured. */
function readDefinitions({ analysis }: Prepared): Set<string> {
  const found = new Set<string>()
  for (const cue of analysis.cues) {
    const lemma = analysis.lemma[cue.from] ?? ''
    if (cue.type === 'definition' && !VAGUE.has(lemma)) found.add(lemma)
  }
  for (const [i, lemma] of analysis.lemma.entries())
    if (
      (MEASURES.has(lemma) && (analysis.tag[i] !== 'M' || i === 0)) ||
      (CODE.test(lemma) && (analysis.sense[i]! & IN_QUANTITY) === 0)
    )
      found.add(lemma)
  return found
}

const definitionsOf = oncePer(readDefinitions)

/** Whether two statements say that they measure differently: one names a measure that the other does not name. */
function measureOtherwise(a: Prepared, b: Prepared): boolean {
  const [x, y] = [definitionsOf(a), definitionsOf(b)]
  return x.size > 0 !== y.size > 0 || (x.size > 0 && [...x].every(word => !y.has(word)))
}

/** Whether what is counted has two names, or the one may be part of the other. */
const named = (q: QuantityPair) =>
  q.a.dimension === 'count' && (!q.sameHead || q.part) && q.a.head !== '' && q.b.head !== ''

/**
 * Numbers that differ because they measure or count different things: one side says how it was measured and the other does not, or
 * what is counted has another name. Null where the numbers agree, or where both count the same.
 */
function otherMeasure({
  pair,
  quantities,
  findings,
}: Evidence): 'different_definition' | 'different_scope' | null {
  const apart = quantities.filter(q => q.relation === 'disjoint' && q.match > 0.25)
  const otherwise = measureOtherwise(pair.a, pair.b)
  /** "gross" and "net" are opposites because they measure differently. */
  const other = findings.some(
    ({ type, weight }) => type !== 'quantity' && !(otherwise && type === 'antonym') && weight > 0.55,
  )
  if (apart.length === 0 || other) return null
  if (otherwise) return 'different_definition'
  return apart.every(named) ? 'different_scope' : null
}

/** 1 for a claim that is only reported or asked, −1 for one that is asserted or denied, 0 when it is not known. */
const put = (how: string | undefined) =>
  how === 'reported' || how === 'questioned' ? 1 : how === undefined ? 0 : -1

/**
 * Guesses what holds between two statements. The words decide through trees trained on pairs whose kind a person set; said dates and
 * how the claims are put overrule them: a later statement with a new value supersedes, a report or question is no assertion.
 */
export function guessKind(
  forest: Forest,
  evidence: Evidence,
  features: Float32Array,
  probabilities: readonly [number, number, number],
  strong: boolean,
  context: Context,
): RelationKind {
  const { pair, quantities, dates } = evidence
  const [c, e, n] = probabilities
  if (pair.a.lemmas === pair.b.lemmas) return 'duplicate'
  const { saidA, saidB, howPutA, howPutB } = context
  const measured = otherMeasure(evidence)
  const later = saidA !== undefined && saidB !== undefined && saidA.slice(0, 10) !== saidB.slice(0, 10)
  const newValue = quantities.some(
    q => q.relation === 'disjoint' && (q.sameHead || q.a.head === '' || q.b.head === '') && q.match > 0.25,
  )
  const otherDate = dates.some(d => d.relation === 'apart')
  if (measured === 'different_definition' || (measured !== null && !later)) return measured
  if (later && newValue && !otherDate && e < 0.5) return 'supersedes'
  if (later && otherDate && e < 0.5) return 'different_time'
  if (put(howPutA) * put(howPutB) < 0 && c < 0.8 && e < 0.5) return 'attribution_only'
  if (strong || (c >= e && c >= n)) return 'contradicts'
  if (e >= n || (e >= c && e > 0.35)) return 'agrees'
  return likeliest(forest, features, NEUTRAL)
}
