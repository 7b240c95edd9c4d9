import { type DateMention, LIMITS, NEGATED } from './analysis.ts'
import { readClock } from './clock.ts'
import {
  AMOUNT_BEFORE,
  BOUNDS,
  DAYS,
  EASTER,
  FEASTS,
  MONTHS,
  MOVING,
  PERIODS,
  SEASONS,
  SHIFTS,
  WEEKDAYS,
  WITHIN_BOUND,
  YEAR_BEFORE,
} from './date-words.ts'
import { readOrdinal } from './number-words.ts'
import type { Reading } from './polarity.ts'
import type { Tokens } from './tokens.ts'

type Partial = Omit<DateMention, 'from' | 'bound'>
const EMPTY = {
  year: null,
  month: null,
  day: null,
  weekday: null,
  minute: null,
  relative: null,
  yearTo: null,
  monthTo: null,
  weekdayTo: null,
  minuteTo: null,
  relativeTo: null,
}
const PARTS = ['year', 'month', 'day', 'weekday', 'minute', 'relative'] as const

function yearOf(word: string): number | null {
  return /^(1[5-9]|20|21)\d\d$/.test(word) ? Number(word) : null
}

function dayOf(word: string): number | null {
  const day = /^\d{1,2}$/.test(word) ? Number(word) : readOrdinal(word)
  return day !== null && day >= 1 && day <= 31 ? day : null
}

/** The month that a word names: "March", "Sept.", "mid-May". */
const monthOf = (word: string): number | undefined => MONTHS.get(word.replace(/^mid-/, '').replace(/\.$/, ''))

/** Whether "may", "march" and "mar" are no month where they stand. */
function isOtherWord({ word, tag, text }: Tokens, i: number): boolean {
  const w = word[i]!
  if (w !== 'may' && w !== 'march' && w !== 'mar') return false
  if (!/^[MA]/.test(text[i] ?? '')) return true
  const dayFollows = dayOf(word[i + 1] ?? '') !== null
  return w === 'mar' ? !dayFollows : (tag[i] === 'X' || tag[i] === 'V') && !dayFollows
}

/** "6 January 2020", "January 6, 2020", "January 2020", "6 January". */
function readCalendar(tokens: Tokens, i: number): Partial | null {
  const { word } = tokens
  const month = monthOf(word[i]!)
  if (month !== undefined) {
    if (isOtherWord(tokens, i)) return null
    let to = i + 1
    const day = dayOf(word[to] ?? '')
    if (day !== null) to++
    if (word[to] === ',' && yearOf(word[to + 1] ?? '') !== null) to++
    const year = yearOf(word[to] ?? '')
    return { ...EMPTY, month, day, year, to: year === null ? (day === null ? i + 1 : i + 2) : to + 1 }
  }
  const day = dayOf(word[i]!)
  const gap = word[i + 1] === 'of' ? 2 : 1
  const next = monthOf(word[i + gap] ?? '')
  if (day === null || next === undefined) return null
  const year = yearOf(word[i + gap + 1] ?? '')
  return { ...EMPTY, month: next, day, year, to: i + gap + (year === null ? 1 : 2) }
}

const CENTURY = 100

/** "1999", "the 1990s", "the 19th century". */
function readYear({ word, tag }: Tokens, i: number): Partial | null {
  const w = word[i]!
  const decade = /^(?:mid-)?((?:1[5-9]|20)\d0)'?s$/.exec(w)
  if (decade !== null) {
    const year = Number(decade[1])
    return { ...EMPTY, year, yearTo: year + (year % CENTURY === 0 ? 99 : 9), to: i + 1 }
  }
  const century = word[i + 1] === 'century' ? readOrdinal(w) : null
  if (century !== null)
    return { ...EMPTY, year: (century - 1) * CENTURY, yearTo: century * CENTURY, to: i + 2 }
  const year = yearOf(w)
  if (year === null) return null
  const before = word[i - 1] ?? ''
  const counted = tag[i + 1] === 'N' || tag[i + 1] === 'A' || word[i + 1] === '%'
  if (!YEAR_BEFORE.has(before) && counted) return null
  if (AMOUNT_BEFORE.has(before) && !YEAR_BEFORE.has(before)) return null
  return { ...EMPTY, year, to: i + 1 }
}

/** The days that a shifted period covers, counted from the day of saying: not its first or last ones, of which nobody would speak so. */
function shiftedDays(shift: number, days: number): [number, number] {
  if (shift === 0) return [-days, days]
  const near = days > 7 ? Math.min(20, days / 8) : 1
  return shift < 0 ? [1 - 2 * days, -near] : [near, 2 * days - 1]
}

