import type { ReactNode } from 'react'
import classes from './page-title.module.css'
import { useTitle } from './use-title.ts'

/** The heading of a page, which names the window too. `serif` for a heading made of quoted words or a question. */
export function PageTitle({
  title,
  windowTitle,
  eyebrow,
  lead,
  actions,
  serif = false,
}: {
  title: string
  windowTitle?: string
  eyebrow?: ReactNode
  lead?: ReactNode
  actions?: ReactNode
  serif?: boolean
}) {
  useTitle(windowTitle ?? title)
  return (
    <header className={classes.head}>
      <div className={classes.words}>
        {eyebrow ? <div className={classes.eyebrow}>{eyebrow}</div> : null}
        <h1 className={serif ? classes.serif : classes.title}>{title}</h1>
        {lead ? <div className={classes.lead}>{lead}</div> : null}
      </div>
      {actions ? <div className={`${classes.actions} no-print`}>{actions}</div> : null}
    </header>
  )
}
