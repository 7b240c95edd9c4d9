import { Button } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import classes from './draft-card.module.css'
import type { ActionKind } from './draft-places.ts'

const NAMES: Record<ActionKind, string> = { claim: 'claim', quote: 'quote', comment: 'comment' }

/** A form that was begun at a passage and not sent. */
export function DraftCard({
  kind,
  onResume,
  onDiscard,
}: {
  kind: ActionKind
  onResume: () => void
  onDiscard: () => void
}) {
  return (
    <article className={classes.card}>
      <p className={classes.title}>
        <IconPencil size={14} aria-hidden /> Unsaved {NAMES[kind]}
      </p>
      <Button size="compact-xs" variant="default" onClick={onResume}>
        Go on
      </Button>
      <Button size="compact-xs" variant="subtle" onClick={onDiscard}>
        Throw away
      </Button>
    </article>
  )
}
