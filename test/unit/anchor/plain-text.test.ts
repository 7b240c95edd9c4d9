import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normaliseText } from '#domain/plain-text.ts'

describe('the stored form of a text', () => {
  test.each([
    ['nothing', '', ''],
    ['only white space', ' \t\r\n \u00A0 ', ''],
    ['line ends of three systems', 'a\r\nb\rc\nd', 'a\nb\nc\nd'],
    ['line and paragraph separators', 'a\u2028b\u2029c\u0085d', 'a\nb\nc\nd'],
    ['a page break', 'a\fb', 'a\nb'],
    ['a line tabulation', 'a\vb', 'a\nb'],
    ['spaces before a line end', 'a  \t\nb\u00A0\nc', 'a\nb\nc'],
    ['spaces at the start of a line stay', 'a\n  b', 'a\n  b'],
    ['spaces between words stay', 'a  b\tc\u00A0d', 'a  b\tc\u00A0d'],
    ['one empty line', 'a\n\nb', 'a\n\nb'],
    ['two empty lines', 'a\n\n\nb', 'a\n\n\nb'],
    ['three empty lines', 'a\n\n\n\nb', 'a\n\nb'],
    ['empty lines made of spaces', 'a\n \n\t\n\u00A0\nb', 'a\n\nb'],
    ['a byte order mark at the start', '\uFEFFa', 'a'],
    ['a byte order mark inside', 'a\uFEFFb', 'ab'],
    ['control characters', 'a\u0000b\u0007c\u001Fd', 'abcd'],
    ['C1 may be misread letters', 'a\u0092b\u007Fc', 'a\u0092b\u007Fc'],
    ['a control between CR and LF', 'a\r\u0000\nb', 'a\n\nb'],
    ['a lone high surrogate', 'a\uD83Db', 'a\uFFFDb'],
    ['a lone low surrogate', 'a\uDE00b', 'a\uFFFDb'],
    ['a pair', 'a😀b', 'a😀b'],
    ['quotation marks', '“a” «b» \'c\' "d"', '“a” «b» \'c\' "d"'],
    ['a decomposed letter stays so', 'e\u0301', 'e\u0301'],
    ['a ligature stays', 'ﬁve', 'ﬁve'],
    ['a soft hyphen stays', 'repo\u00ADsition', 'repo\u00ADsition'],
    ['joiners stay', '👩\u200D👩\u200D👧 می\u200Cخواهم', '👩\u200D👩\u200D👧 می\u200Cخواهم'],
    ['right to left', ' لا قرار \r\n בלי החלטה ', 'لا قرار\n בלי החלטה'],
  ])('%s', (_, input, expected) => {
    expect(normaliseText(input)).toBe(expected)
  })

  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(' ', '\n', '\r', '\t', '\u0000', '\uFEFF', '\u2028', 'a', '\uD800') }),
  )

  test('it is its own stored form', () => {
    fc.assert(
      fc.property(texts, text => {
        const stored = normaliseText(text)
        expect(normaliseText(stored)).toBe(stored)
        expect(stored).toBe(stored.trim())
        expect(stored.isWellFormed()).toBe(true)
        expect(stored).not.toMatch(/[\r\0\uFEFF]|[ \t]\n|\n{4}/)
      }),
    )
  })

  test('no letter, digit or mark is lost or changed', () => {
    const others = /[^\p{L}\p{N}\p{M}]/gu
    fc.assert(
      fc.property(texts, text => {
        expect(normaliseText(text).replace(others, '')).toBe(text.toWellFormed().replace(others, ''))
      }),
    )
  })

  test('a million spaces are no work', () => {
    expect(normaliseText(`a${' '.repeat(1_000_000)}b`)).toHaveLength(1_000_002)
    expect(normaliseText(`a${' '.repeat(1_000_000)}\nb`)).toBe('a\nb')
    expect(normaliseText(`a${'\n'.repeat(1_000_000)}b`)).toBe('a\n\nb')
  })
})
