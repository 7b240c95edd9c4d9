import type { Span } from '#domain/quote.ts'

/** How many underlines can stand under one line of text. */
export const LANES = 3

/**
 * Gives each mark a lane from 0, so that marks that overlap have lanes of their own and their lines stand below each
 * other. Where more overlap than there are lanes, the last lane takes the rest.
 */
export function lanesOf(marks: readonly (Span & { id: string })[], most = LANES): Map<string, number> {
  const ends: number[] = []
  const lanes = new Map<string, number>()
  for (const mark of marks.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const free = ends.findIndex(end => end <= mark.start)
    const lane = Math.min(free < 0 ? ends.length : free, most - 1)
    ends[lane] = Math.max(ends[lane] ?? 0, mark.end)
    lanes.set(mark.id, lane)
  }
  return lanes
}
