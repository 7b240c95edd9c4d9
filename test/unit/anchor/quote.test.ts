import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normaliseText } from '#domain/plain-text.ts'
import { clusterEnd, clusterStart, fromCodePoints, quoteAt, toCodePoints, verifies } from '#domain/quote.ts'

const FAMILY = '👩\u200D👩\u200D👧'
const IRAQ = '🇮🇶'
const IRAN = '🇮🇷'

describe('the quote of a selection', () => {
  test.each<[string, string, number, number, [prefix: string, exact: string, suffix: string]]>([
    ['words', 'There was no decision.', 10, 21, ['There was ', 'no decision', '.']],
    ['the whole text', 'no decision', 0, 11, ['', 'no decision', '']],
    ['the start', 'no decision', 0, 2, ['', 'no', ' decision']],
    ['the end', 'no decision', 3, 11, ['no ', 'decision', '']],
    ['inside a word', 'indecision', 2, 7, ['in', 'decis', 'ion']],
    ['white space around is left out', 'a  b \n c', 1, 7, ['a  ', 'b', ' \n c']],
    ['a no-break space around is left out', 'a\u00A0b\u00A0c', 1, 4, ['a\u00A0', 'b', '\u00A0c']],
    ['half a surrogate pair', 'a😀b', 1, 2, ['a', '😀', 'b']],
    ['the other half', 'a😀b', 2, 3, ['a', '😀', 'b']],
    ['half of two pairs', '😀😁', 1, 3, ['', '😀😁', '']],
    ['a joined family', `a ${FAMILY} b`, 3, 4, ['a ', FAMILY, ' b']],
    ['the joiner alone', `a ${FAMILY} b`, 4, 5, ['a ', FAMILY, ' b']],
    ['half a flag', IRAQ + IRAN, 6, 8, [IRAQ, IRAN, '']],
    ['a flag, not its neighbours', IRAQ + IRAN + IRAQ, 4, 8, [IRAQ, IRAN, IRAQ]],
    ['a skin tone', '👍🏽!', 2, 4, ['', '👍🏽', '!']],
    ['a keycap', '1\uFE0F\u20E3.', 0, 1, ['', '1\uFE0F\u20E3', '.']],
    ['a letter without its mark', 'cafe\u0301 au lait', 3, 4, ['caf', 'e\u0301', ' au lait']],
    ['a mark without its letter', 'cafe\u0301 au lait', 4, 5, ['caf', 'e\u0301', ' au lait']],
    ['Devanagari', 'नमस्ते', 2, 3, ['नम', 'स्ते', '']],
    ['Hangul in jamo', '\u1112\u1161\u11AB', 1, 2, ['', '\u1112\u1161\u11AB', '']],
    ['Arabic with vowels', 'كَتَبَ', 2, 3, ['كَ', 'تَ', 'بَ']],
    ['right to left', 'אין החלטה לצאת', 4, 9, ['אין ', 'החלטה', ' לצאת']],
    ['a selection that ends in CR LF', 'a\r\nb', 0, 2, ['', 'a', '\r\nb']],
    ['across CR LF', 'a\r\nb', 0, 4, ['', 'a\r\nb', '']],
    ['a lone surrogate', 'a\uD800b', 1, 2, ['a', '\uD800', 'b']],
    ['punctuation alone', 'a … b', 2, 3, ['a ', '…', ' b']],
    ['a mark on a space belongs to the space', 'a \u0301b', 1, 4, ['a', ' \u0301b', '']],
  ])('%s', (_, text, start, end, [prefix, exact, suffix]) => {
    const quote = quoteAt(text, start, end)
    expect(quote).toMatchObject({ prefix, exact, suffix, start: prefix.length })
    expect(quote?.end).toBe(prefix.length + exact.length)
  })

  test.each([
    ['empty', 1, 1],
    ['backwards', 2, 1],
    ['before the text', -1, 1],
    ['behind the text', 0, 9],
    ['a part of a unit', 0.5, 1],
    ['no number', Number.NaN, 1],
    ['endless', 0, Number.POSITIVE_INFINITY],
    ['only white space', 1, 3],
  ])('none: %s', (_, start, end) => {
    expect(quoteAt('a \n bcd', start, end)).toBeNull()
  })

  test('the context is as long as asked for, and cuts no pair', () => {
    const text = `😀${'a'.repeat(40)}quote${'b'.repeat(40)}😀`
    expect(quoteAt(text, 42, 47)).toMatchObject({ prefix: 'a'.repeat(32), suffix: 'b'.repeat(32) })
    expect(quoteAt(text, 42, 47, 3)).toMatchObject({ prefix: 'aaa', suffix: 'bbb' })
    expect(quoteAt(text, 42, 47, 41)).toMatchObject({ prefix: 'a'.repeat(40), suffix: 'b'.repeat(40) })
    expect(quoteAt(text, 42, 47, 0)).toMatchObject({ prefix: '', suffix: '' })
  })
})

