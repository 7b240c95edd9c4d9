import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Anchored, anchor, indexText } from '#domain/anchor.ts'
import { type Quote, quoteAt } from '#domain/quote.ts'
import { ARTICLES } from '../../eval/anchor-articles.ts'

const lettersOf = (text: string) => text.normalize('NFKC').replace(/[^\p{L}\p{N}\p{M}]/gu, '')

/** Pieces of text with everything that is hard: repetition, marks, joiners, numbers, halves of pairs. */
const PIECES =
  'no|not|5|5,000|-|–|.|?|“|”|a|A|é|e\u0301|\u00AD|\u200B|\u200D|\uFE0F|😀|👍🏽|🇮🇶|\uD83D|\uDE00|לא|لا|没|ガ|ﬁ|½|²|&amp;|â€™|[1]|’|re-\n|\n|\r\n|\u00A0'
const hostile = fc
  .array(fc.constantFrom(...PIECES.split('|'), ' ', ' ', ' '), { maxLength: 60 })
  .map(list => list.join(''))
const anyText = fc.oneof(hostile, fc.string({ unit: 'binary', maxLength: 80 }))
const anyQuote: fc.Arbitrary<Quote> = fc.record({
  exact: anyText,
  prefix: anyText,
  suffix: anyText,
  start: fc.oneof(fc.integer({ min: -5, max: 100 }), fc.double()),
  end: fc.oneof(fc.integer({ min: -5, max: 100 }), fc.double()),
})

/** A quote cut out of an article of some language, at any two places. */
const quoted = fc
  .tuple(
    fc.constantFrom(...ARTICLES),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.integer({ min: 1, max: 300 }),
  )
  .map(([{ text }, at, length]) => {
    const start = Math.floor(at * (text.length - 1))
    return { text, quote: quoteAt(text, start, Math.min(text.length, start + length)) }
  })
  .filter((given): given is { text: string; quote: Quote } => given.quote !== null)

/** The one sentence that no article holds. */
const STRANGE = ' Zwölf Xylophone jazzten quietschend vorbei. '

function isSound(text: string, quote: Quote, answer: Anchored): void {
  if (answer.state === 'missing') {
    for (const { start, end } of answer.candidates) expectSpan(text, start, end)
    expect(answer.bestScore).toBeGreaterThanOrEqual(0)
    expect(answer.bestScore).toBeLessThanOrEqual(1)
    return
  }
  expectSpan(text, answer.start, answer.end)
  if (answer.state === 'exact') expect(text.slice(quote.start, quote.end)).toBe(quote.exact)
  if (answer.state !== 'changed') return
  expect(answer.difference).not.toEqual([])
  for (const { kind, before, after } of answer.difference) {
    expect(quote.exact.slice(before.start, before.end)).toBe(before.text)
    expect(text.slice(after.start, after.end)).toBe(after.text)
    expect(kind === 'inserted').toBe(before.text === '')
    expect(kind === 'deleted').toBe(after.text === '')
    expect(before.text).not.toBe(after.text)
  }
}

function expectSpan(text: string, start: number, end: number): void {
  expect(start).toBeGreaterThanOrEqual(0)
  expect(end).toBeGreaterThan(start)
  expect(end).toBeLessThanOrEqual(text.length)
}

describe('any text, any quote', () => {
  test('it never throws, and what it answers is sound', () => {
    fc.assert(
      fc.property(anyText, anyQuote, (text, quote) => isSound(text, quote, anchor(text, quote))),
      { numRuns: 1_000 },
    )
  })

  test('a quote of the text is exact, the text unchanged', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (text, a, b) => {
        const [from = 0, to = 0] = [a % (text.length + 1), b % (text.length + 1)].toSorted((x, y) => x - y)
        const quote = quoteAt(text, from, to)
        if (quote) expect(anchor(text, quote)).toEqual({ state: 'exact', start: quote.start, end: quote.end })
      }),
      { numRuns: 1_000 },
    )
  })

  test('the same in every call, with the text or with its index, one quote after another', () => {
    fc.assert(
      fc.property(hostile, fc.array(anyQuote, { maxLength: 4 }), (text, quotes) => {
        const index = indexText(text)
        const once = quotes.map(quote => anchor(index, quote))
        expect(quotes.toReversed().map(quote => anchor(index, quote))).toEqual(once.toReversed())
        expect(quotes.map(quote => anchor(text, quote))).toEqual(once)
      }),
    )
  })
})

