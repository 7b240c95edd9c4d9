import { APOSTROPHE, DASH, IGNORED, JOINT, kindAt, MARK, NEUTRAL, SPACE, widthAt } from './character-kinds.ts'
import { originalOffset, readByte } from './misread.ts'
import type { Quote, Span } from './quote.ts'
import type { QuoteWords } from './quote-words.ts'
import type { TextIndex } from './text-index.ts'
import type { WordSpan } from './word-search.ts'

const QUOTATION = /[\p{Pi}\p{Pf}"'‚„`´＂＇〝〞〟「」『』«»‹›]/u

/**
 * The UTF-16 offsets of a place in a text as the quote was cut: with the punctuation the quote had before its first and
 * behind its last word where the text still has it, and without the part of a word that the selection left out.
 */
export function spanOf(index: TextIndex, quote: Quote, words: QuoteWords, place: WordSpan): Span {
  const { exact } = quote
  const first = words.starts[words.from] ?? 0
  const last = words.ends[words.to - 1] ?? exact.length
  const start = index.starts[place.from] ?? 0
  const end = index.ends[place.to - 1] ?? start
  const sameFirst = words.words[words.from] === index.words[place.from]
  const sameLast = words.words[words.to - 1] === index.words[place.to - 1]
  const whole = originalOffset(index.repairs, start) - first
  const fits = originalOffset(index.repairs, end) === whole + last
  if (sameFirst && sameLast && fits && index.text.startsWith(exact, whole)) {
    return { start: whole, end: whole + exact.length }
  }
  const before = sameFirst ? inside(index, place.from, words.written[words.from] ?? '', -first) : start
  const behind = sameLast
    ? inside(index, place.to - 1, words.written[words.to - 1] ?? '', exact.length - last)
    : end
  const from = first < 0 ? before : start - edge(exact, first, index.clean, start, -1)
  const to = last > exact.length ? behind : end + edge(exact, last, index.clean, end, 1)
  return { start: originalOffset(index.repairs, from), end: originalOffset(index.repairs, to) }
}

/** The place in a word of the text that lies behind as many letters as a cut in the same word as written in the quote. */
function inside(index: TextIndex, word: number, written: string, cut: number): number {
  let letters = lettersIn(written.slice(0, cut))
  let at = index.starts[word] ?? 0
  const end = index.ends[word] ?? at
  for (; at < end; at += widthAt(index.clean, at)) {
    const letter = isLetter(index.clean, at)
    if (letter && letters-- === 0) return at
  }
  return end
}

function lettersIn(written: string): number {
  let count = 0
  for (let at = 0; at < written.length; at += widthAt(written, at)) if (isLetter(written, at)) count++
  return count
}

function isLetter(text: string, at: number): boolean {
  const kind = kindAt(text, at)
  return kind !== IGNORED && kind !== MARK
}

/** How far the punctuation around the quote's words goes on around the text's words, in units. */
function edge(exact: string, from: number, text: string, place: number, step: 1 | -1): number {
  let reached = 0
  let q = from
  let t = place
  for (;;) {
    q = overBlanks(exact, q, step)
    t = overBlanks(text, t, step)
    const sign = signAt(exact, q, step)
    if (sign === '' || sign !== signAt(text, t, step)) return reached
    q = overRun(exact, q, step, sign)
    t = overRun(text, t, step, sign)
    reached = Math.abs(t - place)
  }
}

function overBlanks(text: string, from: number, step: 1 | -1): number {
  let at = from
  for (;;) {
    const kind = kindAt(text, step > 0 ? at : at - 1)
    if (kind !== SPACE && kind !== IGNORED) return at
    at += step
  }
}

function overRun(text: string, from: number, step: 1 | -1, sign: string): number {
  let at = from
  while (signAt(text, at, step) === sign) at += step * widthAt(text, step > 0 ? at : at - 1)
  return at
}

/** One name for the punctuation marks that stand for each other; empty where none stands. */
function signAt(text: string, at: number, step: 1 | -1): string {
  const place = step > 0 ? at : at - 1
  const kind = kindAt(text, place)
  if (kind === DASH) return '-'
  if (kind !== NEUTRAL && kind !== JOINT && kind !== APOSTROPHE) return ''
  const char = String.fromCodePoint(readByte(text.charCodeAt(place)))
  if (QUOTATION.test(char)) return '"'
  if (char === '…' || char === '。' || char === '．') return '.'
  return char.normalize('NFKC')
}
