import type { ReactNode } from 'react'
import classes from './reader.module.css'

/**
 * A text with what stands beside it. On a wide screen the panel lies over the cards of the margin; on a narrow one the
 * cards are a list with a heading under the text, and the panel a sheet.
 */
export function ReaderLayout({
  text,
  panel,
  title,
  cards,
}: {
  text: ReactNode
  panel: ReactNode
  title: string
  cards: ReactNode
}) {
  return (
    <div className={classes.reader}>
      <div className={classes.column}>{text}</div>
      <aside className={classes.side} aria-label={title}>
        {panel}
        <div className={classes.cards} data-covered={panel ? '' : undefined}>
          <h2 className={classes.sideTitle}>{title}</h2>
          {cards}
        </div>
      </aside>
    </div>
  )
}