/** "yesterday", "last year", "next week", "this summer"; "the next day" is counted from another day than that of saying. */
function readRelative({ word }: Tokens, i: number): Partial | null {
  const direct = DAYS.get(word[i]!)
  if (direct !== undefined) return { ...EMPTY, relative: direct[0], relativeTo: direct[1], to: i + 1 }
  const shift = SHIFTS.get(word[i]!)
  const next = word[i + 1] ?? ''
  const period = PERIODS.get(next)
  if (shift !== undefined && period !== undefined) {
    const [relative, relativeTo] = shiftedDays(shift, period)
    const [month, monthTo] = SEASONS.get(next) ?? [null, null]
    return { ...EMPTY, relative, relativeTo, month, monthTo, to: i + 2 }
  }
  const weekday = WEEKDAYS.get(next)
  if (shift !== undefined && weekday !== undefined && word[i - 1] !== 'the')
    return { ...EMPTY, weekday, relative: shift * 7, to: i + 2 }
  return null
}

const BEFORE_SEASON = new Set(
  'in the this to by before until till after since next last every late early during of from'.split(' '),
)

function readSeason({ word, tag }: Tokens, i: number): Partial | null {
  const season = SEASONS.get(word[i]!)
  if (season === undefined || tag[i] === 'V') return null
  const at = word[i + 1] === 'of' ? i + 2 : i + 1
  const year = yearOf(word[at] ?? '')
  if (year === null && (!BEFORE_SEASON.has(word[i - 1] ?? '') || tag[i + 1] === 'N')) return null
  return { ...EMPTY, month: season[0], monthTo: season[1], year, to: year === null ? i + 1 : at + 1 }
}

/** "Christmas Eve", "New Year's Day", "Good Friday". */
function readFeast({ word }: Tokens, i: number): Partial | null {
  const [first, second = ''] = [word[i]!, word[i + 1]]
  const easter = first === 'easter' || (first === 'good' && second === 'friday')
  if (easter) {
    const weekday = WEEKDAYS.get(second) ?? null
    return { ...EMPTY, month: EASTER[0], monthTo: EASTER[1], weekday, to: i + (weekday === null ? 1 : 2) }
  }
  const two = FEASTS.get(`${first} ${second}`)
  const feast = two ?? FEASTS.get(first)
  if (feast === undefined) return null
  const eve = first === 'new' && word.slice(i + 2, i + 5).includes('eve')
  const length = first === 'new' && word[i + 2] === "'s" ? 4 : two === undefined ? 1 : 2
  return { ...EMPTY, month: eve ? 12 : feast[0], day: eve ? 31 : feast[1], to: i + length }
}

function readNamedDay(tokens: Tokens, i: number): Partial | null {
  const { word } = tokens
  const weekday = WEEKDAYS.get(word[i]!)
  if (weekday !== undefined) return { ...EMPTY, weekday, to: i + 1 }
  if (word[i] === 'weekend') return { ...EMPTY, weekday: 6, weekdayTo: 0, to: i + 1 }
  return readFeast(tokens, i) ?? readSeason(tokens, i)
}

function readTimeOfDay(tokens: Tokens, i: number): Partial | null {
  const clock = readClock(tokens, i)
  return clock === null ? null : { ...EMPTY, ...clock }
}

/**
 * The dates and times of a statement, each with as many parts as it names, and whether the event lies at, before, after, until or
 * since it. Relative days are counted from the day of saying.
 */
export function readDates(tokens: Tokens): DateMention[] {
  const dates: DateMention[] = []
  for (let i = 0; i < tokens.word.length && dates.length < LIMITS.dates; i++) {
    const read =
      readCalendar(tokens, i) ??
      readTimeOfDay(tokens, i) ??
      readYear(tokens, i) ??
      readRelative(tokens, i) ??
      readNamedDay(tokens, i)
    if (read === null) continue
    const last = dates.at(-1)
    const { bound, from } = boundOf(tokens, i)
    /** "Monday, 6 January 2020" is one date. */
    if (last !== undefined && last.to >= i - gapBefore(tokens, i) && bound === 'at' && joins(last, read)) {
      joinTo(last, read)
    } else dates.push({ ...read, from, bound })
    if (read.minute === 0 && (bound === 'before' || bound === 'until')) dates.at(-1)!.minute = MIDNIGHT
    i = Math.max(i, read.to - 1)
  }
  return dates
}