/** What is hard about text, in one string: letters, spaces, marks, joiners, emoji, flags, halves of pairs. */
const HARD =
  'a|B|7| |\n|\r\n|\t|\u00A0|.|“|\u00AD|\u200B|\u200D|\u200C|\u0301|e\u0301|\uFE0F|😀|👍🏽|\uD83D|\uDE00'
const SCRIPTS = 'א|ب|\u064E|\u200F|没|ガ|स्ते|\u1112|\u1161|\u11AB|\u0600|\uFFFD'
const pieces = fc.constantFrom(FAMILY, IRAQ, IRAN, ...HARD.split('|'), ...SCRIPTS.split('|'))
const texts = fc.oneof(
  fc.array(pieces, { maxLength: 40 }).map(list => list.join('')),
  fc.string({ unit: 'binary' }),
)
const selection = texts.chain(text =>
  fc.tuple(
    fc.constant(text),
    fc.nat({ max: text.length }),
    fc.nat({ max: text.length }),
    fc.nat({ max: 40 }),
  ),
)

describe('any text, any selection', () => {
  test('the stored quote re-reads exactly', () => {
    fc.assert(
      fc.property(selection, ([text, a, b, context]) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)]
        const quote = quoteAt(text, from, to, context)
        if (quote === null) {
          const selected = from === to ? '' : text.slice(clusterStart(text, from), clusterEnd(text, to))
          expect(selected.trim()).toBe('')
          return
        }
        const { exact, prefix, suffix, start, end } = quote
        expect(verifies(text, quote)).toBe(true)
        expect(text.slice(start, end)).toBe(exact)
        expect(text.startsWith(prefix, start - prefix.length)).toBe(true)
        expect(text.startsWith(suffix, end)).toBe(true)
        expect(exact).not.toBe('')
      }),
      { numRuns: 500 },
    )
  })

  test('nothing selected is lost but the white space around it', () => {
    fc.assert(
      fc.property(selection, ([text, a, b]) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)]
        const quote = quoteAt(text, from, to)
        if (quote === null) return
        expect(text.slice(from, Math.max(from, quote.start)).trim()).toBe('')
        expect(text.slice(Math.min(to, quote.end), to).trim()).toBe('')
      }),
      { numRuns: 500 },
    )
  })

  test('no cluster and no pair is cut, and a quote of a quote is the same', () => {
    const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
    fc.assert(
      fc.property(selection, ([text, a, b]) => {
        const quote = quoteAt(text, Math.min(a, b), Math.max(a, b))
        if (quote === null) return
        const ends = new Set([text.length])
        for (const { index } of graphemes.segment(text)) ends.add(index)
        expect(ends).toContain(quote.start)
        expect(ends).toContain(quote.end)
        expect(quoteAt(text, quote.start, quote.end)).toEqual(quote)
        if (text.isWellFormed()) {
          expect([quote.exact, quote.prefix, quote.suffix].every(part => part.isWellFormed())).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('a quote of a stored text survives the text being stored again', () => {
    fc.assert(
      fc.property(selection, ([raw, a, b]) => {
        const text = normaliseText(raw)
        const quote = quoteAt(text, Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length))
        if (quote) expect(verifies(normaliseText(text), quote)).toBe(true)
      }),
    )
  })

  test('offsets in code points go there and back', () => {
    fc.assert(
      fc.property(selection, ([text, at]) => {
        const points = toCodePoints(text, at)
        expect(points).toBe(Array.from(text.slice(0, fromCodePoints(text, points))).length)
        const inPair =
          at > 0 && at < text.length && /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1))
        expect(fromCodePoints(text, points)).toBe(inPair ? at + 1 : at)
      }),
    )
  })
})

describe('offsets in code points', () => {
  test.each([
    ['', 0, 0],
    ['abc', 2, 2],
    ['a😀b', 1, 1],
    ['a😀b', 3, 2],
    ['a😀b', 2, 2],
    ['a😀b', 4, 3],
    ['a😀b', 99, 3],
    [FAMILY, FAMILY.length, 5],
    ['\uD83Da', 1, 1],
  ])('%j at %i is %i', (text, offset, points) => {
    expect(toCodePoints(text, offset)).toBe(points)
  })

  test('more points than the text has end at its end', () => {
    expect(fromCodePoints('a😀', 9)).toBe(3)
  })
})

describe('hostile clusters', () => {
  test.each([
    ['marks', `a${'\u0301'.repeat(100_000)}b`],
    ['joined emoji', '👩\u200D'.repeat(50_000)],
    ['flags', IRAQ.repeat(25_000)],
    ['lone surrogates', '\uD83D'.repeat(100_000)],
  ])('100,000 units of %s are no work', (_, text) => {
    for (let at = 40_001; at < 40_101; at++) {
      const quote = quoteAt(text, at, at + 1)
      expect(quote && verifies(text, quote)).toBe(true)
      expect(quote && quote.end - quote.start).toBeLessThan(4_096)
    }
  })
})
