import type { PartialDate } from '#domain/partial-date.ts'

/** A day as the driver takes it for a `date` column: midnight in UTC. */
const toDay = (day: string) => new Date(`${day}T00:00:00.000Z`)

const fromDay = (day: Date) => day.toISOString().slice(0, 10)

/** What the three columns of a partial date hold: all of it, or nothing. */
export function dateColumns(value: PartialDate | null) {
  return { edtf: value?.edtf ?? null, from: value && toDay(value.from), to: value && toDay(value.to) }
}

/** The partial date that three columns hold, or null. */
export function readDate(edtf: string | null, from: Date | null, to: Date | null): PartialDate | null {
  return edtf === null || from === null || to === null ? null : { edtf, from: fromDay(from), to: fromDay(to) }
}