/** The end of the day, where something is over by midnight. */
const MIDNIGHT = 1440

/** How many words may stand between two parts of one date: a comma, "on", "on the morning of". */
function gapBefore({ word }: Tokens, i: number): number {
  if (word[i - 1] === 'the' && (word[i - 2] === 'in' || word[i - 2] === 'on')) return 2
  return 1
}

function joinTo(date: DateMention, read: Partial): void {
  for (const part of PARTS) date[part] ??= read[part]
  date.yearTo ??= read.yearTo
  date.monthTo ??= read.monthTo
  date.weekdayTo ??= read.weekdayTo
  date.minuteTo ??= read.minuteTo
  date.relativeTo ??= read.relativeTo
  date.to = read.to
}

/** Two mentions that name different parts. What is relative goes with a time of day only. */
function joins(a: Partial, b: Partial): boolean {
  if (!PARTS.every(part => a[part] === null || b[part] === null)) return false
  const onlyTime = ({ year, month, day, weekday, relative }: Partial) =>
    [year, month, day, weekday, relative].every(part => part === null)
  return (a.relative === null && b.relative === null) || onlyTime(a) || onlyTime(b)
}

const MAX_WITHIN = 5

/** "not on Monday", "rather than in May": the words right before a date that say that it is another one. */
function isExcluded({ word }: Tokens, i: number): boolean {
  const at = word[i - 1] === 'in' || word[i - 1] === 'on' || word[i - 1] === 'at' ? i - 2 : i - 1
  if (word[at] === 'not' && (word[at - 1] === ',' || word[at - 1] === '-' || word[at - 1] === 'and'))
    return true
  return (
    (word[at] === 'than' && word[at - 1] === 'rather') || (word[at] === 'of' && word[at - 1] === 'instead')
  )
}

const MOVE_REACH = 7

/** Whether a verb that gives something another date stands before token `i`. */
const isMoved = ({ lemma }: Tokens, i: number): boolean =>
  lemma.slice(Math.max(0, i - MOVE_REACH), i).some(word => MOVING.has(word))

/** How a date at token `i` bounds the event, and where the words for it begin. */
function boundOf(tokens: Tokens, i: number): { bound: DateMention['bound']; from: number } {
  const { word, tag } = tokens
  if (isExcluded(tokens, i)) return { bound: 'not', from: i }
  let at = i - 1
  while (at > 0 && i - at < MAX_WITHIN && WITHIN_BOUND.has(word[at]!)) at--
  const bound = BOUNDS.get(word[at] ?? '')
  if (bound === undefined) return { bound: 'at', from: i }
  if (word[at] === 'from') {
    if (isMoved(tokens, at)) return { bound: 'not', from: at }
    /** "a letter from 1988", "the film dates from 2016". */
    const dated = tag[at - 1] === 'N' || tag[at - 1] === 'M' || tokens.lemma[at - 1] === 'date'
    if (dated && yearOf(word[i]!) !== null) return { bound: 'at', from: at }
  }
  if (bound === 'until' && isMoved(tokens, at)) return { bound: 'earliest', from: at }
  return { bound, from: at }
}

/** What a bound says of an event when the statement says that it did not happen so. */
const TURNED = new Map<DateMention['bound'], DateMention['bound']>([
  ['until', 'earliest'],
  ['before', 'earliest'],
  ['since', 'latest'],
])

/**
 * Turns the bounds that stand within a negation: what did not happen until Monday, or not before May, happened then or later; what has
 * not happened since 1990 happened then or earlier. The negators of the reading must be known.
 */
export function turnBounds({ sense, clause }: Reading, dates: readonly DateMention[]): void {
  for (const date of dates) {
    const turned = TURNED.get(date.bound)
    if (turned === undefined) continue
    const opens = date.from > 0 && clause[date.from - 1] !== clause[date.from]
    const negated = [date.to - 1, opens ? date.from - 1 : date.from].some(i =>
      isWithinNegation(sense, clause, i),
    )
    if (negated) date.bound = turned
  }
}

/** Whether token `i` is governed by a negation, or one follows in its clause ("until May not one came"). */
function isWithinNegation(sense: readonly number[], clause: readonly number[], i: number): boolean {
  for (let j = i; j < sense.length && clause[j] === clause[i]; j++)
    if ((sense[j]! & NEGATED) !== 0) return true
  return false
}
