import { type ReactNode, useRef } from 'react'
import type { Span } from '#domain/quote.ts'
import classes from './margin.module.css'
import type { TextDocument } from './text-document.ts'
import { useMarginLayout } from './use-margin-layout.ts'

export type MarginItem = Span & { id: string; card: ReactNode }

/**
 * Cards beside the passages they speak of, in the order of the text; on a narrow screen a list under it. The card
 * `fixed` stands exactly beside its passage.
 */
export function Margin({
  document,
  label,
  items,
  fixed,
}: {
  document: TextDocument
  label: string
  items: readonly MarginItem[]
  fixed: string | null
}) {
  const list = useRef<HTMLOListElement>(null)
  useMarginLayout(list, document, items, fixed)
  return (
    <ol ref={list} className={classes.margin} aria-label={label}>
      {items.map(({ id, card }) => (
        <li key={id} data-id={id} className={classes.item}>
          {card}
        </li>
      ))}
    </ol>
  )
}
