import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { pageStartsAfter, pageStartsMoved } from '#domain/page-starts.ts'
import { normaliseText } from '#domain/plain-text.ts'

test.each([
  ['nothing', 'One.\n\nTwo.', [0, 6], ['One', 'Two']],
  ['line ends of two characters', 'One.\r\n\r\nTwo.\r\n', [0, 8], ['One', 'Two']],
  ['spaces before a page', '  One.   \n\n\n\n\n   Two.', [0, 9], ['One', 'Two']],
  ['controls', '\ufeffOne\u0001.\n\nTwo.', [0, 8], ['One', 'Two']],
])('normalising %s leaves the starts before the same words', (_name, before, starts, words) => {
  const after = normaliseText(before)
  expect(pageStartsAfter(before, after, starts).map(start => after.slice(start, start + 3))).toEqual(words)
})

test('whatever is normalised, starts stay in order and within the text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '\r', '\t', '\u0002', '\ufeff') }),
      fc.array(fc.nat(60)),
      (text, any) => {
        const after = normaliseText(text)
        const starts = any.filter(start => start <= text.length).toSorted((a, b) => a - b)
        const moved = pageStartsAfter(text, after, starts)
        expect(moved).toEqual(moved.toSorted((a, b) => a - b))
        expect(moved.every(start => start >= 0 && start <= after.length)).toBe(true)
      },
    ),
  )
})

test.each([
  ['an edit before them', 'One. Two. Three.', 'One and more. Two. Three.', [0, 5, 10], ['One', 'Two', 'Thr']],
  ['an edit behind them', 'One. Two.', 'One. Two. More.', [0, 5], ['One', 'Two']],
  ['a page that was cut', 'One. Two. Three.', 'One. Three.', [0, 5, 10], ['One', 'Thr', 'Thr']],
])('%s', (_name, before, after, starts, words) => {
  expect(pageStartsMoved(before, after, starts).map(start => after.slice(start, start + 3))).toEqual(words)
})
