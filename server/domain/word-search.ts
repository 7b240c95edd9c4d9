import type { QuoteWords } from './quote-words.ts'
import { countOf, type TextIndex } from './text-index.ts'

/** Words of a text by number, `to` exclusive. */
export type WordSpan = { from: number; to: number }

/** Comparisons spent on one quote: only endless repetition reaches it, and then two places are found long before. */
const MOST_STEPS = 2_000_000

/**
 * Every place where the words of a quote stand in a text, unchanged and in order. A word cut by a hyphen at the end of
 * a line equals the whole word. Looks only where the quote's rarest word stands.
 */
export function findWords(index: TextIndex, quote: QuoteWords): WordSpan[] {
  const key = rarestWord(index, quote)
  const found: WordSpan[] = []
  let steps = 0
  for (const fold of key < 0 ? [] : formsAt(index, quote, key)) {
    const end = index.first[fold + 1] ?? 0
    for (let i = index.first[fold] ?? 0; i < end && steps < MOST_STEPS; i++) {
      const place = index.places[i] ?? 0
      const to = walk(index, quote, key, place, 1)
      const from = to < 0 ? -1 : walk(index, quote, key - 1, place - 1, -1) + 1
      steps += to < 0 ? 1 : to - place
      if (to >= 0 && from >= 0 && !isAsked(index, quote, to)) found.push({ from, to })
    }
  }
  return found
}

/** Whether a statement has become a question: its words are the same, but it ends in a question mark. */
export function isAsked(index: TextIndex, quote: QuoteWords, to: number): boolean {
  if (!quote.stated || index.words[to] === undefined || index.words[to] !== index.ids.get('?')) return false
  return !/\s/.test(index.clean.slice(index.ends[to - 1], index.starts[to]))
}

/** The quote's word that stands least often in the text; -1 when one of its words stands nowhere. */
function rarestWord(index: TextIndex, quote: QuoteWords): number {
  let rarest = -1
  let least = Number.POSITIVE_INFINITY
  for (let i = quote.from; i < quote.to; i++) {
    if (quote.joined.has(i - 1)) continue
    let count = 0
    for (const fold of formsAt(index, quote, i)) count += countOf(index, fold)
    if (count === 0) return -1
    if (count < least) {
      least = count
      rarest = i
    }
  }
  return rarest
}

/** A word's own form, and that of the whole word when the end of a line may have cut it. */
function formsAt(index: TextIndex, quote: QuoteWords, i: number): number[] {
  const whole = quote.joined.get(i) ?? -1
  const folds = [quote.folds[i] ?? -1, whole < 0 ? -1 : (index.foldOf[whole] ?? -1)]
  return folds.filter(fold => fold >= 0)
}

/**
 * Step through quote and text together from their words `i` and `place`, forwards or backwards, to the quote's end.
 * Returns the first word of the text that is not part of it; -2 when the words differ.
 */
function walk(index: TextIndex, quote: QuoteWords, i: number, place: number, step: 1 | -1): number {
  const last = quote.to - 1
  let q = i
  let t = place
  while (q >= quote.from && q <= last) {
    const word = quote.words[q] ?? -1
    if (word >= 0 && word === index.words[t]) {
      q += step
      t += step
      continue
    }
    const whole =
      q + step < quote.from || q + step > last ? -1 : (quote.joined.get(step > 0 ? q : q - 1) ?? -1)
    const joined = index.joined.get(step > 0 ? t : t - 1) ?? -2
    if (word === joined) t += step
    else if (whole >= 0 && whole === index.words[t]) q += step
    else if (whole === joined) {
      q += step
      t += step
    } else return -2
    q += step
    t += step
  }
  return t
}
