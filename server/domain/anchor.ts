import { agreement, changedPlaces } from './changed-places.ts'
import { type Anchored, choosePlace } from './choose-place.ts'
import type { Quote } from './quote.ts'
import { cutsWord, readQuote } from './quote-words.ts'
import { indexText, type TextIndex } from './text-index.ts'
import { type UnchangedPlace, unchangedPlaces } from './unchanged-places.ts'

export type { Anchored } from './choose-place.ts'
export type { TextIndex } from './text-index.ts'
export type { Difference, Words } from './word-difference.ts'
export { indexText }

/** Context shorter than this is believed at once only where it reaches the end of the text. */
const FULL_CONTEXT = 16

/** Agreement of the context from which unchanged words need no comparison with changed ones. */
const SURE = 0.8

/** DOC */
export function anchor(text: string | TextIndex, quote: Quote): Anchored {
  const page = typeof text === 'string' ? text : text.text
  if (quote.exact === '') return { state: 'missing', candidates: [], bestScore: 0 }
  if (standsUntouched(page, quote)) return { state: 'exact', start: quote.start, end: quote.end }
  const index = typeof text === 'string' ? indexText(text) : text
  const words = readQuote(index, quote, true)
  const sought = { index, quote, words }
  const unchanged = unchangedPlaces(index, quote, words)
  const sure = unchanged[0] && agreement(unchanged[0].around) >= SURE
  const found = choosePlace(sought, unchanged, sure ? [] : changedPlaces(index, quote, words))
  if (found.state === 'exact' || found.state === 'moved' || !cutsWord(quote, words)) return found
  return anchorParts(index, quote) ?? found
}

/** Whether quote and context stand at their offset, unit for unit. */
function standsUntouched(page: string, quote: Quote): boolean {
  const { exact, prefix, suffix, start, end } = quote
  return (
    Number.isInteger(start) &&
    end === start + exact.length &&
    (start === prefix.length || (start > prefix.length && prefix.length >= FULL_CONTEXT)) &&
    (end + suffix.length === page.length || suffix.length >= FULL_CONTEXT) &&
    page.startsWith(exact, start) &&
    page.startsWith(prefix, start - prefix.length) &&
    page.startsWith(suffix, end)
  )
}

/**
 * Other tools store a context without the blanks next to the quote, so that its last word and the quote's first look
 * like one. Found only where the text has them as two words side by side.
 */
function anchorParts(index: TextIndex, quote: Quote): Anchored | null {
  const words = readQuote(index, quote, false)
  const adjacent = (i: number, place: number) =>
    i < words.first || i >= words.last || words.folds[i] === index.folds[place]
  const beside = (place: UnchangedPlace) =>
    adjacent(words.from - 1, place.from - 1) && adjacent(words.to, place.to)
  const found = choosePlace({ index, quote, words }, unchangedPlaces(index, quote, words).filter(beside), [])
  return found.state === 'missing' ? null : found
}
