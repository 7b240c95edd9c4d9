import type { Quote } from './quote.ts'
import type { QuoteWords } from './quote-words.ts'
import { countOf, type TextIndex } from './text-index.ts'
import type { WordSpan } from './word-search.ts'

/**
 * How well the words around a place agree with those around the quote: 0–1 on each side, words in order, rare words
 * counting more. Null where nothing can be compared: no context was stored, or the text ends there.
 */
export type Surroundings = { left: number | null; right: number | null }

/** An unknown side is worth more than one that differs, and less than one that agrees. */
const UNKNOWN = 0.3

/** A word that stands so many words nearer or farther than it did counts half. */
const HALF_SHIFT = 3

/** Words of the text looked at beyond the number of words of the context: room for small edits there. */
const ROOM = 4

/** Compare the words around a place in a text with those stored around a quote. */
export function surroundingsAt(
  index: TextIndex,
  quote: Quote,
  words: QuoteWords,
  place: WordSpan,
): Surroundings {
  const left = sideAt(index, words, words.from - 1, place.from - 1, -1)
  const right = sideAt(index, words, words.to, place.to, 1)
  return {
    left: left ?? (quote.prefix === '' && quote.start === 0 && place.from === 0 ? 1 : null),
    right: right ?? (quote.suffix === '' && place.to === index.words.length ? 1 : null),
  }
}

/** How well the surroundings agree on both sides together, 0–1. */
export function agreement({ left, right }: Surroundings): number {
  return ((left ?? UNKNOWN) + (right ?? UNKNOWN)) / 2
}

/**
 * How well one side of a context, from the word `i` of the quote outwards, agrees with the text from the word `place` on.
 * Null where nothing can be compared.
 */
export function sideAt(
  index: TextIndex,
  quote: QuoteWords,
  i: number,
  place: number,
  step: 1 | -1,
): number | null {
  const size = step > 0 ? quote.last - i : i - quote.first + 1
  const there = step > 0 ? index.words.length - place : place + 1
  if (size <= 0 || there <= 0) return null
  let next = 0
  while (next < size && next < there && same(index, quote, i + next * step, place + next * step)) next++
  if (next === size) return 1
  return inOrder(index, quote, i, place, step, size, Math.min(there, size + ROOM))
}

function same(index: TextIndex, quote: QuoteWords, i: number, place: number): boolean {
  return (quote.folds[i] ?? -1) >= 0 && quote.folds[i] === index.folds[place]
}

/**
 * The share of a context's words, weighed, that stand in order in the text (longest common subsequence). A word that
 * is no longer as far from the quote as it was counts less: the words of the next sentence are often the same.
 */
function inOrder(
  index: TextIndex,
  quote: QuoteWords,
  i: number,
  place: number,
  step: 1 | -1,
  size: number,
  there: number,
): number {
  let total = 0
  const row = new Float64Array(there + 1)
  for (let a = 0; a < size; a++) {
    const at = i + a * step
    const weight = 1 / (1 + Math.log2(1 + Math.max(1, countOf(index, quote.folds[at] ?? -1))))
    total += weight
    let diagonal = 0
    for (let b = 0; b < there; b++) {
      const above = row[b + 1] ?? 0
      const worth = weight / (1 + Math.abs(a - b) / HALF_SHIFT)
      const matched = same(index, quote, at, place + b * step) ? diagonal + worth : 0
      row[b + 1] = Math.max(above, row[b] ?? 0, matched)
      diagonal = above
    }
  }
  return (row[there] ?? 0) / total
}
