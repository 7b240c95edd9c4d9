export type Span = { start: number; end: number }

export function placeSpan(text: string, span: Span & { exact: string }): Span | null {
  const start = text.indexOf(span.exact)
  return start < 0 ? null : { start, end: start + span.exact.length }
}

export function splitByMarks(
  text: string,
  marks: readonly (Span & { id: string })[],
): { text: string; ids: string[] }[] {
  return [{ text, ids: marks.map(mark => mark.id) }]
}

export function snapToWords(_text: string, start: number, end: number): Span {
  return { start, end }
}
