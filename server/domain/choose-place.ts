import type { ChangedPlace } from './changed-places.ts'
import type { Quote, Span } from './quote.ts'
import type { QuoteWords } from './quote-words.ts'
import { agreement, type Surroundings, sideAt } from './surroundings.ts'
import type { TextIndex } from './text-index.ts'
import type { UnchangedPlace } from './unchanged-places.ts'
import { type Difference, differenceAt } from './word-difference.ts'

/** What became of a quote in a text. Offsets are UTF-16; `score` and `bestScore` are similarities 0–1. */
export type Anchored =
  | { state: 'exact' | 'moved'; start: number; end: number }
  | { state: 'changed'; start: number; end: number; difference: Difference[]; score: number }
  | { state: 'missing'; candidates: Span[]; bestScore: number }

/** A quote as it is looked for in a text. */
export type Sought = { index: TextIndex; quote: Quote; words: QuoteWords }

/** Places named for a missing quote. */
const MOST_CANDIDATES = 5

/** Agreement of a context from which its two sides together speak for a place, and from which one alone pins it. */
const SPEAKS = 0.4
const PINS = 0.85

/** Words and letters from which unchanged words are known again without their context. */
const TELLING_WORDS = 4
const TELLING_LETTERS = 15

/** How much better the best place must be than the next one, so that no coin is tossed. */
const MARGIN = 0.12

/** A changed place beats the same words elsewhere when its context agrees in full, or better by this much. */
const STAYED = 0.25

/** Likeness that makes a place a changed quote: in its full context, and how much more with none of it. */
const ALIKE_IN_PLACE = 0.4
const ALIKE_PER_CONTEXT = 0.25
/** The same where no context can be compared, and for a quote so long that it is its own context. */
const ALIKE_ALONE = 0.7
const ALIKE_LONG = 0.8
const LONG_WORDS = 40

/** A quote of so few words may change altogether: what stands between its contexts is the change. It needs both. */
const FEW_WORDS = 2
const ENCLOSES = 0.65

/** A quote of several words, nearly all kept, needs only a hint of its context. */
const SEVERAL_WORDS = 8
const HINTS = 0.25

/** Likeness from which a place is worth showing for a missing quote. */
const WORTH_SHOWING = 0.5

/**
 * Choose among the places where a quote's words stand unchanged, best first, and those where they may have changed.
 * `missing` with the candidates when nothing decides.
 */
export function choosePlace(sought: Sought, unchanged: UnchangedPlace[], changed: ChangedPlace[]): Anchored {
  const others = changed.filter(
    place => !unchanged.some(same => same.from < place.to && place.from < same.to),
  )
  const [edited, rival] = others.filter(place => isChanged(sought.words, place) && !isGone(sought, place))
  const best = unchanged[0]
  const stayed = edited !== undefined && (!best || hasStayed(sought.quote, edited, best))
  const kept = stayed ? null : chooseUnchanged(sought, unchanged)
  if (kept) return { state: kept.sameOffset ? 'exact' : 'moved', ...kept.span }
  if (stayed && (!rival || edited.rank - rival.rank >= MARGIN)) return changedAt(sought, edited)
  const spans = [
    ...unchanged.map(place => place.span),
    ...others.filter(place => place.score >= WORTH_SHOWING).map(place => place.span),
  ]
  const bestScore = best ? 1 : Math.max(0, ...others.map(place => place.score))
  return { state: 'missing', candidates: spans.slice(0, MOST_CANDIDATES), bestScore }
}

/** Whether the quote changed where it stood, rather than moved to where its words stand unchanged. */
function hasStayed(quote: Quote, changed: ChangedPlace, unchanged: UnchangedPlace): boolean {
  const here = agreement(changed.around)
  const there = agreement(unchanged.around)
  if (changed.span.start === quote.start && here >= there) return true
  return here - there >= STAYED || (here === 1 && there < 1)
}

function chooseUnchanged(sought: Sought, places: UnchangedPlace[]): UnchangedPlace | null {
  const [best, next] = places
  if (!best || (next && best.weight - next.weight < MARGIN)) return null
  return best.sameOffset || speaks(best.around) || isTelling(sought.words) ? best : null
}

/** Whether one side of a context pins a place or both speak for it, or nothing can be said of it at all. */
function speaks({ left, right }: Surroundings): boolean {
  if (left === null && right === null) return true
  const sides = [left ?? 0, right ?? 0]
  return sides.some(side => side >= PINS) || sides.every(side => side >= SPEAKS)
}

function isTelling(words: QuoteWords): boolean {
  let letters = 0
  for (let i = words.from; i < words.to; i++) letters += words.written[i]?.length ?? 0
  return words.to - words.from >= TELLING_WORDS && letters >= TELLING_LETTERS
}

function isChanged(words: QuoteWords, { kept, score, around }: ChangedPlace): boolean {
  const { left, right } = around
  if (left === null && right === null) return score >= ALIKE_ALONE
  if (score >= ALIKE_LONG && kept >= LONG_WORDS) return true
  if (score >= ALIKE_LONG && kept >= SEVERAL_WORDS && agreement(around) >= HINTS) return true
  if (words.to - words.from <= FEW_WORDS) {
    const weaker = Math.min(left ?? 1, right ?? 1)
    if (weaker >= ENCLOSES || weaker < SPEAKS) return weaker >= ENCLOSES
  }
  return speaks(around) && score >= ALIKE_IN_PLACE + ALIKE_PER_CONTEXT * (1 - agreement(around))
}

/** Whether what stood behind the quote begins where the quote would, or what stood before it ends where it would. */
function isGone({ index, words }: Sought, { from, to, around }: ChangedPlace): boolean {
  const behind = sideAt(index, words, words.to, from, 1) ?? 0
  const before = sideAt(index, words, words.from - 1, to - 1, -1) ?? 0
  return (
    ((around.left ?? 0) >= PINS && behind >= PINS && behind > (around.right ?? 0)) ||
    ((around.right ?? 0) >= PINS && before >= PINS && before > (around.left ?? 0))
  )
}

function changedAt(sought: Sought, place: ChangedPlace): Anchored {
  const { index, quote, words } = sought
  const difference = differenceAt(index, quote, words, place.paired, place)
  if (difference.length === 0) return { state: 'moved', ...place.span }
  return { state: 'changed', ...place.span, difference, score: place.score }
}
