import type { Evidence } from '../reasons/find.ts'
import { cues } from './cues.ts'
import { found } from './found.ts'
import type { FeatureGroup } from './group.ts'
import { numbers } from './numbers.ts'
import { overlap } from './overlap.ts'
import { polarity } from './polarity.ts'
import { settings } from './settings.ts'
import { states } from './states.ts'
import { vectors } from './vectors.ts'

const GROUPS: readonly FeatureGroup[] = [overlap, polarity, cues, numbers, vectors, states, found, settings]

/** The names of the features in order. Weights are only good for the list they were trained with. */
export const FEATURE_NAMES: readonly string[] = GROUPS.flatMap(group => group.names)

export const FEATURE_COUNT = FEATURE_NAMES.length

/** Writes the features of a pair into `out`, which has FEATURE_NAMES.length places. */
export function fillFeatures(evidence: Evidence, out: Float32Array): void {
  let at = 0
  for (const group of GROUPS) {
    group.fill(evidence, out, at)
    at += group.names.length
  }
}
