import { placeSpan, splitByMarks } from '#domain/disputed-words.ts'

/** A text with its disputed words; words that an edit has taken away are not marked. */
export function MarkedText({
  text,
  spans,
}: {
  text: string
  spans: readonly { start: number; end: number; exact: string }[]
}) {
  const marks = spans.flatMap((span, index) => {
    const place = placeSpan(text, span)
    return place ? [{ ...place, id: String(index) }] : []
  })
  let at = 0
  return splitByMarks(text, marks).map(segment => {
    const key = at
    at += segment.text.length
    return segment.ids.length > 0 ? (
      <mark key={key} className="disputed">
        {segment.text}
      </mark>
    ) : (
      segment.text
    )
  })
}
