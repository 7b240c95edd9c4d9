import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeBar } from '../../../../web/text/bar-place.ts'

const bar = { width: 300, height: 40 }
const window = { width: 1_000, height: 800, head: 56, left: 20 }
const line = (left: number, right: number, top: number) => ({ left, right, top, bottom: top + 20 })

test.each([
  ['under the middle of the last line', line(400, 600, 300), line(400, 600, 300), { left: 350, top: 328 }],
  ['not left of the text', line(20, 60, 300), line(20, 60, 300), { left: 20, top: 328 }],
  ['not over the right edge', line(900, 990, 300), line(900, 990, 300), { left: 692, top: 328 }],
  [
    'over the first line when there is no room below',
    line(400, 600, 700),
    line(400, 600, 770),
    { left: 350, top: 652 },
  ],
  [
    'at the foot when the selection fills the window',
    line(400, 600, -50),
    line(400, 600, 900),
    { left: 350, top: 752 },
  ],
  [
    'at the foot when the selection is above the window',
    line(400, 600, -90),
    line(400, 600, -50),
    { left: 350, top: 752 },
  ],
])('%s', (_, first, last, expected) => {
  expect(placeBar({ bar, first, last, window })).toEqual(expected)
})

test('it stays inside a narrow window, wherever the words are', () => {
  const edge = fc.integer({ min: -500, max: 1_500 })
  fc.assert(
    fc.property(edge, edge, edge, edge, (left, right, top, bottom) => {
      const narrow = { width: 360, height: 640, head: 56, left: 0 }
      const place = placeBar({
        bar,
        first: line(left, right, top),
        last: line(left, right, bottom),
        window: narrow,
      })
      expect(place.left).toBeGreaterThanOrEqual(0)
      expect(place.left + bar.width).toBeLessThanOrEqual(360)
      expect(place.top).toBeGreaterThanOrEqual(narrow.head - bar.height)
      expect(place.top + bar.height).toBeLessThanOrEqual(640)
    }),
  )
})
