import type { QuoteWords } from './quote-words.ts'
import { countOf, type TextIndex } from './text-index.ts'

/**
 * A stretch of a text in which a quote may stand: where its first word would be, from the lowest to the highest
 * estimate, in word numbers that may lie outside the text.
 */
export type LikelyPlace = { lowest: number; highest: number }

/** Rare words asked where they stand, and the places taken of all of them together. */
const SEEDS = 24
const VOTES = 160
/** Places worth a full comparison: the best, and those near to it that might be as good. */
const MOST_PLACES = 4
const WORTH = 0.35
/** Estimates this near to each other are of one place: a few words more or less, and more in a long quote. */
const NEAR = 3

type Vote = { diagonal: number; weight: number }

/**
 * Where a quote may stand in a text when its words have changed. The rare words of the quote and of its context each
 * vote for the place of the quote's beginning; the places with most votes are returned, best first.
 */
export function likelyPlaces(index: TextIndex, quote: QuoteWords): LikelyPlace[] {
  const votes = collectVotes(index, quote)
  const reach = NEAR + ((quote.to - quote.from) >> 3)
  const places: LikelyPlace[] = []
  let best = 0
  let left = votes
  while (left.length > 0 && places.length < MOST_PLACES) {
    const { start, end, weight } = heaviest(left, reach)
    if (weight < best * WORTH) break
    best = Math.max(best, weight)
    const lowest = left[start]?.diagonal ?? 0
    const highest = left[end - 1]?.diagonal ?? 0
    places.push({ lowest, highest })
    left = left.filter(vote => vote.diagonal < lowest || vote.diagonal > highest)
  }
  return places
}

function collectVotes(index: TextIndex, quote: QuoteWords): Vote[] {
  const counts = new Map<number, number>()
  for (let i = quote.first; i < quote.last; i++) {
    const count = countOf(index, quote.folds[i] ?? -1)
    if (count > 0) counts.set(i, count)
  }
  const seeds = Array.from(counts).toSorted((a, b) => a[1] - b[1])
  const votes: Vote[] = []
  for (const [i, count] of seeds.slice(0, SEEDS)) {
    if (votes.length > 0 && votes.length + count > VOTES) break
    const weight = 1 / (1 + Math.log2(count))
    const start = index.first[quote.folds[i] ?? 0] ?? 0
    for (let k = 0; k < Math.min(count, VOTES); k++) {
      votes.push({ diagonal: (index.places[start + k] ?? 0) - i, weight })
    }
  }
  return votes.toSorted((a, b) => a.diagonal - b.diagonal)
}

/** The run of votes within reach of each other that weighs most; the first of equals. */
function heaviest(votes: Vote[], reach: number): { start: number; end: number; weight: number } {
  let best = { start: 0, end: 0, weight: 0 }
  let start = 0
  let weight = 0
  for (let end = 1; end <= votes.length; end++) {
    const last = votes[end - 1]
    if (!last) break
    weight += last.weight
    while ((votes[start]?.diagonal ?? 0) < last.diagonal - reach) weight -= votes[start++]?.weight ?? 0
    // A rounding error must not make a longer run of the same votes the better one.
    if (weight > best.weight + 1e-9) best = { start, end, weight }
  }
  return best
}
