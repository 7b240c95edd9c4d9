import { DIGIT, kindAt, LETTER, MARK } from './character-kinds.ts'
import type { Quote } from './quote.ts'
import type { TextIndex } from './text-index.ts'
import { countOf } from './text-index.ts'
import { wordKey } from './word-keys.ts'
import { originalOffset } from './misread.ts'
import { readWords, type WordRuns } from './word-runs.ts'

/**
 * A quote's words with the words around it, in the ids of a text's index: -1 for a word the text does not have. The
 * quote's own words are those from `from` to `to`; before them stand the words of the prefix, behind them those of the
 * suffix. `starts` and `ends` are UTF-16 offsets in `quote.exact`, negative or beyond its end outside of it.
 */
export type QuoteWords = {
  words: Int32Array
  folds: Int32Array
  written: string[]
  starts: number[]
  ends: number[]
  joined: ReadonlyMap<number, number>
  from: number
  to: number
}

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
  const runs = readWords(prefix + gap + quote.exact + gap + suffix)
  const toOriginal = (offset: number) => originalOffset(runs.repairs, offset)
  runs.starts = runs.starts.map(toOriginal)
  runs.ends = runs.ends.map(toOriginal)
  const start = prefix.length + gap.length
  const end = start + quote.exact.length
  let from = 0
  while (from < runs.starts.length && (runs.ends[from] ?? 0) <= start) from++
  let to = from
  while (to < runs.starts.length && (runs.starts[to] ?? 0) < end) to++

  const cutBefore = quote.start > quote.prefix.length || quote.prefix.length > CONTEXT_UNITS
  const first = Math.max(from - CONTEXT_WORDS, cutBefore ? firstWhole(index, runs, from) : 0)
  const last = Math.min(to + CONTEXT_WORDS, lastWhole(index, runs, to, end + gap.length + suffix.length))
  return inIdsOf(index, runs, first, last, from, to, start)
}

/** Whether the selection began or ended in the middle of a word, its context being stored without a gap. */
export function cutsWord(quote: Quote, words: QuoteWords): boolean {
  return (words.starts[words.from] ?? 0) < 0 || (words.ends[words.to - 1] ?? 0) > quote.exact.length
}

/** The first word of a prefix is a piece of a word when it stands at the very start and can be cut at all. */
function firstWhole(index: TextIndex, runs: WordRuns, from: number): number {
  if (from === 0 || runs.starts[0] !== 0 || !isLong(runs, 0)) return 0
  return from > 1 || !isKnown(index, runs.written[0]) ? 1 : 0
}

function lastWhole(index: TextIndex, runs: WordRuns, to: number, end: number): number {
  const count = runs.starts.length
  if (to === count || runs.ends[count - 1] !== end || !isLong(runs, count - 1)) return count
  return count - to > 1 || !isKnown(index, runs.written[count - 1]) ? count - 1 : count
}

/** Whether a word is letters or digits in a row, not a single sign. */
function isLong(runs: WordRuns, i: number): boolean {
  const kind = kindAt(runs.written[i] ?? '', 0)
  return kind === LETTER || kind === DIGIT || kind === MARK
}

function isKnown(index: TextIndex, word = ''): boolean {
  return countOf(index, foldIn(index, wordKey(word))) > 0
}

function foldIn(index: TextIndex, key: string): number {
  const id = index.ids.get(key) ?? index.ids.get(key.toLowerCase())
  return id === undefined ? -1 : (index.foldOf[id] ?? -1)
}

function inIdsOf(
  index: TextIndex,
  runs: WordRuns,
  first: number,
  last: number,
  from: number,
  to: number,
  start: number,
): QuoteWords {
  const written = runs.written.slice(first, last)
  const keys = written.map(wordKey)
  const joined = new Map<number, number>()
  for (const at of runs.breaks) {
    if (at < first || at + 1 >= last) continue
    const whole = (runs.written[at] ?? '') + (runs.written[at + 1] ?? '')
    joined.set(at - first, index.ids.get(wordKey(whole)) ?? -1)
  }
  return {
    words: Int32Array.from(keys, key => index.ids.get(key) ?? -1),
    folds: Int32Array.from(keys, key => foldIn(index, key)),
    written,
    starts: runs.starts.slice(first, last).map(offset => offset - start),
    ends: runs.ends.slice(first, last).map(offset => offset - start),
    joined,
    from: from - first,
    to: to - first,
  }
}
