import { daysInMonth, FIRST_DAY, isoDay, LAST_DAY, MONTH_NAMES } from './calendar.ts'

/** What reading a text gave: the value, or what is wrong with the text and how to put it right. */
export type Reading<T> = { ok: true; value: T } | { ok: false; message: string }

/** `?` uncertain, `~` approximate, `%` both. */
export type Qualifier = '' | '?' | '~' | '%'

/**
 * A date as EDTF writes it. `year` is four digits or ends in one or two `X`; `part` is a month `01`–`12`, a season
 * `21`–`24` (spring first) or `XX`; `day` is two digits or `XX`.
 */
export type EdtfPoint = { year: string; part: string | null; day: string | null; qualifier: Qualifier }

/** One end of an interval: a date, open (`..`) or not known (nothing written). */
export type EdtfEnd = EdtfPoint | 'open' | 'unknown'

export type Edtf = { kind: 'date'; date: EdtfPoint } | { kind: 'interval'; start: EdtfEnd; end: EdtfEnd }

export type DayRange = { from: string; to: string }

/**
 * Reads EDTF text of level 0 and 1 (ISO 8601-2:2019; Library of Congress, Extended Date/Time Format, 2019): dates,
 * intervals, seasons, qualifiers and unspecified digits at the right end. Years run from 0001 to 9999.
 */
export function readEdtf(text: string): Reading<Edtf> {
  const ends = text.split('/')
  if (ends.length === 1) {
    const point = readPoint(text)
    return point.ok ? { ok: true, value: { kind: 'date', date: point.value } } : point
  }
  if (ends.length > 2) return refuse('A span has one start and one end. Write it as 2020-01/2020-03.')
  const start = readEnd(ends[0] ?? '')
  if (!start.ok) return start
  const end = readEnd(ends[1] ?? '')
  if (!end.ok) return end
  if (typeof start.value === 'string' && typeof end.value === 'string')
    return refuse('A span needs at least one end. Write it as 2020-01/.. or ../2020-01.')
  const interval: Edtf = { kind: 'interval', start: start.value, end: end.value }
  const { from, to } = edtfRange(interval)
  if (from > to) return refuse(`The span ends before it starts. Write it as ${ends[1]}/${ends[0]}.`)
  return { ok: true, value: interval }
}

/** The first and last day a date or interval can mean. An end that is open or not known reaches as far as days go. */
export function edtfRange(edtf: Edtf): DayRange {
  if (edtf.kind === 'date') return pointRange(edtf.date)
  return {
    from: typeof edtf.start === 'string' ? FIRST_DAY : pointRange(edtf.start).from,
    to: typeof edtf.end === 'string' ? LAST_DAY : pointRange(edtf.end).to,
  }
}

/** The canonical text: what `readEdtf` reads back as the same value. */
export function edtfText(edtf: Edtf): string {
  if (edtf.kind === 'date') return pointText(edtf.date)
  return `${endText(edtf.start)}/${endText(edtf.end)}`
}

const POINT = /^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?([?~%]?)$/

function readEnd(text: string): Reading<EdtfEnd> {
  if (text === '..') return { ok: true, value: 'open' }
  if (text === '') return { ok: true, value: 'unknown' }
  return readPoint(text)
}

function readPoint(text: string): Reading<EdtfPoint> {
  const match = POINT.exec(text)
  if (!match) return refuse(`${text} is not a date. Write 2020-01-06, 2020-01 or 2020.`)
  const [, year = '', part = null, day = null, qualifier = ''] = match
  const problem = yearProblem(year, part) ?? partProblem(year, part, day) ?? dayProblem(year, part, day)
  if (problem !== null) return refuse(problem)
  return { ok: true, value: { year, part, day, qualifier: toQualifier(qualifier) } }
}

function toQualifier(text: string): Qualifier {
  return text === '?' || text === '~' || text === '%' ? text : ''
}

function yearProblem(year: string, part: string | null): string | null {
  if (year === '0000') return 'There is no year 0. Years run from 0001 to 9999.'
  if (year.includes('X') && part !== null)
    return `A month needs a full year. Write ${year} alone, or the year with four digits.`
  return null
}

function partProblem(year: string, part: string | null, day: string | null): string | null {
  if (part === null) return null
  if (part === 'XX')
    return day === null || day === 'XX'
      ? null
      : `A day needs a month. Write ${year}-XX-XX if the month is not known.`
  const number = Number(part)
  if (number >= 21 && number <= 24)
    return day === null ? null : `A season has no days. Write ${year}-${part} for the season, or a month.`
  if (number >= 1 && number <= 12) return null
  if (number === 0) return `There is no month 00. Write ${year} if the month is not known.`
  return `There is no month ${part}. Months run from 01 to 12, seasons from 21 (spring) to 24 (winter); a span of years is written ${year}/${Number(year) + 1}.`
}

function dayProblem(year: string, part: string | null, day: string | null): string | null {
  if (part === null || day === null || day === 'XX') return null
  const month = Number(part)
  const name = MONTH_NAMES[month - 1]
  const last = daysInMonth(Number(year), month)
  if (Number(day) === 0) return `There is no day 00. Write ${year}-${part} if the day is not known.`
  if (Number(day) <= last) return null
  const when = month === 2 ? `${name} ${Number(year)}` : name
  return `There is no ${Number(day)} ${when}; ${name} ends on the ${last}${last === 31 ? 'st' : 'th'}${month === 2 ? ' that year' : ''}. Correct the day, or write ${year}-${part} if it is not known.`
}

/** Seasons are those of the northern hemisphere by whole months; winter runs into February of the next year. */
function pointRange({ year, part, day }: EdtfPoint): DayRange {
  const first = Number(year.replaceAll('X', '0'))
  const last = Number(year.replaceAll('X', '9'))
  if (part === null || part === 'XX')
    return { from: isoDay(Math.max(first, 1), 1, 1), to: isoDay(last, 12, 31) }
  const month = Number(part)
  if (month > 12) return seasonRange(first, month)
  if (day === null || day === 'XX')
    return { from: isoDay(first, month, 1), to: isoDay(first, month, daysInMonth(first, month)) }
  return { from: isoDay(first, month, Number(day)), to: isoDay(first, month, Number(day)) }
}

function seasonRange(year: number, season: number): DayRange {
  const startMonth = (season - 20) * 3
  const from = isoDay(year, startMonth, 1)
  if (season < 24) return { from, to: isoDay(year, startMonth + 2, daysInMonth(year, startMonth + 2)) }
  return { from, to: year === 9999 ? LAST_DAY : isoDay(year + 1, 2, daysInMonth(year + 1, 2)) }
}

function endText(end: EdtfEnd): string {
  if (end === 'open') return '..'
  return end === 'unknown' ? '' : pointText(end)
}

function pointText({ year, part, day, qualifier }: EdtfPoint): string {
  return [year, part, day].filter(field => field !== null).join('-') + qualifier
}

function refuse(message: string): { ok: false; message: string } {
  return { ok: false, message }
}
