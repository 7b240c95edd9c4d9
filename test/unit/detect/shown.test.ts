import { describe, expect, test } from 'vitest'
import { FEATURE_COUNT, FEATURE_NAMES } from '../../../server/detect/compare/features/all.ts'
import { thresholdOf } from '../../../server/detect/compare/model.ts'
import { headlineShare } from '../../../server/detect/compare/stack.ts'

function featuresWith(values: Record<string, number>): Float32Array {
  const features = new Float32Array(FEATURE_COUNT)
  for (const [name, value] of Object.entries(values)) features[FEATURE_NAMES.indexOf(name)] = value
  return features
}

const thresholds = { headlines: 0.4, loose: 0.5, strict: 0.9, from: 60 }

describe('the probability from which a pair is shown', () => {
  test.each([
    ['headlines', { unfinished: 2, tokensA: 40, tokensB: 40 }, 0.4],
    ['short sentences', { tokensA: 12, tokensB: 11, lcsB: 0.3 }, 0.5],
    ['short ones that run alike', { tokensA: 8, tokensB: 8, lcsB: 0.9 }, 0.5],
    ['longer ones', { tokensA: 26, tokensB: 26, lcsB: 46 / 120 }, 0.58],
    ['long ones', { tokensA: 40, tokensB: 38, lcsB: 0.4 }, 0.68],
    ['long ones that run alike', { tokensA: 26, tokensB: 23, lcsB: 1 }, 0.9],
  ])('%s', (_, values, threshold) => {
    expect(thresholdOf(thresholds, featuresWith(values))).toBeCloseTo(threshold, 6)
  })
})

test.each([
  ['headlines in their own words', { unfinished: 2, lcsA: 0.3, lcsB: 0.4 }, 0.65],
  ['nearly the same words without a full stop', { unfinished: 2, lcsA: 0.8, lcsB: 0.9 }, 0],
  ['one with a full stop', { unfinished: 1, lcsA: 0.3, lcsB: 0.4 }, 0.4],
  ['two sentences', { unfinished: 0, lcsA: 0.3, lcsB: 0.4 }, 0],
])('%s', (_, values, share) => {
  expect(headlineShare(featuresWith(values))).toBe(share)
})
