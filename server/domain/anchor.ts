import { changedPlaces } from './changed-places.ts'
import { type Anchored, choosePlace } from './choose-place.ts'
import type { Quote } from './quote.ts'
import { readQuote, wordsCut } from './quote-words.ts'
import { agreement } from './surroundings.ts'
import { indexText, type TextIndex } from './text-index.ts'
import { unchangedPlaces } from './unchanged-places.ts'

export type { Anchored } from './choose-place.ts'
export type { TextIndex } from './text-index.ts'
export type { Difference, Words } from './word-difference.ts'
export { indexText }

/** Context shorter than this is believed at once only where it reaches the end of the text. */
const FULL_CONTEXT = 16

/** Agreement of the context with which unchanged words need no comparison with changed ones. */
const SURE = 1

/** Agreement up to which a context has nothing to do with a place. */
const STRANGE = 0.1

/**
 * Find the words of a quote again in a text, and say honestly what became of them. Offsets are UTF-16; never throws.
 *
 * - `exact`: the quote stands unit for unit at its own offsets.
 * - `moved`: the same words stand elsewhere, or there with differences that are harmless: white space and line ends, a
 *   word cut by a hyphen at the end of a line, soft hyphens, zero-width and direction characters, tatweel, Unicode forms
 *   (NFC, NFD, NFKC: ligatures, full-width and subscript forms), œ for oe, footnote marks like `[12]`, letters misread by
 *   a decoder, and punctuation: quotation marks, apostrophes, dashes, ellipses, commas, full stops, brackets, bullets, of
 *   whatever style, there or not.
 * - `changed`: the words differ, and `difference` says which. What counts is how a word is written: its letters with
 *   their accents and case (`us`, `US`), its inner apostrophe (`we’re`, `were`), its points (`US`, `U.S.`), a number's
 *   points and commas (`5,000`, `5000`), a spelling mistake put right. So do the signs that carry meaning: currency, per
 *   cent, plus, minus and range, `~`, `&`, `/`, `@`, `#`, emoji, and a statement that has become a question. A hyphen
 *   stands between two words (`US-led`, `US led`), but does not join them (`re-sign`, `resign`).
 * - `missing`: nothing similar enough, or several places between which the context cannot decide: `candidates`, best
 *   first, are where a person may look, and `bestScore` the likeness of the best one.
 *
 * Cheapest first. The offset with the stored context, unit for unit. Then the places where all words stand unchanged:
 * the context chooses among look-alikes, the offset only where contexts are equal; few or short words need a context
 * that agrees; and a place where the context stayed and words changed comes before the same words in a strange context.
 * Then the places with changed words: they need their context, the less alike the more of it, since a look-alike in
 * another context is another statement, unless 40 words and more are the same. Without any stored context, likeness
 * alone decides.
 */
export function anchor(text: string | TextIndex, quote: Quote): Anchored {
  const page = typeof text === 'string' ? text : text.text
  if (quote.exact === '') return { state: 'missing', candidates: [], bestScore: 0 }
  if (standsUntouched(page, quote)) return { state: 'exact', start: quote.start, end: quote.end }
  const index = typeof text === 'string' ? indexText(text) : text
  const words = readQuote(index, quote, true)
  const sought = { index, quote, words }
  const unchanged = unchangedPlaces(index, quote, words)
  const sure =
    !prefixStayed(page, quote) && unchanged[0] !== undefined && agreement(unchanged[0].around) >= SURE
  const found = choosePlace(sought, unchanged, sure ? [] : changedPlaces(index, quote, words))
  const cut = wordsCut(quote, words)
  if (found.state === 'exact' || found.state === 'moved' || !(cut.before || cut.behind)) return found
  return anchorParts(index, quote, cut) ?? found
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

/** Whether the prefix has not moved: then the quote behind it has most likely changed. */
function prefixStayed(page: string, { prefix, start }: Quote): boolean {
  return prefix !== '' && page.startsWith(prefix, start - prefix.length)
}

/**
 * A quote whose prefix ends, or whose suffix begins, inside a word, with the parts read as words of their own. Other
 * tools store a context without the blanks next to the quote, so that two words look like one: then the text has both
 * side by side. A context that agrees in nothing says nothing about the edges of the quote either.
 */
function anchorParts(
  index: TextIndex,
  quote: Quote,
  cut: { before: boolean; behind: boolean },
): Anchored | null {
  const words = readQuote(index, quote, false)
  const parts = unchangedPlaces(index, quote, words).filter(({ from, to, around }) => {
    const sameBefore = words.first < words.from && words.folds[words.from - 1] === index.folds[from - 1]
    const sameBehind = words.to < words.last && words.folds[words.to] === index.folds[to]
    const strangeBefore = (around.left ?? 0) <= STRANGE && quote.start !== quote.prefix.length
    const strangeBehind = (around.right ?? 0) <= STRANGE && words.last - words.to > 1
    return (!cut.before || sameBefore || strangeBefore) && (!cut.behind || sameBehind || strangeBehind)
  })
  const found = choosePlace({ index, quote, words }, parts, [])
  return found.state === 'missing' ? null : found
}
