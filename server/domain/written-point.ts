import { isoDay, MONTH_NAMES, WEEKDAY_NAMES, weekdayName } from './calendar.ts'
import { type Qualifier, type Reading, readEdtf } from './edtf.ts'

/**
 * Puts one date (no span) as people write it in English into EDTF text, its qualifier last. A time of day is left out,
 * a weekday is checked and left out. The text it returns is not yet checked against the calendar. Refused, never
 * guessed at: numbers that can be read as two different days, and dates without a year.
 */
export function writtenPointToEdtf(text: string): Reading<string> {
  const { base, qualifier } = takeQualifiers(text)
  const { weekday, rest } = takeWeekday(withoutTime(base))
  const point = readIsoLike(rest) ?? readNumbers(rest) ?? readWords(rest)
  if (!point.ok) return point
  if (weekday !== null && readEdtf(point.value).ok && point.value.length === 10) {
    const actual = weekdayName(point.value)
    if (!actual.toLowerCase().startsWith(weekday))
      return refuse(`${point.value} is a ${actual}. Correct the day, or leave the weekday out.`)
  }
  return { ok: true, value: point.value + qualifier }
}

const APPROXIMATE_FIRST =
  /^(?:(?:circa|about|around|approximately|approx|roughly|ca|c)(?:\.\s*|\s+|(?=\d))|~\s*)(?=.)/i
const UNCERTAIN_FIRST = /^(?:possibly|perhaps|probably|maybe)\s+/i
const QUALIFIER_LAST = /\s*(?:([?~%])|\((\?|circa|ca\.?|c\.|approximately|approx\.?|uncertain)\))$/i

/** Takes `circa`, `possibly`, `~`, `?` and the like off both ends. */
function takeQualifiers(text: string): { base: string; qualifier: Qualifier } {
  let base = text
  let isApproximate = false
  let isUncertain = false
  for (;;) {
    const last = QUALIFIER_LAST.exec(base)
    const mark = last?.[1] ?? last?.[2] ?? ''
    if (APPROXIMATE_FIRST.test(base) || (last && !/^(?:\?|uncertain)$/i.test(mark))) isApproximate = true
    if (UNCERTAIN_FIRST.test(base) || /^(?:[?%]|uncertain)$/i.test(mark)) isUncertain = true
    const next = base.replace(QUALIFIER_LAST, '').replace(APPROXIMATE_FIRST, '').replace(UNCERTAIN_FIRST, '')
    if (next === base) break
    base = next
  }
  if (isApproximate) return { base, qualifier: isUncertain ? '%' : '~' }
  return { base, qualifier: isUncertain ? '?' : '' }
}

const ISO_TIME =
  /^(\d{4}-\d{2}-\d{2})(?:T|\s+)(?:[01]\d|2[0-4]):?[0-5]\d(?::?[0-6]\d(?:[.,]\d+)?)?\s*(?:Z|[+-]\d{2}(?::?\d{2})?)?$/i
const WRITTEN_TIME =
  /,?\s+(?:at\s+)?(?:[01]?\d|2[0-4])[:.][0-5]\d(?::[0-6]\d)?(?:\s*[ap]\.?m\.?)?(?:\s+\(?[A-Z]{2,5}\)?)?$/i

function withoutTime(text: string): string {
  return ISO_TIME.exec(text)?.[1] ?? text.replace(WRITTEN_TIME, '')
}

const WEEKDAY_FIRST = new RegExp(
  String.raw`^(?:${WEEKDAY_NAMES.flatMap(name => [name, name.slice(0, 3)]).join('|')}|tues|thurs?)\.?,?\s+`,
  'i',
)

function takeWeekday(text: string): { weekday: string | null; rest: string } {
  const match = WEEKDAY_FIRST.exec(text)
  if (!match) return { weekday: null, rest: text }
  return { weekday: text.slice(0, 3).toLowerCase(), rest: text.slice(match[0].length) }
}

const YEAR_FIRST =
  /^(\d{4}|\d{3}x|\d{2}xx)(?:-(\d{1,2}|xx)(?:-(\d{1,2}|xx))?)?$|^(\d{4})([/.])(\d{1,2})\5(\d{1,2})$|^(\d{4})(\d{2})(\d{2})$/i

/** `2020-01-06`, `2020-1-6`, `202X`, `2020/01/06`, `20200106`: the year first, so there is one reading. */
function readIsoLike(text: string): Reading<string> | null {
  const match = YEAR_FIRST.exec(text)
  if (match) {
    const fields = [
      match[1] ?? match[4] ?? match[8],
      match[2] ?? match[6] ?? match[9],
      match[3] ?? match[7] ?? match[10],
    ]
    const present = fields.filter(field => field !== undefined)
    return { ok: true, value: present.map(field => field.padStart(2, '0').toUpperCase()).join('-') }
  }
  if (/^[\dx]{4}(?:-|$)/i.test(text) && /x/i.test(text))
    return refuse('X stands for digits not known, from the right: 202X, 20XX, 2020-XX, 2020-01-XX.')
  return null
}