describe('edits outside of the quote', () => {
  test('text put in before or behind never changes its words', () => {
    fc.assert(
      fc.property(
        quoted,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.boolean(),
        ({ text, quote }, at, before) => {
          const rest = before ? text.slice(0, quote.start) : text.slice(quote.end)
          const gaps = Array.from(rest.matchAll(/\s|^|$/g), match => match.index)
          const place = (gaps[Math.floor(at * gaps.length)] ?? 0) + (before ? 0 : quote.end)
          // A word put right beside half a word is part of it.
          if (place === quote.start || place === quote.end) return
          const edited = text.slice(0, place) + STRANGE + text.slice(place)
          const start = quote.start + (before ? STRANGE.length : 0)
          const end = start + quote.exact.length
          expect(anchor(edited, quote)).toEqual({ state: before ? 'moved' : 'exact', start, end })
        },
      ),
      { numRuns: 500 },
    )
  })

  test('text left out before or behind never changes its words', () => {
    fc.assert(
      fc.property(quoted, fc.nat(), fc.nat(), fc.boolean(), ({ text, quote }, a, b, before) => {
        const [low, high] = before ? [0, quote.start] : [quote.end, text.length]
        const gaps = Array.from(text.slice(low, high).matchAll(/\s/g), match => match.index + low)
        if (gaps.length < 2) return
        const cuts = [gaps[a % gaps.length] ?? 0, gaps[b % gaps.length] ?? 0].toSorted((x, y) => x - y)
        const [from = 0, to = 0] = cuts
        const edited = text.slice(0, from) + text.slice(to)
        const answer = anchor(edited, quote)
        const shift = before ? to - from : 0
        // Short words whose whole context is gone stand where nobody can tell them from others.
        if (answer.state === 'missing') {
          expect(quote.exact.split(/\s+/).length).toBeLessThan(4)
          return
        }
        expect(['exact', 'moved']).toContain(answer.state)
        expect(answer).toMatchObject({ start: quote.start - shift, end: quote.end - shift })
      }),
      { numRuns: 500 },
    )
  })

  test('spaces, line ends and invisible characters between all words change nothing', () => {
    fc.assert(
      fc.property(
        quoted,
        fc.constantFrom('\n', '  ', '\u00A0', '\u200B ', ' \u00AD', '\r\n\r\n'),
        ({ text, quote }, gap) => {
          const relaid = (part: string) => part.replaceAll(/\s+/g, gap)
          const edited = relaid(text)
          const answer = anchor(edited, quote)
          if (answer.state !== 'exact' && answer.state !== 'moved') throw new Error(JSON.stringify(answer))
          expect(lettersOf(edited.slice(answer.start, answer.end))).toBe(lettersOf(quote.exact))
          expect(answer.start).toBe(relaid(text.slice(0, quote.start)).length)
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('edits of the quote', () => {
  test('a word changed in any way is never silent', () => {
    fc.assert(
      fc.property(
        quoted,
        fc.nat(),
        fc.constantFrom('x', '7', 'Nobody', 'no', '没', '😀', ''),
        ({ text, quote }, at, by) => {
          // A mark by itself, as behind an emoji, is no word.
          const words = Array.from(
            quote.exact.matchAll(
              /(?<![\p{L}\p{M}\p{N}])[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?![\p{L}\p{M}\p{N}])/gu,
            ),
          )
          const word = words[at % Math.max(1, words.length)]
          if (!word || word[0] === by) return
          const exact = quote.exact.slice(0, word.index) + by + quote.exact.slice(word.index + word[0].length)
          if (lettersOf(exact) === lettersOf(quote.exact) || quote.exact.includes(exact)) return
          const edited = text.slice(0, quote.start) + exact + text.slice(quote.end)
          const answer = anchor(edited, quote)
          isSound(edited, quote, answer)
          if (answer.state !== 'exact' && answer.state !== 'moved') return
          // The very words may stand a second time in the text: then that is where they are.
          expect(lettersOf(edited.slice(answer.start, answer.end))).toBe(lettersOf(quote.exact))
          expect(answer.start).not.toBe(quote.start)
        },
      ),
      { numRuns: 1_000 },
    )
  })

  test('putting the words of the difference into the quote gives the words of the text', () => {
    fc.assert(
      fc.property(
        quoted,
        fc.array(fc.tuple(fc.nat(), fc.constantFrom('', 'never', '12', 'Ann')), {
          minLength: 1,
          maxLength: 3,
        }),
        ({ text, quote }, edits) => {
          let exact = quote.exact
          for (const [at, by] of edits) {
            const gaps = Array.from(exact.matchAll(/\s/g), match => match.index)
            const gap = gaps[at % Math.max(1, gaps.length)]
            const end = gaps.find(place => place > (gap ?? 0))
            if (gap === undefined || end === undefined) return
            exact = `${exact.slice(0, gap)} ${by}${exact.slice(end)}`
          }
          const edited = `News. ${text.slice(0, quote.start)}${exact}${text.slice(quote.end)}`
          const answer = anchor(edited, quote)
          if (answer.state !== 'changed') return
          let rebuilt = quote.exact
          for (const { before, after } of answer.difference.toReversed()) {
            rebuilt = `${rebuilt.slice(0, before.start)} ${after.text} ${rebuilt.slice(before.end)}`
          }
          expect(lettersOf(rebuilt)).toBe(lettersOf(edited.slice(answer.start, answer.end)))
        },
      ),
      { numRuns: 500 },
    )
  })
})

function words(count: number, from: number): string {
  return Array.from({ length: count }, (_, i) => `w${(i * 7919 + from) % 5003}`).join(' ')
}

describe('bounded work', () => {
  const long = words(16_000, 0)
  test.each<[string, string, string]>([
    ['a quote of 10,000 characters, its text', long, long.slice(40_000, 50_000)],
    ['a quote of 10,000 characters, other words', long, words(1_600, 3)],
    ['a quote as long as the text, turned around', long, long.split(' ').toReversed().join(' ')],
    ['one word for ever', 'a '.repeat(50_000), 'a '.repeat(5_000).trim()],
    ['one word for ever, and another', 'a '.repeat(50_000), `${'a '.repeat(5_000)}b`],
    ['two words in turn', 'a b '.repeat(25_000), `${'a b '.repeat(2_500)}b a`],
    ['one letter of a million', 'a'.repeat(1_000_000), 'b'.repeat(10_000)],
    ['punctuation for ever', '.'.repeat(100_000), '.'.repeat(10)],
    ['dashes and numbers', '5 - '.repeat(25_000), '5 - 6'],
    ['dashes alone', '-'.repeat(100_000), '--- 5'],
    ['ampersands', '&'.repeat(100_000), '& &amp; &'],
    ['a word cut at every letter', 'ab-\n'.repeat(25_000), 'abab ab'],
    ['marks without letters', '\u0301'.repeat(100_000), '\u0301'],
    ['Chinese', '没有决定离开伊拉克'.repeat(11_000), '没有决定离开伊朗'],
    ['apostrophes', "a'".repeat(50_000), "a'b"],
  ])('%s', (_, text, exact) => {
    const quote = { exact, prefix: 'before ', suffix: ' behind', start: 17, end: 17 + exact.length }
    isSound(text, quote, anchor(text, quote))
  })
})
