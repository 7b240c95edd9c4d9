import { ageEnd, isAgeOf, isBirthday, readTens, SECONDS_A_YEAR } from './ages.ts'
import { rateOf, roleOf } from './amount-role.ts'
import { type Dimension, LIMITS, type Quantity } from './analysis.ts'
import { readArticleUnit } from './article-units.ts'
import { type Bare, isFraction, readBare } from './bare-number.ts'
import { type Bound, type BoundKind, boundAfter, boundBefore, intervalOf, isDenied } from './bounds.ts'
import { attributeOf, findHead, findSubject } from './count-heads.ts'
import { isName, isNoBound, isYear, PLACES } from './number-names.ts'
import { readOrdinal } from './number-words.ts'
import { joinCompound, joinRange } from './quantity-joins.ts'
import { readRatio } from './ratios.ts'
import { shareOfFront, shareOfWhole } from './shares.ts'
import type { Tokens } from './tokens.ts'
import { type Beside, findUnit, unitOfFraction } from './unit-beside.ts'
import type { Unit } from './units.ts'
import { readWordedAmount } from './worded-amounts.ts'

const ARTICLES = new Set(['the', 'a', 'an', 'its', 'their', 'his', 'her'])

/** The bound before token `from`, also across an article: "nearly a third", "short of the 60". */
function findBound(word: string[], from: number): Bound | null {
  const before = boundBefore(word, from)
  if (before !== null || from === 0 || !ARTICLES.has(word[from - 1]!)) return before
  const further = PLACES.has(word[from - 2] ?? '') ? null : boundBefore(word, from - 1)
  return further === null ? null : { kind: further.kind, words: further.words + 1 }
}

/** "six patients at most", "two books and no more": the bound after what is counted. */
function boundAfterNoun({ word, tag }: Tokens, to: number): Bound | null {
  let at = to
  while (at < to + 2 && tag[at] === 'N') at++
  return at === to ? null : boundAfter(word, at)
}

const plain = { approximate: false, rounding: 0, role: '', per: 0, unit: '', head: '' } as const

function besideOf(tokens: Tokens, bare: Bare): Beside {
  const fraction = bare.fraction && bare.above !== true ? unitOfFraction(tokens, bare.to) : null
  return fraction === null ? findUnit(tokens, bare) : { ...fraction, from: bare.from }
}

/** What the words around a number say of it: how far it reaches, what is counted, its bound. */
function surroundingsOf(tokens: Tokens, bare: Bare, { unit, from, to: end }: Beside) {
  const { word } = tokens
  const aged = unit === null || unit.name === 'year' ? ageEnd(tokens, from, end, unit !== null) : null
  const to = aged ?? end
  const behind = aged === null ? findHead(tokens, to) : ''
  const found = findBound(word, from)
  const before = found !== null && isNoBound(tokens, from, to, unit, behind) ? null : found
  const start = before === null ? from : from - before.words
  const after = before === null ? boundAfter(word, to) : null
  const behindNoun = before === null && after === null ? boundAfterNoun(tokens, to) : null
  let kind: BoundKind | null =
    before?.kind ?? after?.kind ?? behindNoun?.kind ?? (bare.approximate ? 'about' : null)
  if (bare.above !== undefined && kind === null)
    kind = bare.above ? (isDenied(word, from) ? 'atMost' : 'more') : 'about'
  const head = attributeOf(tokens, to, unit) || behind || (unit === null ? findSubject(tokens, start) : '')
  /** "puts the bear's age at fifteen". */
  const age =
    aged !== null ||
    (unit === null && behind === '' && !bare.fraction && (head === 'age' || isAgeOf(tokens, start, head)))
  return { from: start, end: to, to: to + (after?.words ?? 0), kind, head: age ? '' : head, age }
}

function dimensionOf(bare: Bare, unit: Unit | null): Dimension {
  if (unit !== null) return unit.dimension
  return bare.sum === true ? 'money' : bare.fraction ? 'percent' : 'count'
}

/** How many base units one of a number is; a fraction was read in per cent. */
function factorOf(bare: Bare, { unit, point }: Beside): number {
  const part = bare.fraction && unit !== null && (unit.dimension !== 'percent' || point === true) ? 0.01 : 1
  return (unit?.factor ?? 1) * part
}

const ROUGHLY = new Set<BoundKind | null>(['about', 'nearly', 'justOver', 'asMany'])

function quantityAt(tokens: Tokens, bare: Bare, beside: Beside): Quantity {
  const { unit, point } = beside
  const { from, end, to, kind, head, age } = surroundingsOf(tokens, bare, beside)
  const dimension = age ? 'age' : dimensionOf(bare, unit)
  const factor = age ? SECONDS_A_YEAR : factorOf(bare, beside)
  const value = (bare.value + (unit?.offset ?? 0)) * factor
  const interval = bare.approximate
    ? { low: value / 2, high: null, openLow: false, openHigh: false }
    : intervalOf(value, kind)
  /** "Over seven days" is as often during them as more than them. */
  const during = dimension === 'duration' && kind === 'more' && tokens.word[from] === 'over'
  return {
    from,
    to,
    value,
    ...interval,
    ...(during ? { openLow: false } : {}),
    dimension,
    unit: age ? 'year' : point === true ? 'point' : (unit?.name ?? ''),
    head,
    approximate: bare.approximate || ROUGHLY.has(kind),
    rounding: bare.rounding * factor,
    role: roleOf(tokens, from, end),
    per: dimension === 'percent' || age ? 0 : rateOf(tokens, from, end),
  }
}

