import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyFactor, calibrate } from '#domain/calibration.ts'
import { measureShare } from '#domain/wilson.ts'

const NOTHING = { decided: 0, confirmed: 0, promised: 0 }

describe('what is to be expected', () => {
  test.each([
    ['nothing decided: as promised', NOTHING, 0.5, 1],
    ['as promised', { decided: 20, confirmed: 16, promised: 16 }, 0.8, 1],
    // (20 × 0.8 + 10) / 40
    ['half confirmed of 20, 80 % promised', { decided: 20, confirmed: 10, promised: 16 }, 0.65, 0.464],
    // (20 × 0.8 + 1) / 22
    ['one of two: hardly any change', { decided: 2, confirmed: 1, promised: 1.6 }, 0.7727, 0.85],
    // (20 × 0.8 + 0) / 220
    ['none of 200', { decided: 200, confirmed: 0, promised: 160 }, 0.0727, 0.05],
    // The interval of 300 in 300 begins at 0.9874.
    ['all of 300, 20 % promised', { decided: 300, confirmed: 300, promised: 60 }, 0.9874, 20],
  ])('%s', (_name, tally, expected, factor) => {
    const found = calibrate(tally)
    expect(found.expected).toBeCloseTo(expected, 3)
    expect(found.factor).toBeCloseTo(factor, 2)
  })

  test('a kind without decisions of its own moves with all others', () => {
    const overall = calibrate({ decided: 100, confirmed: 50, promised: 80 })
    expect(overall.factor).toBeLessThan(0.5)
    expect(calibrate(NOTHING, overall).factor).toBeCloseTo(overall.factor, 9)
  })

  test('three wrong ones of a kind that else does well are not the end of it', () => {
    const overall = calibrate({ decided: 100, confirmed: 80, promised: 80 })
    const found = calibrate({ decided: 3, confirmed: 0, promised: 2.4 }, overall)
    expect(found.expected).toBeGreaterThan(0.6)
  })
})

const AnyTally = fc
  .record({
    decided: fc.nat(5_000),
    hits: fc.double({ min: 0, max: 1, noNaN: true }),
    mean: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ decided, hits, mean }) => ({
    decided,
    confirmed: Math.floor(decided * hits),
    promised: decided * mean,
  }))

test('never below what the evidence supports, and always a share', () => {
  fc.assert(
    fc.property(AnyTally, AnyTally, (all, tally) => {
      const { expected, factor } = calibrate(tally, calibrate(all))
      const low = measureShare(tally.confirmed, tally.decided)?.low ?? 0
      expect(expected).toBeGreaterThanOrEqual(Math.min(low, 0.999))
      expect(expected).toBeLessThan(1)
      expect(factor).toBeGreaterThan(0)
      expect(factor).toBeLessThanOrEqual(20)
    }),
  )
})

test('more confirmed of as many is never expected less', () => {
  fc.assert(
    fc.property(AnyTally, tally => {
      fc.pre(tally.confirmed < tally.decided)
      const more = calibrate({ ...tally, confirmed: tally.confirmed + 1 })
      expect(more.expected).toBeGreaterThanOrEqual(calibrate(tally).expected)
    }),
  )
})

test('scores keep their order, their ends and their range', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  const factor = fc.double({ min: 0.05, max: 20, noNaN: true })
  fc.assert(
    fc.property(share, share, factor, (one, other, by) => {
      const [low, high] = one < other ? [one, other] : [other, one]
      expect(applyFactor(low, by)).toBeLessThanOrEqual(applyFactor(high, by) + 1e-12)
      expect(applyFactor(high, by)).toBeLessThanOrEqual(1)
      expect(applyFactor(low, by)).toBeGreaterThanOrEqual(0)
    }),
  )
  expect([applyFactor(0, 3), applyFactor(1, 3), applyFactor(0.5, 3)]).toEqual([0, 1, 0.75])
})
