import { parsePartialDate } from '#domain/partial-date.ts'
import { DAY_MS } from './phrase.ts'
import { between, type Random, type Weights, weighted } from './random.ts'

type Columns = { edtf: string | null; from: string | null; to: string | null }

const UNKNOWN: Columns = { edtf: null, from: null, to: null }

const isoDay = (day: Date) => day.toISOString().slice(0, 10)

function columnsOf(edtf: string): Columns {
  const reading = parsePartialDate(edtf)
  if (!reading.ok) throw new Error(`${edtf}: ${reading.message}`)
  return reading.value
}

type Precision = 'day' | 'month' | 'year' | 'circa' | 'interval' | 'since' | 'unknown'

const EDTF: Readonly<Record<Exclude<Precision, 'unknown'>, (day: Date, random: Random) => string>> = {
  day: isoDay,
  month: day => isoDay(day).slice(0, 7),
  year: day => isoDay(day).slice(0, 4),
  circa: day => `${isoDay(day).slice(0, 7)}~`,
  interval: (day, random) =>
    `${isoDay(day)}/${isoDay(new Date(day.getTime() + between(random, 1, 20) * DAY_MS))}`,
  since: day => `${isoDay(day).slice(0, 7)}/..`,
}

const SAID: Weights<Precision> = [
  ['day', 68],
  ['month', 11],
  ['unknown', 6],
  ['year', 5],
  ['circa', 4],
  ['interval', 4],
  ['since', 2],
]

const PUBLISHED: Weights<Precision> = [
  ['day', 88],
  ['month', 5],
  ['unknown', 4],
  ['year', 2],
  ['circa', 1],
]

/** A date as known to whoever wrote it down: mostly the day, at times less. */
function asKnown(random: Random, day: Date, weights: Weights<Precision>): Columns {
  const precision = weighted(random, weights)
  return precision === 'unknown' ? UNKNOWN : columnsOf(EDTF[precision](day, random))
}

export const saidDate = (random: Random, day: Date) => asKnown(random, day, SAID)

export const publishedDate = (random: Random, day: Date) => asKnown(random, day, PUBLISHED)

export const exactDate = (day: Date) => columnsOf(isoDay(day))

export const noDate = UNKNOWN
