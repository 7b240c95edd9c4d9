import type { Quote, Span } from './quote.ts'

/** Words of a quote or of a text. `start` and `end` are UTF-16 offsets; equal where nothing stands. */
export type Words = { text: string; start: number; end: number }

/**
 * One change of words: `before` stands in the quote (offsets in `quote.exact`), `after` in the text (offsets in
 * the text). An inserted word has an empty `before`, a deleted one an empty `after`, each at its place.
 */
export type Difference = { kind: 'inserted' | 'deleted' | 'replaced'; before: Words; after: Words }

/** What became of a quote in a text. Offsets are UTF-16; `score` and `bestScore` are similarities 0–1. */
export type Anchored =
  | { state: 'exact' | 'moved'; start: number; end: number }
  | { state: 'changed'; start: number; end: number; difference: Difference[]; score: number }
  | { state: 'missing'; candidates: Span[]; bestScore: number }

/** A text made ready to look for many quotes. */
export type TextIndex = { text: string }

/** Make a text ready to look for many quotes in it. Costs one pass over the text. */
export function indexText(text: string): TextIndex {
  return { text }
}

/** Where the words of a quote stand in a text, and whether they still are the same words. Never throws. */
export function anchor(text: string | TextIndex, quote: Quote): Anchored {
  const page = typeof text === 'string' ? text : text.text
  if (page.slice(quote.start, quote.end) === quote.exact) {
    return { state: 'exact', start: quote.start, end: quote.end }
  }
  const at = quote.exact === '' ? -1 : page.indexOf(quote.exact)
  if (at >= 0 && page.indexOf(quote.exact, at + 1) < 0) {
    return { state: 'moved', start: at, end: at + quote.exact.length }
  }
  return { state: 'missing', candidates: [], bestScore: 0 }
}
