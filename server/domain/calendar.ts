/** Days of the Gregorian calendar, carried back before 1582 as ISO 8601 does. Days are `YYYY-MM-DD` text, years 1 to 9999. */

export const FIRST_DAY = '0001-01-01'
export const LAST_DAY = '9999-12-31'

export const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

export const WEEKDAY_NAMES = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const

/** How many days a month has. `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** The day as text. The numbers are not checked. */
export function isoDay(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`
}

/** The day after, or null after the last day there is. */
export function dayAfter(day: string): string | null {
  if (day >= LAST_DAY) return null
  return new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10)
}

/** The day before, or null before the first day there is. */
export function dayBefore(day: string): string | null {
  if (day <= FIRST_DAY) return null
  return new Date(Date.parse(day) - DAY_MS).toISOString().slice(0, 10)
}

/** The English name of a day's weekday. */
export function weekdayName(day: string): string {
  return WEEKDAY_NAMES[new Date(Date.parse(day)).getUTCDay()] ?? ''
}

const DAY_MS = 86_400_000

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

function pad(number: number): string {
  return String(number).padStart(2, '0')
}
