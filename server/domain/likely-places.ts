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
const WORTH = 0.5
/** Estimates this near to each other are of one place: a few words more or less, and more in a long quote. */
const NEAR = 3

/** A vote is one number, so that many of them sort fast: the estimated beginning times this, plus the seed's number. */
const VOTE = 64

/**
 * Where a quote may stand in a text when its words have changed. The rare words of the quote and of its context each
 * vote for the place of the quote's beginning; the places with most votes are returned, best first.
 */
export function likelyPlaces(index: TextIndex, quote: QuoteWords): LikelyPlace[] {
  const seeds = rareWords(index, quote)
  const weights = seeds.map(i => 1 / (1 + Math.log2(countOf(index, quote.folds[i] ?? -1))))
  const reach = NEAR + ((quote.to - quote.from) >> 3)
  const places: LikelyPlace[] = []
  let best = 0
  let votes = collectVotes(index, quote, seeds)
  while (votes.length > 0 && places.length < MOST_PLACES) {
    const { lowest, highest, weight } = heaviest(votes, weights, reach)
    if (weight < best * WORTH) break
    best = Math.max(best, weight)
    places.push({ lowest, highest })
    votes = votes.filter(vote => vote < lowest * VOTE || vote >= (highest + 1) * VOTE)
  }
  return places
}

/** The numbers of the quote's words that stand least often in the text, the rarest first. */
function rareWords(index: TextIndex, quote: QuoteWords): number[] {
  const known: number[] = []
  for (let i = quote.first; i < quote.last; i++) if (countOf(index, quote.folds[i] ?? -1) > 0) known.push(i)
  const count = (i: number) => countOf(index, quote.folds[i] ?? -1)
  const rare: number[] = []
  let votes = 0
  for (const i of known.toSorted((a, b) => count(a) - count(b)).slice(0, SEEDS)) {
    votes += count(i)
    if (rare.length > 0 && votes > VOTES) break
    rare.push(i)
  }
  return rare
}

function collectVotes(index: TextIndex, quote: QuoteWords, seeds: number[]): Float64Array {
  const votes: number[] = []
  for (const [seed, i] of seeds.entries()) {
    const fold = quote.folds[i] ?? -1
    const start = index.first[fold] ?? 0
    const count = Math.min(countOf(index, fold), VOTES)
    for (let k = 0; k < count; k++) votes.push(((index.places[start + k] ?? 0) - i) * VOTE + seed)
  }
  return Float64Array.from(votes).toSorted()
}

/** The run of votes within reach of each other that weighs most; the first of equals. */
function heaviest(votes: Float64Array, weights: number[], reach: number): LikelyPlace & { weight: number } {
  let best = { lowest: 0, highest: 0, weight: 0 }
  let start = 0
  let weight = 0
  for (const vote of votes) {
    const place = Math.floor(vote / VOTE)
    weight += weights[vote - place * VOTE] ?? 0
    let lowest = Math.floor((votes[start] ?? vote) / VOTE)
    while (lowest < place - reach) {
      weight -= weights[(votes[start] ?? 0) - lowest * VOTE] ?? 0
      start++
      lowest = Math.floor((votes[start] ?? vote) / VOTE)
    }
    // A rounding error must not make a longer run of the same votes the better one.
    if (weight > best.weight + 1e-9) best = { lowest, highest: place, weight }
  }
  return best
}
