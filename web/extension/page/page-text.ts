import { type Step, stepsThrough } from '#domain/paragraphs.ts'
import type { Span } from '#domain/quote.ts'

/** A stretch of a text that stands in one text node, unit for unit: `at` in the text, `from` in the node. */
type Piece = { at: number; length: number; node: Node; from: number }

/** The text of a page by the rules of `paragraphsOf`, and the way between its UTF-16 offsets and the page. */
export type PageText = {
  text: string
  /** What a span covers in the page; null when its nodes are gone. */
  rangeOf: (span: Span) => Range | null
  /** The span of the text that a range of the page covers; null when it covers no words. */
  spanOf: (range: AbstractRange) => Span | null
}

/** Words of one text node that are read in one step: a transcript may stand in a single one, the page waits meanwhile. */
const WORDS_AT_ONCE = 500

/** A text node that is being read: its words, and where the last one ended. */
type Open = { node: Node; value: string; words: Iterator<RegExpExecArray>; end: number }

/** Reads a page's text in steps, so that whoever reads may pause. `read` makes one step, and is false behind the last. */
export function readPageText(root: Node): { read: () => boolean; result: () => PageText } {
  const pieces: Piece[] = []
  const parts: string[] = []
  let length = 0
  /** What stands between the last word and the next: nothing, a space, so many line ends, an empty line. */
  let gap: 'none' | 'space' | 'lines' | 'block' = 'none'
  let lines = 0

  function between(): string {
    if (length === 0 || gap === 'none') return ''
    if (gap === 'space') return ' '
    // As `normaliseText` stores it: a hole of four line ends and more is one empty line.
    return gap === 'block' || lines > 3 ? '\n\n' : '\n'.repeat(lines)
  }

  function addWord(word: string, node: Node, from: number) {
    const filling = between()
    const last = pieces.at(-1)
    const follows =
      filling.length <= 1 &&
      filling !== '\n' &&
      last?.node === node &&
      from === last.from + last.length + filling.length
    parts.push(filling, word)
    if (last && follows) last.length += filling.length + word.length
    else pieces.push({ at: length + filling.length, length: word.length, node, from })
    length += filling.length + word.length
    gap = 'none'
    lines = 0
  }

  let open: Open | null = null

  function readOn(from: Open) {
    for (let left = WORDS_AT_ONCE; left > 0; left--) {
      const { done, value: match } = from.words.next()
      if (done) {
        if (from.end < from.value.length && gap === 'none') gap = 'space'
        open = null
        return
      }
      if (match.index > from.end && gap === 'none') gap = 'space'
      addWord(match[0], from.node, match.index)
      from.end = match.index + match[0].length
    }
  }

  function openNode(node: Node) {
    const value = node.nodeValue ?? ''
    open = { node, value, words: value.matchAll(/\S+/g), end: 0 }
    readOn(open)
  }

  function addLineEnd() {
    if (gap === 'block') return
    gap = 'lines'
    lines++
  }

  function take(step: Step) {
    if (step === 'block') gap = 'block'
    else if (step === 'line') addLineEnd()
    else if (step !== 'pause' && step.words instanceof Node) openNode(step.words)
  }

  const steps = stepsThrough(root)
  return {
    read: () => {
      if (open !== null) {
        readOn(open)
        return true
      }
      const { done, value } = steps.next()
      if (!done) take(value)
      return !done
    },
    result: () => mapPieces(parts.join(''), pieces),
  }
}

/** A page's text, at once. */
export function pageText(root: Node): PageText {
  const reading = readPageText(root)
  while (reading.read());
  return reading.result()
}

function mapPieces(text: string, pieces: readonly Piece[]): PageText {
  const numbers = new Map<Node, number>()
  for (const [number, { node }] of pieces.entries()) if (!numbers.has(node)) numbers.set(node, number)

  function rangeOf({ start, end }: Span): Range | null {
    const first = pieces[firstWhere(pieces, ({ at, length }) => at + length > start)]
    const last = pieces[firstWhere(pieces, ({ at }) => at >= end) - 1]
    if (!first || !last || first.at > last.at || !first.node.isConnected || !last.node.isConnected)
      return null
    const from = first.from + Math.max(0, start - first.at)
    const to = last.from + Math.min(last.length, end - last.at)
    // A page that writes into a text node leaves the map behind until it is read again.
    if (from > sizeOf(first.node) || to > sizeOf(last.node)) return null
    const range = document.createRange()
    range.setStart(first.node, from)
    range.setEnd(last.node, to)
    return range
  }

  /** Where a place of the page stands in the text: that of the next word, or behind the word before it. */
  function offsetOf(node: Node, offset: number, behind: boolean): number {
    const boundary = document.createRange()
    boundary.setStart(node, offset)
    const own = numbers.get(node)
    const known = own ?? firstWhere(pieces, piece => boundary.comparePoint(piece.node, piece.from) >= 0)
    if (own !== undefined) {
      for (let number = own; pieces[number]?.node === node; number++) {
        const { at, from, length } = pieces[number]!
        if (offset < from) return behind ? endBefore(number) : at
        if (offset <= from + length) return at + offset - from
      }
      const next = firstWhere(pieces, (_piece, number) => number > own && pieces[number]!.node !== node)
      return behind ? endBefore(next) : (pieces[next]?.at ?? text.length)
    }
    return behind ? endBefore(known) : (pieces[known]?.at ?? text.length)
  }

  function endBefore(number: number): number {
    const piece = pieces[number - 1]
    return piece ? piece.at + piece.length : 0
  }

  function spanOf(range: AbstractRange): Span | null {
    const start = offsetOf(range.startContainer, range.startOffset, false)
    const end = offsetOf(range.endContainer, range.endOffset, true)
    return start < end ? { start, end } : null
  }

  return { text, rangeOf, spanOf }
}

function sizeOf(node: Node): number {
  return node.nodeValue?.length ?? 0
}

/** The number of the first piece of which `holds` is true, when it is true of all after it; their count when of none. */
function firstWhere(pieces: readonly Piece[], holds: (piece: Piece, number: number) => boolean): number {
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(pieces[middle]!, middle)) high = middle
    else low = middle + 1
  }
  return low
}
