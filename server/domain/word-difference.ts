import type { Alignment } from './alignment.ts'
import { originalOffset } from './misread.ts'
import type { Quote } from './quote.ts'
import type { QuoteWords } from './quote-words.ts'
import type { TextIndex } from './text-index.ts'
import { wordKey } from './word-keys.ts'
import type { WordSpan } from './word-search.ts'

/** Words of a quote or of a text. `start` and `end` are UTF-16 offsets; equal where nothing stands. */
export type Words = { text: string; start: number; end: number }

/**
 * One change of words: `before` stands in the quote (offsets in `quote.exact`), `after` in the text (offsets in
 * the text). An inserted word has an empty `before`, a deleted one an empty `after`, each at its place.
 */
export type Difference = { kind: 'inserted' | 'deleted' | 'replaced'; before: Words; after: Words }

/** Neighbouring words that changed together: of the quote and of the text, by number. */
type Change = { before: WordSpan; after: WordSpan }

/**
 * The words that differ between a quote and the place in a text it is aligned with, in order. Neighbouring changed words
 * are one change. Empty when every word is the same.
 */
export function differenceAt(
  index: TextIndex,
  quote: Quote,
  words: QuoteWords,
  paired: Alignment,
  place: WordSpan,
): Difference[] {
  return changesAt(index, words, paired, place)
    .filter(change => !onlyCut(index, words, change))
    .map(({ before, after }) => {
      const removed = wordsOfQuote(quote, words, before)
      const added = wordsOfText(index, after)
      if (before.from === before.to) return { kind: 'inserted', before: removed, after: added }
      return { kind: after.from === after.to ? 'deleted' : 'replaced', before: removed, after: added }
    })
}

function changesAt(index: TextIndex, words: QuoteWords, paired: Alignment, place: WordSpan): Change[] {
  const changes: Change[] = []
  let q = words.from
  let t = place.from
  const close = (toQuote: number, toText: number) => {
    if (q < toQuote || t < toText)
      changes.push({ before: { from: q, to: toQuote }, after: { from: t, to: toText } })
  }
  for (let i = words.from; i < words.to; i++) {
    const there = paired[i] ?? -1
    if (there < 0 || (words.words[i] ?? -1) !== index.words[there]) continue
    close(i, there)
    q = i + 1
    t = there + 1
  }
  close(words.to, place.to)
  return changes
}

/** Whether a change is only a word cut by the end of a line, or put together again. */
function onlyCut(index: TextIndex, words: QuoteWords, { before, after }: Change): boolean {
  let cut = false
  for (let i = before.from; i < before.to - 1; i++) cut ||= words.joined.has(i)
  for (let i = after.from; i < after.to - 1; i++) cut ||= index.joined.has(i)
  if (!cut) return false
  const was = words.written.slice(before.from, before.to).join('')
  let is = ''
  for (let i = after.from; i < after.to; i++) is += index.clean.slice(index.starts[i], index.ends[i])
  return wordKey(was) === wordKey(is)
}

function wordsOfQuote(quote: Quote, words: QuoteWords, { from, to }: WordSpan): Words {
  const within = (offset: number) => Math.min(Math.max(offset, 0), quote.exact.length)
  const empty = from === to
  const start = within((empty ? words.ends[from - 1] : words.starts[from]) ?? 0)
  const end = empty ? start : within(words.ends[to - 1] ?? start)
  return { text: quote.exact.slice(start, end), start, end }
}

function wordsOfText(index: TextIndex, { from, to }: WordSpan): Words {
  const empty = from === to
  const first = (empty ? index.ends[from - 1] : index.starts[from]) ?? 0
  const last = empty ? first : (index.ends[to - 1] ?? first)
  const start = originalOffset(index.repairs, first)
  const end = originalOffset(index.repairs, last)
  return { text: index.text.slice(start, end), start, end }
}
