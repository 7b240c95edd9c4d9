import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placeSpan, snapToWords, splitByMarks } from '#domain/disputed-words.ts'

/** Reads a text whose one marked stretch stands in brackets. */
function marked(text: string) {
  const start = text.indexOf('[')
  const end = text.indexOf(']') - 1
  return { text: text.replaceAll(/[[\]]/g, ''), start, end }
}

function show(text: string, span: { start: number; end: number } | null): string | null {
  return span && `${text.slice(0, span.start)}[${text.slice(span.start, span.end)}]${text.slice(span.end)}`
}

describe('where marked words stand in an edited text', () => {
  test.each([
    ['unchanged', 'There is [no] decision', 'There is [no] decision'],
    ['words put in front', 'There is [no] decision', 'Today there is [no] decision'],
    ['words taken away', 'Well, there is [no] decision', 'there is [no] decision'],
    ['the nearest of two, after', 'no x yz, [no] y', 'no x yz more, [no] y'],
    ['the nearest of two, before', 'abc abc [no]', '[no] abc abc abc abc no'],
    ['the same case first', 'x [No] y', 'no x zz [No] y no'],
    ['another case', 'There is [no] decision', '[NO] decision'],
    ['never inside a word', 'say [no]', 'I know [no] one'],
    ['never a part of can’t', 'they [can] go', "they can't but [can] go"],
    ['never a part of a number', '[5] men', '5,000 men, [5] women'],
    ['a number', 'some [5,000] troops', 'some 15,000 or [5,000] troops'],
    ['an ending', "it is[n't] so", "today it is[n't] so"],
    ['an ending with a typographic apostrophe', 'it is[n’t] so', 'today it is[n’t] so'],
    ['the negation in cannot', 'they can[not] go', 'today they can[not] go'],
    ['a number and its unit', 'some [20]kg', 'all but [20]kg'],
    ['a unit', 'some 20[kg]', 'all but 20[kg]'],
    ['never a part of an ordinal', '[5] men', '5th man of [5]'],
    ['never a part of cannot', 'they [can] go', 'they cannot but [can] go'],
    ['before ’s', 'the [US] said', 'all the [US]’s men'],
    ['several words', 'There is [no decision whatsoever]', 'And there is [no decision whatsoever]'],
    ['next to a hyphen', 'the [US] forces', 'all the [US]-led forces'],
    ['in brackets of its own', 'a [no] b', 'a, (([no])) b'],
    ['characters that mean something to a pattern', 'a [$1.5 (net)] b', 'a or [$1.5 (net)] b'],
    ['no spaces', '他[没有]决定', '昨天他[没有]决定'],
    ['Latin among Han', '用[AI]技术', '使用[AI]技术'],
    ['right to left', 'هناك [لا] قرار', 'اليوم هناك [لا] قرار'],
    ['a combining mark', 'x [no\u0301] y', 'no z [no\u0301] y'],
    ['an emoji before', 'x [no] y', '👩‍👩‍👧 x [no] y'],
    ['an emoji', 'x [🔥] y', 'xy z [🔥] y'],
    ['CRLF', 'a\n[no]', 'a\r\n[no]'],
    ['Cyrillic in another case', 'это [Нет] да', 'это да [нет]'],
    ['a letter whose lower case is longer', 'İ [No] x', 'İİİ [no] x'],
  ])('%s', (_name, before, after) => {
    const { text, start, end } = marked(before)
    const edited = marked(after)
    const found = placeSpan(edited.text, { start, end, exact: text.slice(start, end) })
    expect(show(edited.text, found)).toBe(after)
  })

  test.each([
    ['gone', 'There is [no] decision', 'There is a decision'],
    ['only inside a word', 'say [no]', 'I know nothing'],
    ['only in a contraction', 'they [can]', "they can't"],
    ['only in a number', '[5] men', '5,000 men'],
    ['only without its accent', 'x [no\u0301] y', 'y no x'],
    ['only with an accent', 'x [no] y', 'y no\u0301 x'],
    ['an empty text', 'x [no] y', ''],
    ['nothing marked', 'x [] y', 'x y'],
  ])('%s', (_name, before, after) => {
    const { text, start, end } = marked(before)
    expect(placeSpan(after, { start, end, exact: text.slice(start, end) })).toBeNull()
  })

  test.each([
    { start: -5, end: -3 },
    { start: 900, end: 902 },
    { start: 0, end: 900 },
    { start: Number.NaN, end: Number.NaN },
  ])('offsets outside the text: %o', span => {
    expect(placeSpan('say no', { ...span, exact: 'no' })).toEqual({ start: 4, end: 6 })
  })

  test('unchanged text keeps the mark of a selection; what is found holds the words', () => {
    const words = fc.array(
      fc.constantFrom('no', 'can’t', '5,000', '20kg', 'é', '🔥', '中文', 'US-led', 'لا', '\r\n', '“', '.'),
    )
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      words.map(list => list.join(' ')),
    )
    fc.assert(
      fc.property(text, fc.nat(60), fc.nat(60), text, (base, a, b, inserted) => {
        const span = snapToWords(base, a, b)
        const exact = base.slice(span.start, span.end)
        expect(placeSpan(base, { ...span, exact })).toEqual(exact === '' ? null : span)
        const edited = `${inserted} ${base}`
        const found = placeSpan(edited, { ...span, exact })
        expect(found && edited.slice(found.start, found.end)).toBe(exact === '' ? null : exact)
      }),
      { numRuns: 1000 },
    )
  })

  test.each([
    ['a', 'b'],
    ['a', 'a'],
    ['é', 'é'],
    ["a'", 'a'],
    ['a ', 'aa'],
    ['e\u0301', '\u0301'],
    ['👩‍👩‍👧', '👩'],
  ])('100,000 characters of %j, looking for %j', (piece, exact) => {
    const text = piece.repeat(100_000 / piece.length)
    const found = placeSpan(text, { start: 50_001, end: 50_001 + exact.length, exact })
    if (found) expect(text.slice(found.start, found.end)).toBe(exact)
  })
})

