import type { ReactNode } from 'react'
import classes from './narrow.module.css'

/** A column for a single form. */
export function Narrow({ children }: { children: ReactNode }) {
  return <div className={classes.narrow}>{children}</div>
}
