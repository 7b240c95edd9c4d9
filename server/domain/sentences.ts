import type { Span } from './quote.ts'
import { ABBREVIATION, sentenceSegments } from './sentence.ts'

/** Why a sentence is not compared with claims. */
export const UNCHECKED = ['short', 'question', 'heading', 'long'] as const
export type Unchecked = (typeof UNCHECKED)[number]

export type Sentence = Span & {
  /** Null for a sentence that may say something that is true or false. */
  unchecked: Unchecked | null
}

/** A statement of fewer words seldom stands by itself. */
const FEWEST_WORDS = 4

/** A line of its own without an end mark is a heading up to so many words. */
const HEADING_WORDS = 6

/** What is longer is no sentence; in UTF-16 units. */
const LONGEST = 2_000

/** A line that was wrapped by a program is about full. */
const WRAPPED = 60

/** What may stand before the words of a line: a heading's, a list's or a quotation's sign, as Markdown writes them. */
const SIGN = /^[ \t]*(?:#{1,6}|>|[-*+•–—]|\d{1,2}[.)])[ \t]+/

const END_MARK = /[.!?…:;。！？][”’"')\]*_]*$/u
const QUESTION = /[?？][”’"')\]*_]*$/u

/** Where a sentence starts with a number, which UAX #29 takes for the next part of an abbreviation ("Art. 5"). */
const NUMBER_START = /(?<=(?:\p{L}{3}|\d|[%)\]”’"'])[.!?][”’"')\]]*)[ \t]+(?=\d)/gu
const BEFORE_NUMBER =
  /\b(?:approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Nos|Figs?|Vols?|Arts?|Secs?|Paras?|Chap)\.$/iu

const words = new Intl.Segmenter('en', { granularity: 'word' })

/**
 * The sentences of a text (UAX #29) in order, in UTF-16 offsets: they do not overlap, and nothing but white space and
 * the signs of headings, lists and quotations lies between them. A sentence never crosses an empty line, nor a line end
 * that is not a wrapped line. Each says whether it can be compared with claims.
 */
export function cutSentences(text: string): Sentence[] {
  return cutBlocks(text).flatMap(block => cutBlock(text, block))
}

type Block = Span & { heading: boolean }

function cutBlocks(text: string): Block[] {
  const blocks: Block[] = []
  let open: Block | null = null
  let before = ''
  for (const { start, end } of linesOf(text)) {
    const line = text.slice(start, end)
    const sign = SIGN.exec(line)?.[0] ?? ''
    if (line.trim() === '') open = null
    else if (open !== null && sign === '' && isWrapped(before, line)) open.end = end
    else {
      open = { start: start + sign.length, end, heading: sign.trimStart().startsWith('#') }
      blocks.push(open)
    }
    before = line
  }
  return blocks
}

function linesOf(text: string): Span[] {
  const lines: Span[] = []
  for (let start = 0; start <= text.length; ) {
    const next = text.indexOf('\n', start)
    const end = next < 0 ? text.length : next
    lines.push({ start, end })
    start = end + 1
  }
  return lines
}

/** A line end only wraps before a lower-case letter, or where a full line breaks off. */
function isWrapped(before: string, line: string): boolean {
  if (/^[ \t]*\p{Ll}/u.test(line)) return true
  return before.trim().length >= WRAPPED && !END_MARK.test(before.trimEnd())
}

function cutBlock(text: string, { start, end, heading }: Block): Sentence[] {
  // The line end becomes a space, which keeps every offset.
  const line = text.slice(start, end).replaceAll('\n', ' ')
  const found: Sentence[] = []
  let from = 0
  for (const next of endsOf(line)) {
    const words = line.slice(from, next)
    const at = start + from + (words.length - words.trimStart().length)
    if (words.trim() !== '') found.push({ start: at, end: at + words.trim().length, unchecked: null })
    from = next
  }
  const alone = found.length === 1
  return found.map(sentence => ({
    ...sentence,
    unchecked: heading ? 'heading' : judge(text.slice(sentence.start, sentence.end), alone),
  }))
}

/** Where each sentence of a line ends, with the white space after it. */
function endsOf(line: string): number[] {
  const ends: number[] = []
  for (const { index, segment } of sentenceSegments.segment(line)) {
    for (const { index: at, 0: gap } of segment.matchAll(NUMBER_START))
      if (!BEFORE_NUMBER.test(segment.slice(Math.max(0, at - 8), at))) ends.push(index + at + gap.length)
    const end = index + segment.length
    if (end === line.length || !ABBREVIATION.test(segment)) ends.push(end)
  }
  return ends
}

function judge(sentence: string, alone: boolean): Unchecked | null {
  if (sentence.length > LONGEST) return 'long'
  if (QUESTION.test(sentence)) return 'question'
  const count = countWords(sentence)
  if (alone && count <= HEADING_WORDS && !END_MARK.test(sentence)) return 'heading'
  return count < FEWEST_WORDS ? 'short' : null
}

/** Counts up to what matters here. */
function countWords(sentence: string): number {
  let count = 0
  for (const { isWordLike } of words.segment(sentence)) {
    if (isWordLike) count++
    if (count > HEADING_WORDS) break
  }
  return count
}
