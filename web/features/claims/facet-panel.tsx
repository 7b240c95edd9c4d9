import { Button } from '@mantine/core'
import { useDisclosure, useMediaQuery } from '@mantine/hooks'
import type { ReactNode } from 'react'
import classes from './claims.module.css'

/** The filters beside the list; where there is no room beside it, behind a button above it. */
export function FacetPanel({
  active,
  onClear,
  children,
}: {
  active: number
  onClear: () => void
  children: ReactNode
}) {
  const [open, { toggle }] = useDisclosure(false)
  const narrow = useMediaQuery('(max-width: 60em)', false, { getInitialValueInEffect: false })
  const shown = !narrow || open
  return (
    <aside className={classes.aside} aria-label="Filters">
      {narrow ? (
        <Button variant="default" size="compact-sm" aria-expanded={open} onClick={toggle}>
          {active > 0 ? `Filters (${active})` : 'Filters'}
        </Button>
      ) : null}
      {active > 0 ? (
        <Button variant="subtle" size="compact-sm" onClick={onClear}>
          Clear all
        </Button>
      ) : null}
      {shown ? children : null}
    </aside>
  )
}
