import { dayAfter, dayBefore } from './calendar.ts'
import { edtfRange, type Reading, readEdtf } from './edtf.ts'
import { writtenPointToEdtf } from './written-point.ts'

/**
 * Puts a date or span as people write it in English, or as EDTF, into EDTF text: `6 January 2020`, `c. 1954`,
 * `January to March 2020`, `since 2020`. The text it returns is not yet checked against the calendar. The message of a
 * refusal says what is wrong and what to write instead.
 */
export function writtenToEdtf(text: string): Reading<string> {
  return readOneSided(text) ?? readSpan(text) ?? writtenPointToEdtf(text)
}

const SINCE = /^(?:since|from)\s+(.+?)(?:\s+on(?:wards?)?)?$|^(.+?)\s+onwards?$/i
const UNTIL = /^(?:until|till|up to)\s+(.+)$/i
const BEYOND = /^(after|before)\s+(.+)$/i
const STILL = /^(?:present|now|today|ongoing|open|\.\.)$/i

/** `since 2020`, `until 2020`, `after 2020`, `before 2020`. Null when the text is none of these. */
function readOneSided(text: string): Reading<string> | null {
  const beyond = BEYOND.exec(text)
  if (beyond) return readBeyond(beyond[1]?.toLowerCase() === 'after', beyond[2] ?? '')
  const until = UNTIL.exec(text)?.[1]
  if (until !== undefined) return withPoint(until, end => `../${end}`)
  const since = SINCE.exec(text)
  const start = since?.[1] ?? since?.[2]
  return start === undefined || splitSpan(start) ? null : withPoint(start, point => `${point}/..`)
}

/** `after 2020` starts with the next year and `before January 2020` ends with the month before: as precise as the date. */
function readBeyond(isAfter: boolean, text: string): Reading<string> {
  const point = writtenPointToEdtf(text)
  if (!point.ok) return point
  const edtf = readEdtf(point.value)
  if (!edtf.ok) return edtf
  const { from, to } = edtfRange(edtf.value)
  const day = isAfter ? dayAfter(to) : dayBefore(from)
  if (day === null)
    return refuse(`There is no day ${isAfter ? 'after' : 'before'} ${text}. Years run from 0001 to 9999.`)
  const [, base = '', qualifier = ''] = /^(.*?)([?~%]?)$/.exec(point.value) ?? []
  const isPlain = /^\d{4}(?:-[01]\d(?:-\d\d)?)?$/.test(base)
  const next = day.slice(0, isPlain ? base.length : 10) + qualifier
  return { ok: true, value: isAfter ? `${next}/..` : `../${next}` }
}

/** A span of two dates, which may share their month or year. Null when the text is not a span. */
function readSpan(text: string): Reading<string> | null {
  const span = splitSpan(text)
  if (!span) return readQuarter(text)
  const { left, right, isEither } = span
  if (isEither) return refuse(`One date, or one span that holds both: write ${left} to ${right}.`)
  const end = readSpanEnd(withMonthOf(left, right))
  if (!end.ok) return /^\d{1,2}$/.test(right) ? refuse(shortEndMessage(left, text)) : end
  const start = readSpanEnd(left)
  if (start.ok) return { ok: true, value: `${start.value}/${end.value}` }
  const shared = writtenPointToEdtf(withRestOf(end.value, left))
  return shared.ok ? { ok: true, value: `${shared.value}/${end.value}` } : start
}

function readSpanEnd(text: string): Reading<string> {
  if (STILL.test(text)) return { ok: true, value: '..' }
  return text === '' ? { ok: true, value: '' } : writtenPointToEdtf(text)
}

function shortEndMessage(left: string, text: string): string {
  if (!/^\d{4}$/.test(left)) return 'Write both ends of the span in full: 2020-01-05/2020-01-07.'
  return `${text} can be read in two ways. Write a span of years with four digits each, as 1954/1955, and a month as 1954-05.`
}

const NUMBERS = /^\d{1,4}([/.-])\d{1,2}\1\d{1,4}$|^\d{1,2}\/\d{4}$/
const SPANS = [
  /^between\s+(.+?)\s+(and)\s+(.+)$/i,
  /^(?:from\s+)?(.+?)\s+(to|until|till|through|or)\s+(.+)$/i,
  /^(.+?)\s+([-–—])\s+(.+)$/,
  /^([^/]*)(\/)([^/]*)$/,
  /^(.+?)([–—])(.+)$/,
  /^(\d{4})(-)(\d{4})$/,
  /^(\d{1,2})(-)(\d{1,2}\s+\p{L}.*)$/u,
  /^(\p{L}+)(-)(\p{L}+\s+\d{4})$/u,
]

function splitSpan(text: string): { left: string; right: string; isEither: boolean } | null {
  if (NUMBERS.test(text)) return null
  for (const pattern of SPANS) {
    const match = pattern.exec(text)
    if (match) {
      const [, left = '', separator = '', right = ''] = match
      return { left: left.trim(), right: right.trim(), isEither: separator.toLowerCase() === 'or' }
    }
  }
  return null
}

/** `Q1 2020`, `2020 Q1`: the months of a quarter. */
function readQuarter(text: string): Reading<string> | null {
  const match = /^q([1-4])\s+(\d{4})$|^(\d{4})[\s-]q([1-4])$/i.exec(text)
  if (!match) return null
  const year = match[2] ?? match[3]
  const first = Number(match[1] ?? match[4]) * 3 - 2
  return { ok: true, value: `${year}-${twoDigits(first)}/${year}-${twoDigits(first + 2)}` }
}

/** `January 6 to 8, 2020`: the end takes its month from the start. */
function withMonthOf(left: string, right: string): string {
  const month = /^\p{L}+\.?(?=\s+\d{1,2}(?:st|nd|rd|th)?$)/iu.exec(left)?.[0]
  return month && /^\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}$/i.test(right) ? `${month} ${right}` : right
}

/** `6 to 8 January 2020`, `January to March 2020`: the start takes what it lacks from the end. */
function withRestOf(end: string, left: string): string {
  const day = /^(\d{1,2})(?:st|nd|rd|th)?$/i.exec(left)?.[1]
  if (day && /^\d{4}-\d\d-\d\d/.test(end)) return `${end.slice(0, 8)}${day}`
  return `${left} ${end.slice(0, 4)}`
}

function withPoint(text: string, write: (edtf: string) => string): Reading<string> {
  const point = writtenPointToEdtf(text)
  return point.ok ? { ok: true, value: write(point.value) } : point
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}

function refuse(message: string): { ok: false; message: string } {
  return { ok: false, message }
}