/** "a 2-3 loss": behind a score, not behind a range. */
const PLAYED = new Set(['goals', 'points', 'loss'])

function readScore({ word, lemma, tag }: Tokens, i: number): Quantity | null {
  const score = /^(\d{1,3})[-–](\d{1,3})$/.exec(word[i]!)
  const pair = [Number(score?.[1]), Number(score?.[2])].toSorted((a, b) => b - a)
  const goalless = word[i] === 'goalless' || word[i] === 'scoreless'
  if (score === null && !goalless) return null
  const [more = 0, less = 0] = goalless ? [] : pair
  const range = Number(score?.[2]) > Number(score?.[1]) && tag[i + 1] === 'N' && word[i + 1] !== lemma[i + 1]
  if (range && !PLAYED.has(word[i + 1] ?? '')) return null
  const value = more * 1000 + less
  return { ...plain, from: i, to: i + 1, value, ...intervalOf(value, null), dimension: 'score' }
}

/** "20-30 people": a range and no score. */
function readHyphenRange(tokens: Tokens, i: number): Quantity | null {
  const range = /^(\d{1,3})-(\d{1,3})$/.exec(tokens.word[i]!)
  if (range === null) return null
  const [low, high] = [Number(range[1]), Number(range[2])]
  const bare: Bare = { from: i, to: i + 1, value: high, rounding: 0, approximate: false, fraction: false }
  const one = quantityAt(tokens, bare, besideOf(tokens, bare))
  return {
    ...one,
    low: (low / high) * one.value,
    high: one.value,
    openLow: false,
    openHigh: false,
    approximate: true,
  }
}

function readOrdinalAt(tokens: Tokens, i: number): Quantity | null {
  const ordinal = readOrdinal(tokens.word[i]!)
  if (ordinal === null || tokens.word[i] === 'second' || isFraction(tokens, i)) return null
  const one = { ...plain, from: i, to: i + 1, value: ordinal, ...intervalOf(ordinal, null) }
  if (isBirthday(tokens, i + 1)) {
    const age = ordinal * SECONDS_A_YEAR
    return { ...one, to: i + 2, value: age, ...intervalOf(age, null), dimension: 'age', unit: 'year' }
  }
  return { ...one, dimension: 'ordinal', head: findHead(tokens, i + 1, true) }
}

function readMeasure(tokens: Tokens, i: number): Quantity | null {
  const age = readTens(tokens, i)
  if (age !== null)
    return {
      ...plain,
      ...age,
      value: age.low,
      openLow: false,
      dimension: 'age',
      unit: 'year',
      approximate: true,
    }
  const one = readArticleUnit(tokens, i)
  if (one === null) return null
  const bare: Bare = {
    from: i,
    to: one.to - 1,
    value: one.value,
    rounding: 0,
    approximate: false,
    fraction: false,
  }
  return quantityAt(tokens, bare, { unit: one.unit, from: i, to: one.to })
}

/** What stands at token `i` and takes no part in ranges or shares; null where there is no such amount. */
const readWhole = (tokens: Tokens, i: number): Quantity | null =>
  readScore(tokens, i) ??
  readHyphenRange(tokens, i) ??
  readOrdinalAt(tokens, i) ??
  readRatio(tokens, i) ??
  readWordedAmount(tokens, i, at => findHead(tokens, at)) ??
  null

/** The quantities of a statement with unit, head and bound; years, dates and clock times are left to `readDates`. */
export function readQuantities(tokens: Tokens, taken: ReadonlySet<number>): Quantity[] {
  const found: Quantity[] = []
  for (let i = 0; i < tokens.word.length && found.length < LIMITS.quantities; i++) {
    if (taken.has(i) || isName(tokens, i) || isYear(tokens, i)) continue
    const whole = readWhole(tokens, i)
    if (whole !== null) {
      found.push(whole)
      i = Math.max(i, whole.to - 1)
      continue
    }
    const bare = readBare(tokens, i)
    const quantity = bare === null ? readMeasure(tokens, i) : quantityAt(tokens, bare, besideOf(tokens, bare))
    if (quantity === null) continue
    const previous = found.at(-1)
    i = Math.max(i, quantity.to - 1)
    const joined =
      previous === undefined
        ? null
        : (joinRange(tokens, previous, quantity) ?? joinCompound(tokens, previous, quantity))
    if (joined !== null) {
      found[found.length - 1] = joined
      continue
    }
    const share = shareOfWhole(tokens, previous, quantity)
    if (share?.rest === true) found.pop()
    const front = share === null ? shareOfFront(tokens, previous, quantity) : null
    found.push(quantity, ...(share?.shares ?? []), ...(front === null ? [] : [front]))
  }
  return found.slice(0, LIMITS.quantities)
}
