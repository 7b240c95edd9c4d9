import type { Quote, Span } from './quote.ts'
import { spanOf } from './quote-span.ts'
import type { QuoteWords } from './quote-words.ts'
import { agreement, type Surroundings, surroundingsAt } from './surroundings.ts'
import type { TextIndex } from './text-index.ts'
import { findWords, type WordSpan } from './word-search.ts'

/** A place where the words of a quote stand unchanged. `weight` is how much speaks for it, 0–1.25. */
export type UnchangedPlace = WordSpan & {
  span: Span
  around: Surroundings
  sameOffset: boolean
  weight: number
}

/** What standing at the very offset is worth beside the agreement of the context (0–1). */
const SAME_OFFSET = 0.25

/** A sign that stands more often than this is not looked for: its context could not single it out. */
const MOST_SIGNS = 2_000

/**
 * The places where a quote's words stand unchanged in a text, the best first. A quote without words, of punctuation
 * only, is looked for sign by sign.
 */
export function unchangedPlaces(index: TextIndex, quote: Quote, words: QuoteWords): UnchangedPlace[] {
  const signs = words.from === words.to
  const places = signs
    ? findSigns(index, quote)
    : findWords(index, words).map(place => ({ ...place, span: spanOf(index, quote, words, place) }))
  return places
    .map(place => {
      const { span } = place
      const around = surroundingsAt(index, quote, words, place)
      const sameOffset =
        span.start === quote.start && span.end === quote.end && index.text.startsWith(quote.exact, span.start)
      return {
        ...place,
        span,
        around,
        sameOffset,
        weight: agreement(around) + (sameOffset ? SAME_OFFSET : 0),
      }
    })
    .filter(({ span }) => span.start < span.end)
    .toSorted((a, b) => b.weight - a.weight || a.span.start - b.span.start)
}

function findSigns(index: TextIndex, quote: Quote): (WordSpan & { span: Span })[] {
  const found: (WordSpan & { span: Span })[] = []
  let word = 0
  for (let at = index.text.indexOf(quote.exact); at >= 0; at = index.text.indexOf(quote.exact, at + 1)) {
    if (found.length === MOST_SIGNS) return []
    while ((index.ends[word] ?? Number.POSITIVE_INFINITY) <= at) word++
    found.push({ from: word, to: word, span: { start: at, end: at + quote.exact.length } })
  }
  return found
}
