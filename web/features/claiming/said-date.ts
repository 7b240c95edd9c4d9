import { type PartialDate, parsePartialDate } from '#domain/partial-date.ts'
import { SAYING, settingOf, withoutQuotations } from './speech.ts'

/** A date for “said”, as EDTF, and where it comes from, in words. */
export type SaidSuggestion = { value: string; why: string }

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?'
const DATE = `\\d{4}-\\d\\d-\\d\\d|\\d{1,2}(?:st|nd|rd|th)? ${MONTH}(?:,? \\d{4})?|${MONTH} \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?`
const DAY = `${DATE}|(?<!next )(?:${WEEKDAYS.join('|')})(?! to\\b)|yesterday|(?:earlier )?today`
/** A day belongs to the saying only beside its verb: “told reporters on Monday”, “On Monday the minister said”. */
const SAID_ON = new RegExp(`\\b(?:${SAYING})\\b[^.“”"]{0,40}?\\b(${DAY})\\b`, 'i')
const SAYS = new RegExp(`\\b(?:${SAYING})\\b`, 'i')
const ON_SAID = new RegExp(`\\b(${DAY})\\b[^.“”"]{0,60}?\\b(?:${SAYING})\\b`, 'i')

/** How far back the day of an earlier saying is looked for: paragraphs, and UTF-16 units. */
const PARAGRAPHS_BACK = 3
const UNITS_BACK = 2_000

/**
 * When a passage was said: the day its own sentence gives with the saying; for what is said in an article without a day
 * of its own, that of the last saying before it, as articles name the day once; else the day the source was published.
 * Days of the week and “yesterday” count back from a publication that is known to the day. Null when nothing
 * is known.
 */
export function suggestSaid(
  text: string,
  start: number,
  end: number,
  published: PartialDate | null,
): SaidSuggestion | null {
  const { before, words, after, quoted } = settingOf(text, start, end)
  const sentence = withoutQuotations(before) + (quoted ? ' ' : words) + withoutQuotations(after)
  const named = (SAID_ON.exec(sentence) ?? ON_SAID.exec(sentence))?.[1]
  const day = named && dayOf(named, published)
  if (day) return { value: day, why: `from “${named}” in the text` }
  const earlier = quoted || SAYS.test(sentence) ? dayBefore(text, start) : null
  const earlierDay = earlier && dayOf(earlier, published)
  if (earlierDay) return { value: earlierDay, why: `from “${earlier}”, the day of what is said before it` }
  return published && { value: published.edtf, why: 'as the source was published' }
}

/** The day named with the last saying in the paragraphs before an offset, in the article's own words; null when there is none. */
function dayBefore(text: string, offset: number): string | null {
  const paragraphs = text.slice(Math.max(0, offset - UNITS_BACK), offset).split('\n\n')
  const own = withoutQuotations(paragraphs.slice(-PARAGRAPHS_BACK - 1).join('\n\n'))
  const sentences = own.split(/(?<=[.!?])\s+|\n\n/)
  for (const sentence of sentences.toReversed()) {
    const named = (SAID_ON.exec(sentence) ?? ON_SAID.exec(sentence))?.[1]
    if (named !== undefined) return named
  }
  return null
}

function dayOf(named: string, published: PartialDate | null): string | null {
  const known = published && published.from === published.to ? published.from : null
  const back = known === null ? null : daysBack(named, known)
  if (known !== null && back !== null) return shift(known, -back)
  const withYear = /\d{4}/.test(named)
  if (withYear) return read(named)
  const year = published?.from.slice(0, 4)
  if (!published || year === undefined || !/\d/.test(named)) return null
  const day = read(`${named} ${year}`)
  return day !== null && day > published.to ? read(`${named} ${Number(year) - 1}`) : day
}

/** How many days before `day` (ISO) a named day was; null when it is a date. */
function daysBack(named: string, day: string): number | null {
  if (/today/i.test(named)) return 0
  if (/yesterday/i.test(named)) return 1
  const weekday = WEEKDAYS.findIndex(name => name.toLowerCase() === named.toLowerCase())
  return weekday < 0 ? null : (new Date(day).getUTCDay() - weekday + 7) % 7
}

function shift(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}

function read(typed: string): string | null {
  const reading = parsePartialDate(typed)
  return reading.ok ? reading.value.edtf : null
}
