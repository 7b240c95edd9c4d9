import { growToWords, isWordBoundary, SPACELESS, type Span } from './word-bounds.ts'

/**
 * Where marked words stand in a text that may have been edited since, in UTF-16 offsets: where they were if they are
 * still there, else the nearest place where the same words stand, first in the same case and then in any. Words are
 * found whole: `no` is not found in `now`, `5` not in `5,000` and `can` not in `can't`, even where they were. Null
 * when the words are gone.
 */
export function placeSpan(text: string, span: Span & { exact: string }): Span | null {
  const { start, end, exact } = span
  if (exact === '') return null
  if (
    end - start === exact.length &&
    start >= 0 &&
    text.startsWith(exact, start) &&
    isWhole(text, start, exact)
  )
    return { start, end }
  const from = heldInside(text, start)
  return nearest(text, exact, from) ?? nearest(foldCase(text), foldCase(exact), from)
}

/** A hostile text may hold the words 100,000 times, each time inside another word. */
const MOST_PLACES = 1000

/** Looks outward from a place on both sides, the nearer side first. */
function nearest(text: string, exact: string, from: number): Span | null {
  let left = from > 0 ? text.lastIndexOf(exact, from - 1) : -1
  let right = text.indexOf(exact, from)
  for (let tried = 0; tried < MOST_PLACES && (left >= 0 || right >= 0); tried++) {
    const isLeft = right < 0 || (left >= 0 && from - left <= right - from)
    const at = isLeft ? left : right
    if (isWhole(text, at, exact)) return { start: at, end: at + exact.length }
    if (isLeft) left = at > 0 ? text.lastIndexOf(exact, at - 1) : -1
    else right = text.indexOf(exact, at + 1)
  }
  return null
}

const HAS_SPACELESS = new RegExp(`[${SPACELESS}]`, 'u')
/** `'s`, `'ve` and their like, and the unit in `20kg`, but not the ending in `20th`. */
const ENDING =
  /['’](?:s|ve|ll|re|d|m)(?![\p{L}\p{M}\p{N}])|(?<=\d)(?!(?:st|nd|rd|th|s)(?![\p{L}\p{M}\p{N}]))\p{L}/iuy
const NEGATION = /(?:(?<=can)not|(?<=\p{L})n['’]t)(?![\p{L}\p{M}\p{N}])/iuy

/** Whether whole words stand there. The parts of `20kg`, `it's` and the negation in `cannot` and `isn't` are words too. */
function isWhole(text: string, at: number, exact: string): boolean {
  if (HAS_SPACELESS.test(exact)) return true
  const end = at + exact.length
  const startsWord = isWordBoundary(text, at) || matchesAt(ENDING, text, at) || matchesAt(NEGATION, text, at)
  return startsWord && (isWordBoundary(text, end) || matchesAt(ENDING, text, end))
}

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at
  return pattern.test(text)
}

/** Lower case without any change of length, so that offsets stay true. */
function foldCase(text: string): string {
  return text.replaceAll(/[\p{Lu}\p{Lt}]/gu, letter => {
    const lower = letter.toLowerCase()
    return lower.length === letter.length ? lower : letter
  })
}

/**
 * Cuts a text where marks start and end, so that overlapping marks can be shown. Each segment lists the marks that
 * cover it, outermost first; the segments joined are the text. Marks that are empty or reach out of the text are left
 * out; one that would cut a surrogate pair takes in the whole pair. Offsets are UTF-16.
 */
export function splitByMarks(
  text: string,
  marks: readonly (Span & { id: string })[],
): { text: string; ids: string[] }[] {
  const waiting = marks
    .filter(mark => isInside(text, mark))
    .map(mark => ({ ...wholePairs(text, mark), id: mark.id }))
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
  const cuts = [...new Set([0, ...waiting.flatMap(mark => [mark.start, mark.end]), text.length])]
  const segments: { text: string; ids: string[] }[] = []
  let open: typeof waiting = []
  let next = 0
  let from = 0
  for (const to of cuts.toSorted((a, b) => a - b)) {
    if (to > from) segments.push({ text: text.slice(from, to), ids: [...new Set(open.map(mark => mark.id))] })
    from = to
    open = open.filter(mark => mark.end > to)
    for (let mark = waiting[next]; mark && mark.start === to; mark = waiting[++next]) open.push(mark)
  }
  return segments
}

function isInside(text: string, { start, end }: Span): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= text.length
}

function wholePairs(text: string, { start, end }: Span): Span {
  return { start: cutsPair(text, start) ? start - 1 : start, end: cutsPair(text, end) ? end + 1 : end }
}

function cutsPair(text: string, offset: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(Math.max(offset - 1, 0), offset + 1))
}

/**
 * The words that a selection touches, in UTF-16 offsets: white space at its edges is left out, then it grows until it
 * cuts no word and no character. Its ends may come in either order and are held inside the text. A selection of
 * nothing but white space comes back empty, `end` equal to `start`.
 */
export function snapToWords(text: string, start: number, end: number): Span {
  const ends = [heldInside(text, start), heldInside(text, end)]
  const [from, to] = [Math.min(...ends), Math.max(...ends)]
  const selected = text.slice(from, to)
  const first = from + selected.length - selected.trimStart().length
  if (selected.trim() === '') return { start: from, end: from }
  return growToWords(text, { start: first, end: first + selected.trim().length })
}

function heldInside(text: string, offset: number): number {
  return Math.min(Math.max(Math.trunc(offset) || 0, 0), text.length)
}
