import { parsePartialDate } from '#domain/partial-date.ts'

const ISO_START = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?=$|[T\s])/
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?=$|T|\d{6}$)/
const PDF_DATE = /^D:(\d{4})(\d{2})?(\d{2})?/

const LABEL =
  /^(?:first\s+)?(?:published|posted|updated|last\s+updated|last\s+modified|modified|date)(?:\s+(?:on|at))?\s*:?\s+/i
const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+/i
const CLOCK = /,?\s+(?:at\s+)?\d{1,2}[:.]\d{2}.*$/i

/**
 * A date as documents and their metadata write it, as EDTF; the day is the one written, in whatever time zone. Null when
 * it is no date. Reads ISO 8601, RFC 9110 dates, PDF dates, `2020/01/06`, `20200106` and dates in English.
 */
export function documentDate(written: unknown): string | null {
  if (typeof written !== 'string') return null
  const text = written.trim().slice(0, 100)
  const numbers = PDF_DATE.exec(text) ?? ISO_START.exec(text) ?? COMPACT.exec(text)
  if (numbers !== null) {
    const parts = numbers.slice(1).filter(part => part !== undefined)
    return edtf(parts.map((part, index) => (index === 0 ? part : part.padStart(2, '0'))).join('-'))
  }
  return edtf(text.replace(LABEL, '').replace(WEEKDAY, '').replace(CLOCK, ''))
}

function edtf(text: string): string | null {
  if (text === '') return null
  const read = parsePartialDate(text)
  return read.ok ? read.value.edtf : null
}
