import type { LikelyPlace } from './likely-places.ts'
import type { QuoteWords } from './quote-words.ts'
import type { TextIndex } from './text-index.ts'

/** For each word of a quote (its context included) the word of the text it stands for, or -1 when it is gone. */
export type Alignment = Int32Array

/** Costs: a word of other case is nearly kept, a replaced one better than none; put-in words like to stand together. */
const CASE = 1
const REPLACED = 4
const DELETED = 5
const INSERTED = 3
const INSERTED_NEXT = 1
const UNREACHED = 1 << 28

/** The cells of the table that bound the work for a hostile quote. */
const MOST_CELLS = 2_000_000

/** The steps of the table: which one led to the cheapest cell, and whether an insertion went on. */
const STEP_PAIR = 0
const STEP_DELETE = 1
const STEP_INSERT = 2
const STEP_MASK = 3
const GOES_ON = 4

/**
 * Pair the words of a quote from number `first` to `last` with the words of a text around a likely place, up to
 * `slack` words away from it, in order and at the least cost, with free ends on the side of the text (Needleman and Wunsch 1970, with the gaps of Gotoh 1982 on the
 * side of the text). The table is a band around the estimated places: column `k` of row `i` is the cost of `i` words
 * against the words of the text before number `low + i + k`. Beyond its ends the text has words that are like none.
 */
export function alignWords(
  index: TextIndex,
  quote: QuoteWords,
  place: LikelyPlace,
  slack: number,
  first = quote.first,
  last = quote.last,
): Alignment {
  const size = last - first
  const low = place.lowest + first - slack
  const width = Math.min(place.highest - place.lowest + 2 * slack, Math.floor(MOST_CELLS / (size + 1)))
  const steps = new Uint8Array((size + 1) * (width + 1))
  // One column more than the band: what it would be reached from stays unreached.
  let above = new Int32Array(width + 2)
  let row = new Int32Array(width + 2)
  above[width + 1] = UNREACHED
  row[width + 1] = UNREACHED
  for (let i = 1; i <= size; i++) {
    fillRow(index, quote, first + i - 1, low + i - 1, above, row, steps, i * (width + 1), width)
    const done = above
    above = row
    row = done
  }
  const paired = new Int32Array(quote.words.length).fill(-1)
  traceBack(steps, width, size, cheapest(above, width, slack), (i, k) => {
    const there = low + i + k
    if (there >= 0 && there < index.words.length) paired[first + i] = there
  })
  return paired
}

/** One word of the quote against the words of the text from number `start` on. */
function fillRow(
  index: TextIndex,
  quote: QuoteWords,
  i: number,
  start: number,
  above: Int32Array,
  row: Int32Array,
  steps: Uint8Array,
  offset: number,
  width: number,
): void {
  const word = quote.words[i] ?? -1
  const fold = quote.folds[i] ?? -1
  let insertion = UNREACHED
  for (let k = 0; k <= width; k++) {
    const there = start + k
    let cost = above[k] ?? UNREACHED
    if (fold < 0 || index.folds[there] !== fold) cost += REPLACED
    else if (word < 0 || index.words[there] !== word) cost += CASE
    let step = STEP_PAIR
    const deleted = (above[k + 1] ?? UNREACHED) + DELETED
    if (deleted < cost) {
      cost = deleted
      step = STEP_DELETE
    }
    if (insertion < cost) {
      cost = insertion
      step = STEP_INSERT
    }
    row[k] = cost
    const opened = cost + INSERTED
    const longer = insertion + INSERTED_NEXT
    insertion = Math.min(opened, longer)
    steps[offset + k] = step | (longer < opened ? GOES_ON : 0)
  }
}

/** The column of the least cost; of equals the one nearest to the estimate. */
function cheapest(costs: Int32Array, width: number, estimate: number): number {
  let best = estimate
  for (let k = 0; k <= width; k++) {
    const [cost, least] = [costs[k] ?? UNREACHED, costs[best] ?? UNREACHED]
    if (cost < least || (cost === least && Math.abs(k - estimate) < Math.abs(best - estimate))) best = k
  }
  return best
}

/** Walk from the cheapest end back to the start, telling each pair by its row and column. */
function traceBack(
  steps: Uint8Array,
  width: number,
  size: number,
  column: number,
  pair: (i: number, k: number) => void,
): void {
  let k = column
  let i = size
  while (i > 0) {
    const step = (steps[i * (width + 1) + k] ?? 0) & STEP_MASK
    if (step === STEP_PAIR) {
      i--
      pair(i, k)
    } else if (step === STEP_DELETE) {
      i--
      k++
    } else {
      // Back over the whole insertion: the cells before it say whether it had begun earlier.
      do k--
      while (k > 0 && ((steps[i * (width + 1) + k] ?? 0) & GOES_ON) !== 0)
    }
  }
}
