import { ActionIcon, Textarea } from '@mantine/core'
import { getHotkeyHandler } from '@mantine/hooks'
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react'
import type { EditedPosition, PlacedClaim } from './arrangement.ts'
import type { ArrangementIssues } from './arrangement-issues.ts'
import { ClaimLine } from './claim-line.tsx'
import classes from './editor.module.css'
import { SideButtons } from './side-buttons.tsx'
import { letterOf } from './sides.ts'

export type ArrangementActions = {
  onRename: (key: string, label: string) => void
  onMove: (key: string, by: -1 | 1) => void
  onRemove: (key: string) => void
  onPlace: (claim: PlacedClaim, key: string) => void
  onTakeOff: (claimId: string) => void
}

/** One side: its words, its place among the others, its claims. */
export function PositionEditor({
  position,
  index,
  positions,
  issues,
  actions,
}: {
  position: EditedPosition
  index: number
  positions: readonly EditedPosition[]
  issues: ArrangementIssues
  actions: ArrangementActions
}) {
  const { key, label, claims } = position
  const letter = letterOf(index)
  const { onRename, onMove, onRemove, onPlace, onTakeOff } = actions
  const keys = getHotkeyHandler([
    // Half a list of sides is not saved by accident.
    ['Enter', event => event.preventDefault()],
    ['alt+ArrowUp', () => onMove(key, -1)],
    ['alt+ArrowDown', () => onMove(key, 1)],
  ])
  return (
    <section className={classes.position} aria-label={`Side ${letter}`}>
      <div className={classes.positionHead}>
        <Textarea
          autosize
          minRows={1}
          className={classes.label ?? ''}
          label={`Side ${letter}`}
          placeholder="What this side says, in a few words"
          value={label}
          error={issues.labels[key]}
          onChange={event => onRename(key, event.currentTarget.value.replaceAll('\n', ' '))}
          onKeyDown={keys}
        />
        <ActionIcon
          variant="default"
          size="input-sm"
          disabled={index === 0}
          aria-label={`Move side ${letter} up`}
          title="Move up (Alt ↑ in the field)"
          onClick={() => onMove(key, -1)}
        >
          <IconArrowUp size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size="input-sm"
          disabled={index === positions.length - 1}
          aria-label={`Move side ${letter} down`}
          title="Move down (Alt ↓ in the field)"
          onClick={() => onMove(key, 1)}
        >
          <IconArrowDown size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size="input-sm"
          aria-label={`Remove side ${letter}`}
          title="Remove this side"
          onClick={() => onRemove(key)}
        >
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      </div>
      {issues.positions[key] ? (
        <p className={classes.error} role="alert">
          {issues.positions[key]}
        </p>
      ) : null}
      {claims.length === 0 ? (
        <p className={classes.hint}>{`No claim on side ${letter} yet. Find one and press ${letter}.`}</p>
      ) : (
        <ul className={classes.claims}>
          {claims.map(claim => (
            <ClaimLine key={claim.id} claim={claim} error={issues.claims[claim.id]}>
              <SideButtons claim={claim} positions={positions} onPlace={onPlace} onTakeOff={onTakeOff} />
            </ClaimLine>
          ))}
        </ul>
      )}
    </section>
  )
}
