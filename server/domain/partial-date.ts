import {
  type DayRange,
  type EdtfEnd,
  type EdtfPoint,
  edtfRange,
  edtfText,
  type Reading,
  readEdtf,
} from './edtf.ts'
import { writtenToEdtf } from './written-date.ts'

/**
 * A date as precise as its source is. `edtf` is canonical EDTF; `from` and `to` are the first and last day it can mean,
 * `YYYY-MM-DD`, from 0001-01-01 to 9999-12-31 where it is open.
 */
export type PartialDate = { edtf: string; from: string; to: string }

const LONGEST_INPUT = 100

/**
 * Reads a date as people type it: EDTF of level 0 and 1 (ISO 8601-2:2019), or English such as `6 January 2020`,
 * `c. 1954`, `January to March 2020`, `since 2020`. Never guesses between two readings. `?` and `~` do not widen the
 * range. When it cannot be read the message names the problem and what to write instead.
 */
export function parsePartialDate(input: string): Reading<PartialDate> {
  if (input.length > LONGEST_INPUT * 10) return { ok: false, message: tooLong }
  const text = tidy(input)
  if (text === '')
    return { ok: false, message: 'Write a date: 2020-01-06, January 2020, 2020 or circa 2020.' }
  if (text.length > LONGEST_INPUT) return { ok: false, message: tooLong }
  const written = writtenToEdtf(text)
  if (!written.ok) return written
  const edtf = readEdtf(written.value)
  if (!edtf.ok) return edtf
  return { ok: true, value: { edtf: edtfText(edtf.value), ...edtfRange(edtf.value) } }
}

/**
 * Puts EDTF text into words: `6 January 2020`, `around 2020`, `1954 to 1955`, `from January 2020 on`. `locale` is a
 * form of English: it sets the order of day and month. Text that is not EDTF comes back as it is.
 */
export function formatPartialDate(edtf: string, locale = 'en-GB'): string {
  const reading = readEdtf(edtf)
  if (!reading.ok) return edtf
  if (reading.value.kind === 'date') return formatPoint(reading.value.date, locale)
  const { start, end } = reading.value
  if (typeof end === 'string')
    return `from ${formatEnd(start, locale)}${end === 'open' ? ' on' : ', end unknown'}`
  if (typeof start === 'string')
    return `until ${formatPoint(end, locale)}${start === 'open' ? '' : ', start unknown'}`
  return `${formatPoint(start, locale)} to ${formatPoint(end, locale)}`
}

/** Orders by first day, then last day, then text, for `Array.sort`: negative, zero or positive. */
export function comparePartialDates(a: PartialDate, b: PartialDate): number {
  return compareText(a.from, b.from) || compareText(a.to, b.to) || compareText(a.edtf, b.edtf)
}

/** Whether the two can mean the same day. */
export function rangesOverlap(a: DayRange, b: DayRange): boolean {
  return a.from <= b.to && b.from <= a.to
}

const tooLong = 'This is too long for a date. Write 2020-01-06, January 2020, 2020 or circa 2020.'

function tidy(input: string): string {
  return input.normalize('NFKC').replaceAll(/[‐‑−]/g, '-').replaceAll(/\s+/g, ' ').trim()
}

function formatEnd(end: EdtfEnd, locale: string): string {
  return typeof end === 'string' ? '' : formatPoint(end, locale)
}

const QUALIFIER_WORDS = { '': '', '?': 'possibly ', '~': 'around ', '%': 'possibly around ' }
const SEASON_WORDS = ['spring', 'summer', 'autumn', 'winter']

function formatPoint(point: EdtfPoint, locale: string): string {
  return QUALIFIER_WORDS[point.qualifier] + formatBase(point, locale)
}

function formatBase({ year, part, day }: EdtfPoint, locale: string): string {
  if (year.includes('X')) return formatYears(year)
  if (part === 'XX') return `${Number(year)} (${day === null ? 'month' : 'day'} unknown)`
  if (part === null) return String(Number(year))
  const season = SEASON_WORDS[Number(part) - 21]
  if (season) return `${season} ${Number(year)}`
  if (day === null) return formatDay(`${year}-${part}-01`, locale, false)
  if (day === 'XX') return `${formatDay(`${year}-${part}-01`, locale, false)} (day unknown)`
  return formatDay(`${year}-${part}-${day}`, locale, true)
}

/** `the 1950s`; but `the 1900s` could be ten years or a hundred. */
function formatYears(year: string): string {
  const first = Number(year.replaceAll('X', '0'))
  if (first % 100 !== 0) return `the ${first}s`
  return `${Math.max(first, 1)}–${Number(year.replaceAll('X', '9'))}`
}

/** Making a formatter costs more than using it, and lists show hundreds of dates. */
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatDay(day: string, locale: string, showsDay: boolean): string {
  const key = `${locale} ${showsDay}`
  let formatter = formatters.get(key)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(locale, {
      ...(showsDay ? { day: 'numeric' } : {}),
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    })
    formatters.set(key, formatter)
  }
  return formatter.format(new Date(day))
}

function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
