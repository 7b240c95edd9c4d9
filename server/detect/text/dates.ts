import { type DateMention, LIMITS } from './analysis.ts'
import { readOrdinal } from './number-words.ts'
import type { Tokens } from './tokens.ts'

const MONTHS = new Map<string, number>()
for (const [i, names] of [
  'january jan',
  'february feb',
  'march mar',
  'april apr',
  'may',
  'june jun',
  'july jul',
  'august aug',
  'september sept sep',
  'october oct',
  'november nov',
  'december dec',
].entries())
  for (const name of names.split(' ')) MONTHS.set(name, i + 1)
const WEEKDAYS = new Map(
  ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'].map((day, i) => [day, i]),
)
const RELATIVE: Record<string, number> = { today: 0, tonight: 0, yesterday: -1, tomorrow: 1 }
const PERIODS: Record<string, number> = {
  day: 1,
  night: 1,
  week: 7,
  month: 30,
  year: 365,
  season: 180,
  summer: 365,
  winter: 365,
  spring: 365,
  autumn: 365,
  fall: 365,
  decade: 3650,
}
const SHIFTS: Record<string, number> = {
  last: -1,
  next: 1,
  this: 0,
  previous: -1,
  following: 1,
  coming: 1,
  past: -1,
}
const SEASONS: Record<string, number> = { spring: 4, summer: 7, autumn: 10, winter: 1 }
const HOLIDAYS: Record<string, [number, number]> = {
  'christmas day': [12, 25],
  'christmas eve': [12, 24],
  'new year': [1, 1],
}

const BOUNDS: Record<string, DateMention['bound']> = {
  before: 'before',
  by: 'before',
  until: 'until',
  till: 'until',
  after: 'after',
  since: 'since',
  from: 'since',
  through: 'until',
}

