import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layMargin } from '../../../../web/text/margin-layout.ts'

const cards = (...pairs: [wanted: number, height: number][]) =>
  pairs.map(([wanted, height]) => ({ wanted, height }))

describe('cards stand beside their passages', () => {
  test.each([
    ['none', [], -1, []],
    ['room for all', cards([0, 50], [100, 50], [300, 50]), -1, [0, 100, 300]],
    ['the next is pushed down', cards([0, 50], [20, 50]), -1, [0, 60]],
    ['and pushes on', cards([0, 50], [20, 50], [130, 50], [140, 50]), -1, [0, 60, 130, 190]],
    ['all at one passage', cards([40, 30], [40, 30], [40, 30]), -1, [40, 80, 120]],
    ['above the top', cards([-20, 30]), -1, [0]],
    ['the lit one stands exactly, those before go up', cards([90, 50], [100, 50]), 1, [40, 100]],
    ['not above the page', cards([0, 50], [10, 50]), 1, [0, 60]],
    ['those after go down', cards([0, 50], [10, 50], [20, 50]), 0, [0, 60, 120]],
    [
      'those before keep their place where it is free',
      cards([0, 50], [200, 50], [210, 50]),
      2,
      [0, 150, 210],
    ],
  ] as const)('%s', (_, given, fixed, expected) => {
    expect(layMargin(given, 10, fixed)).toEqual(expected)
  })
})

const anyCards = fc
  .array(
    fc.record({ wanted: fc.integer({ min: 0, max: 5_000 }), height: fc.integer({ min: 1, max: 300 }) }),
    {
      maxLength: 60,
    },
  )
  .map(cards => cards.toSorted((a, b) => a.wanted - b.wanted))

test('no card covers another or leaves the page, whichever is lit', () => {
  fc.assert(
    fc.property(anyCards, fc.integer({ min: -1, max: 60 }), (cards, fixed) => {
      const tops = layMargin(cards, 8, fixed)
      expect(tops).toHaveLength(cards.length)
      for (const [index, top] of tops.entries()) {
        const before = index === 0 ? 0 : tops[index - 1]! + cards[index - 1]!.height + 8
        expect(top).toBeGreaterThanOrEqual(before)
      }
    }),
  )
})

test('the lit card stands beside its passage when those before it leave the room', () => {
  fc.assert(
    fc.property(anyCards, fc.nat(59), (cards, fixed) => {
      fc.pre(fixed < cards.length)
      const above = cards.slice(0, fixed).reduce((sum, card) => sum + card.height + 8, 0)
      expect(layMargin(cards, 8, fixed)[fixed]).toBe(Math.max(cards[fixed]!.wanted, above))
    }),
  )
})
