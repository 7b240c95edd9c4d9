import { FEATURE_NAMES } from './features/all.ts'

/** Features that the stacker sees beside the scores of the two forests: what the rules found, and how the pair is written. */
const NAMES = [
  'clauseNegatedXor',
  'clauseClash',
  'scopeClash',
  'clash',
  'verbClash',
  'denialParity',
  'denialWeight',
  'negationWeight',
  'antonymWeight',
  'quantityWeight',
  'dateWeight',
  'placeWeight',
  'actorWeight',
  'exclusivityWeight',
  'modalityWeight',
  'attributionWeight',
  'strongest',
  'findings',
  'topic',
  'sharedLeast',
  'softB',
  'lcsB',
  'quantityApart',
  'quantityWithin',
  'opposedSame',
  'siblingWeight',
  'namesShared',
  'questionDifference',
  'doubtDifference',
  'forecastDifference',
  'headline',
  'unfinished',
  'sizeB',
  'sizeRatio',
] as const

const PLACES = NAMES.map(name => FEATURE_NAMES.indexOf(name))

export const STACK_COUNT = NAMES.length + 6

/** Writes what the stacker sees: the three scores of either forest, then the chosen features. */
export function fillStack(
  general: Float64Array,
  news: Float64Array,
  features: Float32Array,
  out: Float32Array,
): void {
  out.set(general, 0)
  out.set(news, 3)
  for (const [k, place] of PLACES.entries()) out[6 + k] = features[place]!
}
