import { Button } from '@mantine/core'
import { explain, type ReasonDraft } from './reason-draft.ts'
import classes from './relations.module.css'

/** The reasons of a pair, one of which is worked on. */
export function ReasonTabs({
  reasons,
  active,
  onChoose,
  onAdd,
  onRemove,
}: {
  reasons: readonly ReasonDraft[]
  active: number
  onChoose: (index: number) => void
  onAdd: () => void
  onRemove: () => void
}) {
  const reason = reasons[active]
  return (
    <fieldset className={classes.tabs} aria-label="Reasons">
      {reasons.map((one, index) => (
        <Button
          // A reason has no name of its own: its place is what it is known by.
          key={`reason-${String(index)}`}
          size="compact-sm"
          variant={index === active ? 'filled' : 'default'}
          aria-pressed={index === active}
          onClick={() => onChoose(index)}
        >
          {one.left && one.right ? explain(one) : `Reason ${index + 1}`}
        </Button>
      ))}
      <Button size="compact-sm" variant="subtle" disabled={!reason?.left || !reason.right} onClick={onAdd}>
        Another reason
      </Button>
      {reasons.length > 1 ? (
        <Button size="compact-sm" variant="subtle" onClick={onRemove}>
          Remove this reason
        </Button>
      ) : null}
    </fieldset>
  )
}