describe('a text cut at its marks', () => {
  test.each<[string, string, [number, number, string][], [string, string][]]>([
    ['no mark', 'hello', [], [['hello', '']]],
    ['no text', '', [[0, 0, 'a']], []],
    [
      'one',
      'hello',
      [[1, 3, 'a']],
      [
        ['h', ''],
        ['el', 'a'],
        ['lo', ''],
      ],
    ],
    ['the whole', 'hello', [[0, 5, 'a']], [['hello', 'a']]],
    [
      'overlapping',
      'hello',
      [
        [0, 3, 'a'],
        [2, 5, 'b'],
      ],
      [
        ['he', 'a'],
        ['l', 'a b'],
        ['lo', 'b'],
      ],
    ],
    [
      'nested, outermost first',
      'hello',
      [
        [1, 2, 'in'],
        [0, 4, 'out'],
      ],
      [
        ['h', 'out'],
        ['e', 'out in'],
        ['ll', 'out'],
        ['o', ''],
      ],
    ],
    [
      'the same place',
      'hello',
      [
        [1, 3, 'a'],
        [1, 3, 'b'],
      ],
      [
        ['h', ''],
        ['el', 'a b'],
        ['lo', ''],
      ],
    ],
    [
      'side by side',
      'hello',
      [
        [0, 2, 'a'],
        [2, 5, 'b'],
      ],
      [
        ['he', 'a'],
        ['llo', 'b'],
      ],
    ],
    [
      'one name twice',
      'hello',
      [
        [0, 3, 'a'],
        [1, 5, 'a'],
      ],
      [
        ['h', 'a'],
        ['el', 'a'],
        ['lo', 'a'],
      ],
    ],
    [
      'empty',
      'hello',
      [
        [2, 2, 'a'],
        [3, 1, 'b'],
      ],
      [['hello', '']],
    ],
    [
      'out of range',
      'hello',
      [
        [-1, 2, 'a'],
        [3, 6, 'b'],
        [9, 12, 'c'],
      ],
      [['hello', '']],
    ],
    [
      'no whole offsets',
      'hello',
      [
        [0.5, 2, 'a'],
        [Number.NaN, 3, 'b'],
        [0, Infinity, 'c'],
      ],
      [['hello', '']],
    ],
    [
      'half of a pair',
      'a🔥b',
      [[2, 3, 'x']],
      [
        ['a', ''],
        ['🔥', 'x'],
        ['b', ''],
      ],
    ],
    [
      'half a pair at the end',
      'a🔥b',
      [[0, 2, 'x']],
      [
        ['a🔥', 'x'],
        ['b', ''],
      ],
    ],
    [
      'CRLF',
      'a\r\nb',
      [[1, 3, 'x']],
      [
        ['a', ''],
        ['\r\n', 'x'],
        ['b', ''],
      ],
    ],
  ])('%s', (_name, text, marks, expected) => {
    const segments = splitByMarks(
      text,
      marks.map(([start, end, id]) => ({ start, end, id })),
    )
    expect(segments.map(segment => [segment.text, segment.ids.join(' ')])).toEqual(expected)
  })

  test('the segments joined are the text, and each lists the marks over it', () => {
    const mark = fc.record({
      start: fc.integer({ min: -3, max: 40 }),
      end: fc.integer({ min: -3, max: 40 }),
      id: fc.string({ minLength: 1, maxLength: 2 }),
    })
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii', maxLength: 30 }), fc.array(mark), (text, marks) => {
        const segments = splitByMarks(text, marks)
        expect(segments.map(segment => segment.text).join('')).toBe(text)
        let at = 0
        for (const { text: part, ids } of segments) {
          const over = marks.filter(
            ({ start, end }) => start >= 0 && end <= text.length && start <= at && end >= at + part.length,
          )
          expect(part).not.toBe('')
          expect(new Set(ids)).toEqual(new Set(over.map(({ id }) => id)))
          expect(ids.length).toBe(new Set(ids).size)
          at += part.length
        }
      }),
    )
  })

  test('surrogate pairs stay whole', () => {
    const mark = fc.record({ start: fc.nat(40), end: fc.nat(40), id: fc.constant('a') })
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(mark), (text, marks) => {
        const segments = splitByMarks(text, marks)
        expect(segments.map(segment => segment.text).join('')).toBe(text)
        expect(segments.every(segment => segment.text.isWellFormed())).toBe(true)
      }),
    )
  })

  test('5,000 marks in 100,000 characters', () => {
    const text = 'word '.repeat(20_000)
    const marks = Array.from({ length: 5000 }, (_, index) => ({
      start: index * 20,
      end: index * 20 + 30,
      id: `${index}`,
    }))
    const segments = splitByMarks(text, marks)
    expect(segments.map(segment => segment.text).join('')).toBe(text)
  })
})

