import type { ReactNode } from 'react'
import classes from './margin-card.module.css'

/** A card beside the text. Pressing it goes to the words it belongs to; `more` is there once it is active. */
export function MarginCard({
  kind,
  active,
  onOpen,
  onPoint,
  children,
  more,
}: {
  kind: 'claim' | 'comment'
  active: boolean
  onOpen: () => void
  onPoint: (pointed: boolean) => void
  children: ReactNode
  more?: ReactNode
}) {
  return (
    <article
      className={classes.card}
      data-kind={kind}
      data-active={active || undefined}
      onPointerEnter={() => onPoint(true)}
      onPointerLeave={() => onPoint(false)}
    >
      <button type="button" className={classes.open} aria-current={active || undefined} onClick={onOpen}>
        {children}
      </button>
      {active ? more : null}
    </article>
  )
}
