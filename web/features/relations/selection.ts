import { snapToWords } from '#domain/disputed-words.ts'
import { wordSpans } from '#domain/word-bounds.ts'

/** Words in UTF-16 offsets of their text. */
export type Words = { start: number; end: number; exact: string }

/** A stretch of a text; `word` counts the words, and is null for what stands between them. */
export type Part = { text: string; start: number; word: number | null }

/** The words of a text with what stands between them: joined, the text again. */
export function wordsAndGaps(text: string): Part[] {
  const parts: Part[] = []
  let at = 0
  for (const [word, { start, end }] of wordSpans(text).entries()) {
    if (start > at) parts.push({ text: text.slice(at, start), start: at, word: null })
    parts.push({ text: text.slice(start, end), start, word })
    at = end
  }
  if (at < text.length) parts.push({ text: text.slice(at), start: at, word: null })
  return parts
}

/** The whole words that a selection touches; null when it touches none. */
export function wordsOf(text: string, start: number, end: number): Words | null {
  const span = snapToWords(text, Math.min(start, end), Math.max(start, end))
  return span.start < span.end ? { ...span, exact: text.slice(span.start, span.end) } : null
}
