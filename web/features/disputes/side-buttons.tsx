import { ActionIcon } from '@mantine/core'
import type { EditedPosition, PlacedClaim } from './arrangement.ts'
import classes from './editor.module.css'
import { letterOf } from './sides.ts'

/** One button a side: the claim stands on the one that is pressed; pressing another moves it, pressing it again takes it off. */
export function SideButtons({
  claim,
  positions,
  onPlace,
  onTakeOff,
}: {
  claim: PlacedClaim
  positions: readonly EditedPosition[]
  onPlace: (claim: PlacedClaim, key: string) => void
  onTakeOff: (claimId: string) => void
}) {
  return (
    <fieldset className={classes.sideButtons} aria-label={`Side of: ${claim.statement}`}>
      {positions.map(({ key, label, claims }, index) => {
        const pressed = claims.some(({ id }) => id === claim.id)
        const words = label.trim() === '' ? '' : `: ${label}`
        const does = pressed ? `Take off side ${letterOf(index)}` : `Put on side ${letterOf(index)}`
        return (
          <ActionIcon
            key={key}
            size="md"
            variant={pressed ? 'filled' : 'default'}
            aria-pressed={pressed}
            aria-label={`${does}${words}`}
            title={`${does}${words}`}
            onClick={() => (pressed ? onTakeOff(claim.id) : onPlace(claim, key))}
          >
            <span className={classes.buttonLetter}>{letterOf(index)}</span>
          </ActionIcon>
        )
      })}
    </fieldset>
  )
}
