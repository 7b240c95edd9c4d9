import { type Alignment, alignWords } from './alignment.ts'
import { likelyPlaces } from './likely-places.ts'
import { type Likeness, likenessAt } from './likeness.ts'
import type { Quote, Span } from './quote.ts'
import { spanOf } from './quote-span.ts'
import type { QuoteWords } from './quote-words.ts'
import { agreement, type Surroundings, surroundingsAt } from './surroundings.ts'
import type { TextIndex } from './text-index.ts'
import { isAsked, type WordSpan } from './word-search.ts'

/** So many words may have come in beside the first or last word of a quote when that word changed. */
const ROOM = 3

/** Likeness from which the words found are taken for the quote without looking farther around. */
const ALIKE = 0.7

/** What the context is worth beside the likeness: the quote has changed there, the context tells which place it was. */
const CONTEXT = 2

/** Words looked at beside an estimated place: few at first, many when the quote is not found that way. */
const SLACK = 6
const WIDE_SLACK = 40

/**
 * A place in a text where words like those of a quote stand. `rank` is likeness and agreement of the surroundings
 * together, 0–3.
 */
export type ChangedPlace = WordSpan &
  Likeness & { span: Span; paired: Alignment; around: Surroundings; rank: number }

/** The places in a text where a quote may stand with changed words, most likely first; none twice. */
export function changedPlaces(index: TextIndex, quote: Quote, words: QuoteWords): ChangedPlace[] {
  const places: ChangedPlace[] = []
  const size = words.to - words.from
  const add = (paired: Alignment): boolean => {
    const place = placeOf(index, words, paired)
    if (place === null) return false
    const span = spanOf(index, quote, words, place)
    if (span.start >= span.end) return false
    const around = surroundingsAt(index, quote, words, place)
    const likeness = likenessAt(index, words, paired, place)
    const rank = likeness.score + CONTEXT * agreement(around)
    const found = { ...place, ...likeness, span, paired, around, rank }
    const same = places.findIndex(other => other.from < place.to && place.from < other.to)
    if (same < 0) places.push(found)
    else if ((places[same]?.rank ?? 0) < rank) places[same] = found
    return likeness.score >= ALIKE
  }
  for (const likely of likelyPlaces(index, words)) {
    if (add(alignWords(index, words, likely, SLACK + (size >> 3)))) continue
    // Much may have been put in between the words, or the context have stayed where the quote is gone.
    if (add(alignWords(index, words, likely, WIDE_SLACK + (size >> 1)))) continue
    add(alignWords(index, words, likely, SLACK + (size >> 3), words.from, words.to))
  }
  return places.toSorted((a, b) => b.rank - a.rank)
}

/** The words of the text that the quote's own words are paired with; null when all are gone. */
function placeOf(index: TextIndex, words: QuoteWords, paired: Alignment): WordSpan | null {
  let first = words.from
  let last = words.to - 1
  while (first <= last && (paired[first] ?? -1) < 0) first++
  while (last >= first && (paired[last] ?? -1) < 0) last--
  if (first > last) return null
  const from = paired[first] ?? 0
  const to = (paired[last] ?? 0) + 1
  const behind = isAsked(index, words, to) ? to + 1 : to
  const least = stands(index, words, paired, first) ? from - 1 : edgeOf(index, words, paired, words.from - 1)
  const most = stands(index, words, paired, last) ? behind : edgeOf(index, words, paired, words.to)
  return {
    from: least !== null && from - least - 1 <= ROOM ? least + 1 : from,
    to: most !== null && most - to <= ROOM ? most : behind,
  }
}

/** Where the context word next to the quote stands; null when it is gone. Words up to there replaced the quote's edge. */
function edgeOf(index: TextIndex, words: QuoteWords, paired: Alignment, i: number): number | null {
  return stands(index, words, paired, i) ? (paired[i] ?? null) : null
}

function stands(index: TextIndex, words: QuoteWords, paired: Alignment, i: number): boolean {
  const there = paired[i] ?? -1
  return there >= 0 && words.folds[i] === index.folds[there]
}
