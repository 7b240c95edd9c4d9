import { memo, useMemo } from 'react'
import { splitByMarks } from '#domain/disputed-words.ts'
import type { Span } from '#domain/quote.ts'
import type { Mark } from './marks.ts'
import { type Paragraph, paragraphsOf } from './paragraphs.ts'
import classes from './text.module.css'

export type ShownMark = Mark | (Span & { id: string; kind: 'lit' | 'pending' })

/**
 * The words of a text, a block a paragraph. `marks` are for browsers that draw no highlights of their own: elements
 * stand in their place.
 */
export const TextBody = memo(function TextBody({
  text,
  marks,
}: {
  text: string
  marks: readonly ShownMark[]
}) {
  const paragraphs = useMemo(() => paragraphsOf(text), [text])
  return paragraphs.map(paragraph => {
    const { start, text: words } = paragraph
    const inside = marks.filter(mark => mark.start < start + words.length && mark.end > start)
    return (
      <p key={start} data-start={start} dir="auto" className={classes.paragraph}>
        {inside.length === 0 ? words : <MarkedWords paragraph={paragraph} marks={inside} />}
      </p>
    )
  })
})

function MarkedWords({ paragraph, marks }: { paragraph: Paragraph; marks: readonly ShownMark[] }) {
  const { start, text } = paragraph
  const byId = new Map(marks.map(mark => [mark.id, mark]))
  const here = marks.map(mark => ({
    id: mark.id,
    start: Math.max(0, mark.start - start),
    end: Math.min(text.length, mark.end - start),
  }))
  let at = start
  return splitByMarks(text, here).map(({ text: words, ids }) => {
    const from = at
    at += words.length
    if (ids.length === 0) return words
    const kinds = ids.map(id => byId.get(id)?.kind)
    return (
      <mark
        key={from}
        className={classes.mark}
        data-kinds={[...new Set(kinds)].join(' ')}
        data-depth={Math.min(ids.length, 3)}
      >
        {words}
      </mark>
    )
  })
}
