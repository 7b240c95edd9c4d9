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
/** Share of common letter pairs from which two words are nearly the same. */
const NEAR_LETTERS = 0.5
/** Longer words are compared only as a whole. */
const LONGEST = 40

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

function nearlySame(a: string, b: string): boolean {
  if (a.length < 2 || b.length < 2 || a.length > LONGEST || b.length > LONGEST) return false
  const pairs = letterPairs(a)
  const others = letterPairs(b)
  const common = pairs.filter(pair => {
    const at = others.indexOf(pair)
    if (at >= 0) others.splice(at, 1)
    return at >= 0
  })
  return (2 * common.length) / (a.length + b.length - 2) >= NEAR_LETTERS
}

function letterPairs(word: string): string[] {
  const lower = word.toLowerCase()
  return Array.from({ length: Math.max(0, lower.length - 1) }, (_, i) => lower.slice(i, i + 2))
}
