import type { Alignment } from './alignment.ts'
import type { QuoteWords } from './quote-words.ts'
import type { TextIndex } from './text-index.ts'
import type { WordSpan } from './word-search.ts'

/** How much of a quote stands at a place: the words kept, in whatever case, and the likeness of the whole, 0–1. */
export type Likeness = { kept: number; score: number }

/** What a kept word loses when its case changed. */
const OTHER_CASE = 0.1

/** What a replaced word is worth when its letters are nearly the same: `recieve` for `receive`. */
const NEAR_WORD = 0.6
/** Share of the longer word's letters from which two words are nearly the same. */
const NEAR_LETTERS = 0.5

/**
 * Compare a quote's words with the place in a text they are aligned with: twice the words kept, over the words of both
 * (Dice 1945). A replaced word of nearly the same letters counts in part.
 */
export function likenessAt(
  index: TextIndex,
  words: QuoteWords,
  paired: Alignment,
  place: WordSpan,
): Likeness {
  let kept = 0
  let near = 0
  for (let i = words.from; i < words.to; i++) {
    const there = paired[i] ?? -1
    if (there < 0) continue
    if (words.folds[i] === index.folds[there]) {
      kept++
      if (words.words[i] !== index.words[there]) near -= OTHER_CASE
    } else if (nearlySame(words.written[i] ?? '', index.clean.slice(index.starts[there], index.ends[there])))
      near += NEAR_WORD
  }
  const both = words.to - words.from + (place.to - place.from)
  return { kept, score: both === 0 ? 0 : (2 * (kept + near)) / both }
}

/** Whether two words begin and end with the same letters, but for less than half of them. */
function nearlySame(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length)
  let same = 0
  while (same < shorter && a.charCodeAt(same) === b.charCodeAt(same)) same++
  let ends = 0
  while (ends < shorter - same && a.charCodeAt(a.length - 1 - ends) === b.charCodeAt(b.length - 1 - ends))
    ends++
  return same + ends >= Math.max(a.length, b.length) * NEAR_LETTERS
}
