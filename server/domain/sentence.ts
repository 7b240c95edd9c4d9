import type { Span } from './quote.ts'

/** How far the ends of a paragraph are looked for, so that a text without any costs no more than one with. */
const REACH = 4_000

/** Sentences after UAX #29, of one line. */
export const sentenceSegments = new Intl.Segmenter('en', { granularity: 'sentence' })

/** A segment that ends in one of these goes on: "U.S. troops", "Gen. Milley", "J. Smith". */
export const ABBREVIATION =
  /(?:^|[\s("“])(?:(?:\p{Lu}\.)+|(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Sgt|Capt|Sen|Rep|Gov|St|No|vs)\.)\s*$/u

/**
 * The sentence, or the run of sentences, around a passage of a text, for showing a quote in its context
 * (UAX #29 sentences). Never crosses an empty line, nor a line end that is not a wrapped line. Offsets are
 * UTF-16; the result always contains the passage and never starts or ends with white space outside it.
 */
export function sentenceAround(text: string, start: number, end: number): Span {
  const from = paragraphStart(text, start)
  const to = paragraphEnd(text, end)
  // A wrapped line is one sentence: the line end becomes a space, which keeps every offset.
  const paragraph = text.slice(from, to).replaceAll('\n', ' ')
  let left = 0
  let right = paragraph.length
  let open = false
  for (const { index, segment } of sentenceSegments.segment(paragraph)) {
    const next = index + segment.length
    if (!open && from + index <= start) left = index
    open = ABBREVIATION.test(segment)
    if (from + next >= end && !open) {
      right = next
      break
    }
  }
  while (from + left < start && paragraph.charAt(left).trim() === '') left++
  while (from + right > end && paragraph.charAt(right - 1).trim() === '') right--
  return { start: Math.min(start, from + left), end: Math.max(end, from + right) }
}

function paragraphStart(text: string, offset: number): number {
  const lowest = Math.max(0, offset - REACH)
  let at = offset
  while (at > lowest && !(text[at - 1] === '\n' && endsParagraph(text, at - 1))) at--
  return at
}

function paragraphEnd(text: string, offset: number): number {
  const highest = Math.min(text.length, offset + REACH)
  let at = offset
  while (at < highest && !(text[at] === '\n' && endsParagraph(text, at))) at++
  return at
}

/** A line end followed by a lower-case letter only wraps the line; any other one ends a block. */
function endsParagraph(text: string, lineEnd: number): boolean {
  return !/^\p{Ll}/u.test(text.slice(lineEnd + 1, lineEnd + 3))
}
