import { FEATURE_COUNT, FEATURE_NAMES } from './features/all.ts'

export const STACK_COUNT = FEATURE_COUNT + 6

/** Writes what the last forests see: the three scores of the general and of the news forest, then all features. */
export function fillStack(
  general: Float64Array,
  news: Float64Array,
  features: Float32Array,
  out: Float32Array,
): void {
  out.set(general, 0)
  out.set(news, 3)
  out.set(features, 6)
}

const UNFINISHED = FEATURE_NAMES.indexOf('unfinished')

/** Whether both statements are written as headlines, without a full stop: such pairs have a last forest of their own. */
export function areHeadlines(features: Float32Array): boolean {
  return features[UNFINISHED] === 2
}
