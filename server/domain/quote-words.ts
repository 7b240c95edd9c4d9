import { DIGIT, kindAt, LETTER, MARK } from './character-kinds.ts'
import { originalOffset } from './misread.ts'
import type { Quote } from './quote.ts'
import type { TextIndex } from './text-index.ts'
import { countOf } from './text-index.ts'
import { wordKey } from './word-keys.ts'
import { readWords } from './word-runs.ts'

/**
 * A quote's words with the words around it, in the ids of a text's index: -1 for a word the text does not have. The
 * quote's own words are those from `from` to `to`; before them, from `first` on, stand the words of the prefix, behind
 * them, up to `last`, those of the suffix. `starts` and `ends` are UTF-16 offsets in `quote.exact`, negative or beyond
 * its end outside of it. `joined` is the whole word where the end of a line may have cut one. A quote is `stated` when it
 * ends in a full stop or the like.
 */
export type QuoteWords = {
  words: Int32Array
  folds: Int32Array
  written: string[]
  starts: number[]
  ends: number[]
  joined: ReadonlyMap<number, number>
  first: number
  from: number
  to: number
  last: number
  stated: boolean
}

/** What a sentence that is no question ends in, within closing quotation marks and brackets. */
const STATED = /[.!。．！।۔]["'”’»」』)\]]*$/u

/** Context is looked at near the quote only, whatever a foreign tool has stored. */
const CONTEXT_UNITS = 256
const CONTEXT_WORDS = 12

/**
 * The words of a quote. Where the prefix ends or the suffix begins in the middle of a word, that word belongs to the
 * quote as a whole when `whole` is true; otherwise the parts are read as words of their own.
 */
export function readQuote(index: TextIndex, quote: Quote, whole: boolean): QuoteWords {
  const prefix = quote.prefix.slice(-CONTEXT_UNITS)
  const suffix = quote.suffix.slice(0, CONTEXT_UNITS)
  const gap = whole ? '' : ' '
  const start = prefix.length + gap.length
  const end = start + quote.exact.length
  const runs = readWords(prefix + gap + quote.exact + gap + suffix)
  const { written, starts, ends, repairs } = runs
  const count = starts.length
  const words = new Int32Array(count)
  const folds = new Int32Array(count)
  let from = 0
  let to = 0
  for (let i = 0; i < count; i++) {
    const word = written[i] ?? ''
    const known = index.spellings.get(word)
    const key = known === undefined ? wordKey(word) : ''
    const id = known ?? index.ids.get(key) ?? -1
    words[i] = id
    folds[i] = index.foldOf[id >= 0 ? id : (index.ids.get(key.toLowerCase()) ?? -1)] ?? -1
    const startsAt = originalOffset(repairs, starts[i] ?? 0)
    const endsAt = originalOffset(repairs, ends[i] ?? 0)
    if (endsAt <= start) from = i + 1
    if (startsAt < end) to = i + 1
    starts[i] = startsAt - start
    ends[i] = endsAt - start
  }
  const joined = new Map(
    runs.breaks.map(i => [i, index.ids.get(wordKey(`${written[i]}${written[i + 1]}`)) ?? -1]),
  )
  const read = {
    words,
    folds,
    written,
    starts,
    ends,
    joined,
    first: 0,
    from,
    to: Math.max(from, to),
    last: count,
    stated: STATED.test(quote.exact),
  }
  const cut = quote.start > quote.prefix.length || quote.prefix.length > CONTEXT_UNITS
  read.first = Math.max(
    from - CONTEXT_WORDS,
    cut && isPiece(index, read, 0, starts[0] === -start, from) ? 1 : 0,
  )
  const edge = quote.exact.length + gap.length + suffix.length
  const left = count - read.to
  const piece = isPiece(index, read, count - 1, ends[count - 1] === edge, left)
  read.last = Math.min(read.to + CONTEXT_WORDS, piece ? count - 1 : count)
  return read
}

/** Whether the selection began, or ended, in the middle of a word: its context goes on without a gap. */
export function wordsCut(quote: Quote, words: QuoteWords): { before: boolean; behind: boolean } {
  return {
    before: (words.starts[words.from] ?? 0) < 0,
    behind: (words.ends[words.to - 1] ?? 0) > quote.exact.length,
  }
}

/**
 * Whether the outermost word of a context of `size` words is only a piece of a word. A single one is a whole word when
 * the text knows it.
 */
function isPiece(index: TextIndex, read: QuoteWords, i: number, atEdge: boolean, size: number): boolean {
  if (size === 0 || !atEdge) return false
  const kind = kindAt(read.written[i] ?? '', 0)
  if (kind !== LETTER && kind !== DIGIT && kind !== MARK) return false
  return size > 1 || countOf(index, read.folds[i] ?? -1) === 0
}
