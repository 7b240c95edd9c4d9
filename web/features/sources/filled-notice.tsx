import { Button } from '@mantine/core'
import classes from './notice.module.css'

/** Says that fields were filled in from a document, and offers what was not done, or to take it back. */
export function FilledNotice({
  from,
  heldText,
  onTakeText,
  onUndo,
  onClose,
}: {
  from: string
  /** Whether there was a text already, which was left as it is. */
  heldText: boolean
  onTakeText: () => void
  onUndo: () => void
  onClose: () => void
}) {
  return (
    <div className={classes.notice} role="status">
      <span>
        {heldText
          ? `${from} was read. The text you have was left as it is.`
          : `Filled in from ${from}. Check it before you save.`}
      </span>
      <span className={classes.buttons}>
        {heldText ? (
          <Button size="compact-sm" variant="default" onClick={onTakeText}>
            Put its text in place
          </Button>
        ) : null}
        <Button size="compact-sm" variant="subtle" onClick={onUndo}>
          Undo
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={onClose}>
          Fine
        </Button>
      </span>
    </div>
  )
}
