import type { Span } from '#domain/quote.ts'
import { sentenceAround } from '#domain/sentence.ts'
import { wordSpans } from '#domain/word-bounds.ts'

/** The sentence that stands at an offset, or the next one when only white space stands there. Null after the last. */
export function sentenceAt(text: string, offset: number): Span | null {
  const at = skipSpace(text, Math.max(0, offset))
  return at < text.length ? sentenceAround(text, at, at + 1) : null
}

export function sentenceAfter(text: string, offset: number): Span | null {
  const next = sentenceAt(text, offset)
  return next && { start: Math.max(next.start, offset), end: next.end }
}

export function sentenceBefore(text: string, offset: number): Span | null {
  const at = text.slice(0, offset).trimEnd().length
  return at > 0 ? sentenceAround(text, at - 1, at) : null
}

/** How far words are looked for at first, in UTF-16 units. */
const REACH = 200

/** The first word that starts at or after an offset. */
export function wordAfter(text: string, offset: number): Span | null {
  for (let reach = REACH; ; reach *= 4) {
    const to = Math.min(text.length, offset + reach)
    const word = wordSpans(text.slice(offset, to))[0]
    const found = word && { start: offset + word.start, end: offset + word.end }
    // A word that touches the end of the window may go on behind it.
    if (found && (found.end < to || to === text.length)) return found
    if (to === text.length) return null
  }
}

/** The last word that ends at or before an offset. */
export function wordBefore(text: string, offset: number): Span | null {
  for (let reach = REACH; ; reach *= 4) {
    const from = Math.max(0, offset - reach)
    const word = wordSpans(text.slice(from, offset)).at(-1)
    if (word && (word.start > 0 || from === 0)) return { start: from + word.start, end: from + word.end }
    if (from === 0) return null
  }
}

function skipSpace(text: string, offset: number): number {
  let at = offset
  while (at < text.length && text.charAt(at).trim() === '') at++
  return at
}
