import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { LANES, lanesOf } from '../../../../web/text/lanes.ts'

test.each([
  ['apart', { a: [0, 5], b: [5, 9] }, { a: 0, b: 0 }],
  ['crossing', { a: [0, 6], b: [4, 9] }, { a: 0, b: 1 }],
  [
    'one inside another: the longer one is the upper',
    { inner: [2, 4], outer: [0, 9] },
    { inner: 1, outer: 0 },
  ],
  ['a lane that is free again', { a: [0, 9], b: [1, 3], c: [4, 6] }, { a: 0, b: 1, c: 1 }],
  ['more than there are lanes', { a: [0, 9], b: [0, 8], c: [0, 7], d: [0, 6] }, { a: 0, b: 1, c: 2, d: 2 }],
] as const)('%s', (_, spans, expected) => {
  const marks = Object.entries(spans).map(([id, [start, end]]) => ({ id, start, end }))
  expect(Object.fromEntries(lanesOf(marks))).toEqual(expected)
})

test('marks of one lane never overlap, but for the last lane', () => {
  const mark = fc.tuple(fc.nat(100), fc.integer({ min: 1, max: 30 }))
  fc.assert(
    fc.property(fc.array(mark, { maxLength: 40 }), spans => {
      const marks = spans.map(([start, length], index) => ({ id: String(index), start, end: start + length }))
      const lanes = lanesOf(marks)
      for (const a of marks)
        for (const b of marks) {
          const lane = lanes.get(a.id)!
          if (a === b || lane !== lanes.get(b.id) || lane === LANES - 1) continue
          expect(a.end <= b.start || b.end <= a.start).toBe(true)
        }
    }),
  )
})