describe('a selection grown to words', () => {
  test.each([
    ['There is [no] decision', 'There is [no] decision'],
    ['There is n[o deci]sion', 'There is [no decision]'],
    ['There is[ no ]decision', 'There is [no] decision'],
    ['say c[an]’t now', 'say [can’t] now'],
    ["say can'[t] now", "say [can't] now"],
    ['about 5,[00]0 troops', 'about [5,000] troops'],
    ['about 3.[5] million', 'about [3.5] million'],
    ['the US-[l]ed force', 'the US-[led] force'],
    ['he said[, “no]” then', 'he said[, “no]” then'],
    ['end of it[.]', 'end of it[.]'],
    ['a[\r\n\tb\u00A0]c', 'a\r\n\t[b]\u00A0c'],
    ['[]word', '[]word'],
    ['a[ \n ]b', 'a[] \n b'],
    ['cafe[\u0301] x', '[cafe\u0301] x'],
    ['x ca[f]e\u0301 y', 'x [cafe\u0301] y'],
    ['x 👩\u200D[👩]\u200D👧 y', 'x [👩\u200D👩\u200D👧] y'],
    ['x 🇫[🇷]🇩🇪 y', 'x [🇫🇷]🇩🇪 y'],
    ['x \uD83D[\uDD25] y', 'x [\uD83D\uDD25] y'],
    ['ق[را]ر آخر', '[قرار] آخر'],
    ['दि[ल्]ली में', '[दिल्ली] में'],
    ['', ''],
  ])('%j', (before, after) => {
    const { text, start, end } = before === '' ? { text: '', start: 0, end: 0 } : marked(before)
    expect(show(text, snapToWords(text, start, end))).toBe(after || '[]')
    expect(snapToWords(text, end, start)).toEqual(snapToWords(text, start, end))
  })

  test.each([
    [-5, 3, '[word] two'],
    [6, 900, 'word [two]'],
    [Number.NaN, 2, '[word] two'],
    [0, Infinity, '[word two]'],
    [900, 950, 'word two[]'],
    [1.7, 2.2, '[word] two'],
  ])('%d to %d', (start, end, expected) => {
    expect(show('word two', snapToWords('word two', start, end))).toBe(expected)
  })

  test('it holds what was selected, cuts nothing, and snapping again changes nothing', () => {
    const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.lorem(),
      fc.string({ unit: 'grapheme-composite' }),
    )
    fc.assert(
      fc.property(text, fc.nat(60), fc.nat(60), (words, a, b) => {
        const { start, end } = snapToWords(words, a, b)
        const [from, to] = [Math.min(a, b, words.length), Math.min(Math.max(a, b), words.length)]
        expect(words.slice(start, end)).toContain(words.slice(from, to).trim())
        if (start === end) return
        const edges = new Set([...graphemes.segment(words)].map(({ index }) => index).concat(words.length))
        expect([edges.has(start), edges.has(end)]).toEqual([true, true])
        expect(snapToWords(words, start, end)).toEqual({ start, end })
      }),
      { numRuns: 1000 },
    )
  })

  test.each(['a', 'word ', 'e\u0301', '中文', '👩‍👩‍👧', '\r\n'])('100,000 characters of %j', piece => {
    const text = piece.repeat(100_000 / piece.length)
    const { start, end } = snapToWords(text, 50_001, 50_003)
    expect(start <= 50_003 && end >= start && end <= text.length).toBe(true)
  })
})