const NUMBERS = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})$/
const MONTH_AND_YEAR = /^(\d{1,2})[/.](\d{4})$/

/** `25/12/2020` and `01/2020`, where one reading is possible. */
function readNumbers(text: string): Reading<string> | null {
  const [, month, monthYear] = MONTH_AND_YEAR.exec(text) ?? []
  if (month && monthYear) return { ok: true, value: `${monthYear}-${month.padStart(2, '0')}` }
  const match = NUMBERS.exec(text)
  if (!match) return null
  const [a, b, year] = [Number(match[1]), Number(match[3]), match[4] ?? '']
  if (year.length === 2)
    return refuse(`${text} can be read in several ways. Write year, month, day: 2020-02-01.`)
  const dayFirst = isoDay(Number(year), b, a)
  const monthFirst = isoDay(Number(year), a, b)
  if (b > 12 && a <= 12) return { ok: true, value: monthFirst }
  if (a > 12 || a === b) return { ok: true, value: dayFirst }
  if (a === 0 || b === 0) return { ok: true, value: dayFirst }
  const names = [`${a} ${MONTH_NAMES[b - 1]}`, `${b} ${MONTH_NAMES[a - 1]}`]
  return refuse(
    `${text} can be two days. Write ${dayFirst} for ${names[0]}, or ${monthFirst} for ${names[1]}.`,
  )
}

const MONTHS = new Map<string, string>([
  ...MONTH_NAMES.flatMap((name, index): [string, string][] => {
    const number = String(index + 1).padStart(2, '0')
    return [
      [name.toLowerCase(), number],
      [name.slice(0, 3).toLowerCase(), number],
    ]
  }),
  ['sept', '09'],
])
const SEASONS = new Map([
  ['spring', '21'],
  ['summer', '22'],
  ['autumn', '23'],
  ['fall', '23'],
  ['winter', '24'],
])

/** Words and the shape they make, one letter a word: D day, M month, S season, Y year. */
function readWords(text: string): Reading<string> {
  const words = text
    .toLowerCase()
    .replaceAll(/\b(?:the|of|in)\s+|[,.]/g, ' ')
    .trim()
    .split(/[\s-]+/)
    .map(word => word.replace(/^(\d{1,2})(?:st|nd|rd|th)$/, '$1'))
  const shape = words.map(shapeOf).join('')
  const take = (letter: string) => words[shape.indexOf(letter)] ?? ''
  const month = MONTHS.get(take('M')) ?? SEASONS.get(take('S')) ?? ''
  if (/^(?:DMY|MDY|YMD|YDM)$/.test(shape))
    return { ok: true, value: `${take('Y')}-${month}-${take('D').padStart(2, '0')}` }
  if (/^(?:MY|YM|SY|YS)$/.test(shape)) return { ok: true, value: `${take('Y')}-${month}` }
  if (shape === 'T') return readDecade(words[0] ?? '')
  return refuse(wordsProblem(text, shape))
}

function shapeOf(word: string): string {
  if (/^\d{4}$/.test(word)) return 'Y'
  if (/^\d{1,2}$/.test(word)) return 'D'
  if (/^\d{3}0s$/.test(word)) return 'T'
  if (MONTHS.has(word)) return 'M'
  return SEASONS.has(word) ? 'S' : '-'
}

function readDecade(word: string): Reading<string> {
  const [decade, century] = [`${word.slice(0, 3)}X`, `${word.slice(0, 2)}XX`]
  if (word[2] !== '0') return { ok: true, value: decade }
  return refuse(
    `The ${word} can be ten years or a hundred. Write ${decade} for the ten, ${century} for the hundred.`,
  )
}

function wordsProblem(text: string, shape: string): string {
  if (/^(?:DM|MD|M|S)$/.test(shape)) return `${text} has no year. Add it: ${text} 2020.`
  if (/^(?:DMD|MDD)$/.test(shape)) return `${text} has a short year. Write the year with four digits: 2020.`
  if (/^\d{1,3}$/.test(text))
    return `${text} is too short for a year. Write four digits: 2020, or 0800 for the year 800.`
  if (/\b(?:early|mid|late|beginning|end)\b/i.test(text))
    return `${text} has no clear limits. Write a span, such as 2020-01/2020-04, or circa 2020.`
  if (/\b(?:bce?|b\.c\.)/i.test(text) || /^-\d/.test(text))
    return 'Years before the year 1 are not kept. Leave the date empty.'
  return `“${text}” is not a date that can be read. Write 2020-01-06, January 2020, 2020 or circa 2020.`
}

function refuse(message: string): { ok: false; message: string } {
  return { ok: false, message }
}
