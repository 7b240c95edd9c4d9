import type { Span } from '#domain/quote.ts'
import { LANES, lanesOf } from './lanes.ts'
import type { TextMap } from './text-map.ts'

/** `note` is what stands beside the text without being a claim: a comment, a draft. */
export const MARK_KINDS = ['claim', 'disputed', 'note'] as const
export type MarkKind = (typeof MARK_KINDS)[number]

/** A passage that is marked in a text. */
export type Mark = Span & { id: string; kind: MarkKind }

/** Whether the browser draws highlights without a change of the page (CSS Custom Highlight API). */
export function drawsHighlights(): boolean {
  return typeof CSS !== 'undefined' && 'highlights' in CSS && typeof Highlight !== 'undefined'
}

/** Marks that lie over others are drawn on top of them. */
const PRIORITY = { lit: 100, pending: 200 }

/** Draws the marks, each in the lane that keeps its line apart from those it overlaps. */
export function drawMarks(map: TextMap, marks: readonly Mark[]): void {
  const lanes = lanesOf(marks)
  for (const kind of MARK_KINDS)
    for (let lane = 0; lane < LANES; lane++)
      draw(
        `${kind}-${lane}`,
        map,
        marks.filter(mark => mark.kind === kind && lanes.get(mark.id) === lane),
        lane,
      )
}

/** Draws what is lit (pointed at, or picked) or pending (the words a form is about), in place of what was. */
export function drawSpans(name: keyof typeof PRIORITY, map: TextMap, spans: readonly Span[]): void {
  draw(name, map, spans, PRIORITY[name])
}

export function eraseMarks(): void {
  for (const kind of MARK_KINDS)
    for (let lane = 0; lane < LANES; lane++) CSS.highlights.delete(`${kind}-${lane}`)
  CSS.highlights.delete('lit')
  CSS.highlights.delete('pending')
}

function draw(name: string, map: TextMap, spans: readonly Span[], priority: number): void {
  if (spans.length === 0) {
    CSS.highlights.delete(name)
    return
  }
  const highlight = new Highlight(...spans.map(map.rangeOf))
  highlight.priority = priority
  CSS.highlights.set(name, highlight)
}

/** The marks at an offset, the shortest first. */
export function marksAt<M extends Span>(marks: readonly M[], offset: number): M[] {
  return marks
    .filter(({ start, end }) => start <= offset && offset < end)
    .toSorted((a, b) => a.end - a.start - (b.end - b.start))
}
