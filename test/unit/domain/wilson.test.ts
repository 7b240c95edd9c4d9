import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { measureShare } from '#domain/wilson.ts'

test.each([
  [0, 10, { share: 0, low: 0, high: 0.2775 }],
  [10, 10, { share: 1, low: 0.7225, high: 1 }],
  [5, 10, { share: 0.5, low: 0.2366, high: 0.7634 }],
  [1, 1, { share: 1, low: 0.2065, high: 1 }],
  [81, 263, { share: 0.308, low: 0.2553, high: 0.3662 }],
])('%i of %i', (hits, trials, expected) => {
  const measured = measureShare(hits, trials)
  expect(measured?.share).toBeCloseTo(expected.share, 3)
  expect(measured?.low).toBeCloseTo(expected.low, 4)
  expect(measured?.high).toBeCloseTo(expected.high, 4)
})

test('nothing counted measures nothing', () => {
  expect(measureShare(0, 0)).toBeNull()
})

test('the interval holds the share, stays within 0 and 1, and narrows with more trials', () => {
  fc.assert(
    fc.property(fc.nat(500), fc.integer({ min: 1, max: 500 }), (hits, misses) => {
      const measured = measureShare(hits, hits + misses)
      const ten = measureShare(10 * hits, 10 * (hits + misses))
      if (!measured || !ten) throw new Error('nothing is measured')
      const { share, low, high } = measured
      expect(0 <= low && low <= share && share <= high && high <= 1).toBe(true)
      expect(ten.high - ten.low).toBeLessThan(high - low)
    }),
  )
})
