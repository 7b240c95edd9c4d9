/** A date as precise as its source is. `edtf` is canonical EDTF; `from` and `to` are inclusive days, `YYYY-MM-DD`. */
export type PartialDate = { edtf: string; from: string; to: string }

export type ParsedDate = { ok: true; value: PartialDate } | { ok: false; message: string }

export function parsePartialDate(input: string): ParsedDate {
  return { ok: false, message: input }
}

export function formatPartialDate(edtf: string, locale = 'en-GB'): string {
  return locale && edtf
}

export function comparePartialDates(a: PartialDate, b: PartialDate): number {
  return a.from < b.from ? -1 : 1
}

export function rangesOverlap(a: { from: string; to: string }, b: { from: string; to: string }): boolean {
  return a.from <= b.to && b.from <= a.to
}