const own = <T>(table: Record<string, T>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined

type Partial = Omit<DateMention, 'from' | 'bound'>
const EMPTY = { year: null, month: null, day: null, weekday: null, minute: null, relative: null }

function yearOf(word: string): number | null {
  return /^(1[5-9]|20|21)\d\d$/.test(word) ? Number(word) : null
}

function dayOf(word: string): number | null {
  const day = /^\d{1,2}$/.test(word) ? Number(word) : readOrdinal(word)
  return day !== null && day >= 1 && day <= 31 ? day : null
}

/** "6 January 2020", "January 6, 2020", "January 2020", "6 January". */
function readCalendar({ word, tag, text }: Tokens, i: number): Partial | null {
  const month = MONTHS.get(word[i]!.replace(/\.$/, ''))
  if (month !== undefined) {
    if ((word[i] === 'may' || word[i] === 'march' || word[i] === 'mar') && !/^[MA]/.test(text[i] ?? ''))
      return null
    if (
      (word[i] === 'may' || word[i] === 'march') &&
      (tag[i] === 'X' || tag[i] === 'V') &&
      dayOf(word[i + 1] ?? '') === null
    )
      return null
    let to = i + 1
    const day = dayOf(word[to] ?? '')
    if (day !== null) to++
    if (word[to] === ',' && yearOf(word[to + 1] ?? '') !== null) to++
    const year = yearOf(word[to] ?? '')
    return { ...EMPTY, month, day, year, to: year === null ? (day === null ? i + 1 : i + 2) : to + 1 }
  }
  const day = dayOf(word[i]!)
  const gap = word[i + 1] === 'of' ? 2 : 1
  const next = MONTHS.get((word[i + gap] ?? '').replace(/\.$/, ''))
  if (day === null || next === undefined) return null
  const year = yearOf(word[i + gap + 1] ?? '')
  return { ...EMPTY, month: next, day, year, to: i + gap + (year === null ? 1 : 2) }
}

const AMOUNT_BEFORE = new Set([
  '$',
  '€',
  '£',
  'some',
  'about',
  'around',
  'over',
  'nearly',
  'least',
  'than',
  'of',
  'to',
])
const YEAR_BEFORE = new Set([
  'in',
  'since',
  'by',
  'until',
  'till',
  'from',
  'during',
  'before',
  'after',
  'of',
  'for',
  'early',
  'late',
  'mid',
  'circa',
  '(',
  'through',
  'year',
  'and',
  'to',
  'spring',
  'summer',
  'autumn',
  'winter',
  '-',
  'the',
])

function readYear({ word, tag }: Tokens, i: number): Partial | null {
  const decade = /^(1[5-9]|20)(\d)0'?s$/.exec(word[i]!)
  if (decade !== null) return { ...EMPTY, year: Number(word[i]!.slice(0, 4)), to: i + 1 }
  const year = yearOf(word[i]!)
  if (year === null) return null
  const before = word[i - 1] ?? ''
  const counted = tag[i + 1] === 'N' || tag[i + 1] === 'A' || word[i + 1] === '%'
  if (!YEAR_BEFORE.has(before) && counted) return null
  if (AMOUNT_BEFORE.has(before) && !YEAR_BEFORE.has(before)) return null
  return { ...EMPTY, year, to: i + 1 }
}

function readClock({ word }: Tokens, i: number): Partial | null {
  const clock = /^(\d{1,2})[:.](\d\d)(am|pm)?$/.exec(word[i]!)
  const next = word[i + 1] ?? ''
  if (
    clock !== null &&
    (word[i]!.includes(':') ||
      clock[3] !== undefined ||
      next === 'am' ||
      next === 'pm' ||
      next === 'a.m.' ||
      next === 'p.m.')
  ) {
    const half = clock[3] ?? next
    const hour = Number(clock[1]) % 24
    return {
      ...EMPTY,
      minute: (half.startsWith('p') && hour < 12 ? hour + 12 : hour) * 60 + Number(clock[2]),
      to: i + (/^[ap]\.?m/.test(next) ? 2 : 1),
    }
  }
  const hours =
    /^(\d{1,2})(am|pm)$/.exec(word[i]!) ??
    (/^\d{1,2}$/.test(word[i]!) && /^[ap]\.?m\.?$/.test(next) ? ['', word[i]!, next] : null)
  if (hours !== null)
    return {
      ...EMPTY,
      minute: ((Number(hours[1]) % 12) + ((hours[2] ?? '').startsWith('p') ? 12 : 0)) * 60,
      to: i + (word[i] === hours[1] ? 2 : 1),
    }
  if (word[i] === 'noon' || word[i] === 'midday') return { ...EMPTY, minute: 720, to: i + 1 }
  if (word[i] === 'midnight') return { ...EMPTY, minute: 0, to: i + 1 }
  return null
}

function readRelative({ word }: Tokens, i: number): Partial | null {
  const direct = own(RELATIVE, word[i]!)
  if (direct !== undefined) return { ...EMPTY, relative: direct, to: i + 1 }
  const shift = own(SHIFTS, word[i]!)
  const period = own(PERIODS, word[i + 1] ?? '')
  if (shift !== undefined && period !== undefined) return { ...EMPTY, relative: shift * period, to: i + 2 }
  return null
}

function readNamedDay({ word }: Tokens, i: number): Partial | null {
  const weekday = WEEKDAYS.get(word[i]!)
  if (weekday !== undefined) return { ...EMPTY, weekday, to: i + 1 }
  const holiday = own(HOLIDAYS, `${word[i]} ${word[i + 1] ?? ''}`)
  if (holiday !== undefined) {
    const eve = word[i] === 'new' && word.slice(i + 2, i + 5).includes('eve')
    return {
      ...EMPTY,
      month: eve ? 12 : holiday[0],
      day: eve ? 31 : holiday[1],
      to: i + (word[i] === 'new' && word[i + 2] === "'s" ? 4 : 2),
    }
  }
  const season = own(SEASONS, word[i]!)
  if (
    season !== undefined &&
    (word[i - 1] === 'in' ||
      word[i - 1] === 'the' ||
      word[i - 1] === 'this' ||
      yearOf(word[i + 1] ?? '') !== null)
  ) {
    const at = word[i + 1] === 'of' ? i + 2 : i + 1
    const year = yearOf(word[at] ?? '')
    return { ...EMPTY, month: season, year, to: year === null ? i + 1 : at + 1 }
  }
  return null
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
      readClock(tokens, i) ??
      readYear(tokens, i) ??
      readRelative(tokens, i) ??
      readNamedDay(tokens, i)
    if (read === null) continue
    let from = i
    const previous = tokens.word[i - 1] === 'the' ? i - 2 : i - 1
    const bound = own(BOUNDS, tokens.word[previous] ?? '') ?? 'at'
    const last = dates.at(-1)
    if (bound !== 'at') from = previous
    /** "Monday, 6 January 2020" is one date. */
    if (last !== undefined && last.to >= i - 1 && joins(last, read)) {
      last.weekday ??= read.weekday
      last.month ??= read.month
      last.day ??= read.day
      last.year ??= read.year
      last.minute ??= read.minute
      last.to = read.to
    } else dates.push({ ...read, from, bound })
    i = Math.max(i, read.to - 1)
  }
  return dates
}

function joins(a: Partial, b: Partial): boolean {
  const parts = ['year', 'month', 'day', 'weekday', 'minute', 'relative'] as const
  return (
    parts.every(part => a[part] === null || b[part] === null) && a.relative === null && b.relative === null
  )
}
