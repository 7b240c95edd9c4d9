/**
 * A passage of a text as it is stored: the W3C Web Annotation Data Model's TextQuoteSelector (exact, prefix,
 * suffix; §4.2.4) with its TextPositionSelector (start, end; §4.2.5). `start` and `end` are UTF-16 offsets in
 * the text of the snapshot, so that `text.slice(start, end) === exact`.
 */
export type Quote = { exact: string; prefix: string; suffix: string; start: number; end: number }

/** A passage of a text: UTF-16 offsets, `end` exclusive. */
export type Span = { start: number; end: number }

/** UTF-16 units of text kept on each side of a quote, as the common annotation tools keep. */
const CONTEXT = 32

/** How far a cluster is looked for on each side; longer clusters are hostile, and only their pairs are kept. */
const REACH = 512

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * The quote for the selection `start`–`end` (UTF-16 offsets) of a text. The selection grows so that no surrogate
 * pair and no grapheme cluster is split, and loses the white space around it. `context` is the length of prefix
 * and suffix in UTF-16 units. Null when the selection is out of range, backwards, or only white space.
 */
export function quoteAt(text: string, start: number, end: number, context = CONTEXT): Quote | null {
  if (!Number.isInteger(start) || !Number.isInteger(end)) return null
  if (start < 0 || end > text.length || start >= end) return null
  const span = trimmed(text, clusterStart(text, start), clusterEnd(text, end))
  if (span.start >= span.end) return null
  const from = Math.max(0, span.start - context)
  const to = Math.min(text.length, span.end + context)
  return {
    exact: text.slice(span.start, span.end),
    prefix: text.slice(splitsPair(text, from) ? from + 1 : from, span.start),
    suffix: text.slice(span.end, splitsPair(text, to) ? to - 1 : to),
    start: span.start,
    end: span.end,
  }
}

/** Whether the quote's words stand in the text at the quote's own offsets, unit for unit. */
export function verifies(text: string, quote: Quote): boolean {
  return quote.start >= 0 && text.slice(quote.start, quote.end) === quote.exact
}

/** The number of code points before a UTF-16 offset. An offset inside a surrogate pair counts the pair. */
export function toCodePoints(text: string, offset: number): number {
  const end = Math.min(offset, text.length)
  let count = 0
  for (let at = 0; at < end; at += splitsPair(text, at + 1) ? 2 : 1) count++
  return count
}

/** The UTF-16 offset after `count` code points; the length of the text when it has fewer. */
export function fromCodePoints(text: string, count: number): number {
  let at = 0
  for (let left = count; left > 0 && at < text.length; left--) at += splitsPair(text, at + 1) ? 2 : 1
  return at
}

/** The nearest place at or before an offset that does not split a grapheme cluster. */
export function clusterStart(text: string, offset: number): number {
  if (!maySplit(text, offset)) return offset
  const from = windowStart(text, offset)
  const cluster = graphemes.segment(text.slice(from, windowEnd(text, offset))).containing(offset - from)
  return cluster ? from + cluster.index : offset
}

/** The nearest place at or after an offset that does not split a grapheme cluster. */
export function clusterEnd(text: string, offset: number): number {
  if (!maySplit(text, offset)) return offset
  const from = windowStart(text, offset)
  const cluster = graphemes.segment(text.slice(from, windowEnd(text, offset))).containing(offset - from)
  if (!cluster || from + cluster.index === offset) return offset
  return from + cluster.index + cluster.segment.length
}

function trimmed(text: string, from: number, to: number): Span {
  let start = from
  let end = to
  // By whole clusters: a mark on a space belongs to the space, and cutting between them would split it.
  while (start < end) {
    const next = clusterEnd(text, start + 1)
    if (text.slice(start, next).trim() !== '') break
    start = next
  }
  while (start < end) {
    const last = clusterStart(text, end - 1)
    if (text.slice(last, end).trim() !== '') break
    end = last
  }
  return { start, end }
}

/** Whether an offset lies between the two halves of a surrogate pair. */
function splitsPair(text: string, offset: number): boolean {
  return isHigh(text.charCodeAt(offset - 1)) && isLow(text.charCodeAt(offset))
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000
}

/** False where a cluster surely ends (UAX #29): the ends of the text, between Latin letters, between spaces. */
function maySplit(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false
  const before = text.charCodeAt(offset - 1)
  const after = text.charCodeAt(offset)
  // No character below U+0300 extends another; only CR LF stays together.
  if (before < 0x300 && after < 0x300) return before === 13 && after === 10
  return !(isSpace(text, offset - 1) && isSpace(text, offset))
}

function isSpace(text: string, at: number): boolean {
  return text.charAt(at).trim() === ''
}

function windowStart(text: string, offset: number): number {
  const lowest = Math.max(0, offset - REACH)
  let at = offset
  while (at > lowest && maySplit(text, at)) at--
  return splitsPair(text, at) ? at - 1 : at
}

function windowEnd(text: string, offset: number): number {
  const highest = Math.min(text.length, offset + REACH)
  let at = offset
  while (at < highest && maySplit(text, at)) at++
  return splitsPair(text, at) ? at + 1 : at
}
