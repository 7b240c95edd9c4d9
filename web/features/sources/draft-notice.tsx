import { Button } from '@mantine/core'
import classes from './notice.module.css'

/** Says that what was typed before a reload is here again. */
export function DraftNotice({ onDiscard }: { onDiscard: () => void }) {
  return (
    <p className={classes.notice}>
      <span>What you typed here before is back.</span>
      <Button variant="default" size="compact-sm" onClick={onDiscard}>
        Start afresh
      </Button>
    </p>
  )
}
