import type { DayRange } from '#domain/edtf.ts'

const DAY_MS = 86_400_000
const FIRST_DAY = '0001-01-01'
const LAST_DAY = '9999-12-31'

/** Days since 1970 of an ISO day. */
function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS)
}

export type Tick = { at: number; label: string }

/** Where days stand between the first and the last one that is known: 0 to 1. `days` is how far the two are apart. */
export type TimeScale = { place: (range: DayRange) => Placed; ticks: Tick[]; days: number }

/** A stretch of the scale. An end that is open reaches to the edge and says so. */
export type Placed = { start: number; end: number; openStart: boolean; openEnd: boolean }

/** The scale on which all the ranges can be shown; null when no day is known. */
export function timeScale(ranges: readonly DayRange[]): TimeScale | null {
  const known = ranges
    .flatMap(({ from, to }) => [from, to])
    .filter(day => day !== FIRST_DAY && day !== LAST_DAY)
    .map(dayNumber)
  if (known.length === 0) return null
  const first = known.reduce((least, day) => Math.min(least, day))
  const last = known.reduce((most, day) => Math.max(most, day))
  const days = last - first
  const at = (day: number) => (days === 0 ? 0.5 : (day - first) / days)
  return {
    days,
    ticks: ticksBetween(first, last).map(({ day, label }) => ({ at: at(day), label })),
    place: ({ from, to }) => ({
      start: from === FIRST_DAY ? 0 : at(dayNumber(from)),
      end: to === LAST_DAY ? 1 : at(dayNumber(to)),
      openStart: from === FIRST_DAY,
      openEnd: to === LAST_DAY,
    }),
  }
}

type Unit = 'day' | 'month' | 'year'

/** From fine to coarse; the first one that makes few enough lines is taken. */
const STEPS: readonly [count: number, unit: Unit][] = [
  [1, 'day'],
  [2, 'day'],
  [7, 'day'],
  [14, 'day'],
  [1, 'month'],
  [3, 'month'],
  [6, 'month'],
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000].map((years): [number, Unit] => [years, 'year']),
]

/** More lines than this and their labels run into each other. */
const MOST_TICKS = 7

const LABELS: Record<Unit, Intl.DateTimeFormat> = {
  day: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' }),
  month: new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' }),
  year: new Intl.DateTimeFormat('en-GB', { year: 'numeric', timeZone: 'UTC' }),
}

function ticksBetween(first: number, last: number): { day: number; label: string }[] {
  if (first === last) return []
  for (const [count, unit] of STEPS) {
    const days = STEP_DAYS[unit](first, last, count)
    if (days.length <= MOST_TICKS)
      return days.map(day => ({ day, label: LABELS[unit].format(new Date(day * DAY_MS)) }))
  }
  return []
}

/** The days of the lines, none beyond what tells that there are too many. */
const STEP_DAYS: Record<Unit, (first: number, last: number, count: number) => number[]> = {
  day: (first, last, count) =>
    Array.from(
      { length: Math.min((last - first) / count + 1, MOST_TICKS + 1) },
      (_, index) => first + index * count,
    ),
  month: (first, last, count) => {
    const start = new Date(first * DAY_MS)
    const months = start.getUTCFullYear() * 12 + start.getUTCMonth()
    return wholeSteps(Math.ceil(months / count), count, step => utcDay(0, step), first, last)
  },
  year: (first, last, count) => {
    const year = new Date(first * DAY_MS).getUTCFullYear()
    return wholeSteps(Math.ceil(year / count), count, step => utcDay(step, 0), first, last)
  },
}

function wholeSteps(
  from: number,
  count: number,
  dayOf: (step: number) => number,
  first: number,
  last: number,
): number[] {
  const days: number[] = []
  for (let step = from; days.length <= MOST_TICKS; step++) {
    const day = dayOf(step * count)
    if (day > last) break
    if (day >= first) days.push(day)
  }
  return days
}

/** Unlike `Date.UTC`, takes the years before 100 as they are. */
function utcDay(year: number, month: number): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month, 1)
  return Math.round(date.getTime() / DAY_MS)
}
