import { type Alignment, alignWords } from './alignment.ts'
import { type Likeness, likenessAt } from './likeness.ts'
import { likelyPlaces } from './likely-places.ts'
import type { Quote } from './quote.ts'
import type { QuoteWords } from './quote-words.ts'
import { type Surroundings, surroundingsAt } from './surroundings.ts'
import type { TextIndex } from './text-index.ts'
import type { WordSpan } from './word-search.ts'

/** So many words may have come in beside the first or last word of a quote when that word changed. */
const ROOM = 3

/** Likeness from which the words found in their context are taken for the quote. */
const ALIKE = 0.5

/** A place in a text where words like those of a quote stand. */
export type ChangedPlace = WordSpan & Likeness & { paired: Alignment; around: Surroundings }

/** The places in a text where a quote may stand with changed words, most likely first; none twice. */
export function changedPlaces(index: TextIndex, quote: Quote, words: QuoteWords): ChangedPlace[] {
  const places: ChangedPlace[] = []
  const add = (paired: Alignment): boolean => {
    const place = placeOf(index, words, paired)
    if (place === null) return false
    if (places.some(other => other.from < place.to && place.from < other.to)) return true
    const around = surroundingsAt(index, quote, words, place)
    const likeness = likenessAt(index, words, paired, place)
    places.push({ ...place, ...likeness, paired, around })
    return likeness.score >= ALIKE
  }
  for (const likely of likelyPlaces(index, words)) {
    // Where the context stayed and the quote is gone, the quote's words may still stand nearby.
    if (!add(alignWords(index, words, likely))) add(alignWords(index, words, likely, words.from, words.to))
  }
  return places.toSorted((a, b) => rankOf(b) - rankOf(a))
}

/** Likeness and surroundings in one figure, for comparing places: 0–2. */
export function rankOf(place: { score: number; around: Surroundings }): number {
  return place.score + agreement(place.around)
}

/** How well the surroundings agree on both sides together, 0–1; an unknown side counts half. */
export function agreement({ left, right }: Surroundings): number {
  return ((left ?? 0.5) + (right ?? 0.5)) / 2
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
  const least = stands(index, words, paired, first) ? from - 1 : edgeOf(index, words, paired, words.from - 1)
  const most = stands(index, words, paired, last) ? to : edgeOf(index, words, paired, words.to)
  return {
    from: least !== null && from - least - 1 <= ROOM ? least + 1 : from,
    to: most !== null && most - to <= ROOM ? most : to,
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
