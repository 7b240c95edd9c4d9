import { Badge, Checkbox } from '@mantine/core'
import type { Claim } from '#contract/claims.ts'
import type { Suggestion } from '#contract/suggestions.ts'
import { AWAITED_READING_LABELS, REASON_TYPE_LABELS, RELATION_KIND_LABELS } from '../../ui/labels.ts'
import { PartialDateText } from '../../ui/partial-date.tsx'
import classes from './list.module.css'
import { sayPercent } from './share.ts'
import { sidesOf } from './sides.ts'

/** One pair of the queue in short. */
export function QueueRow({
  pair,
  chosen,
  onToggle,
}: {
  pair: Suggestion
  chosen: boolean
  onToggle: () => void
}) {
  const [left, right] = sidesOf(pair)
  return (
    <li className={classes.row} data-chosen={chosen || undefined}>
      <Checkbox
        checked={chosen}
        onChange={onToggle}
        aria-label={`${left.statement} | ${right.statement}`}
        className={classes.check ?? ''}
      />
      <div className={classes.sides}>
        <Side claim={left} />
        <Side claim={right} />
      </div>
      <p className={classes.about}>
        <span>{RELATION_KIND_LABELS[pair.kind]}</span>
        {pair.likelihood === null ? <span>By a person</span> : <span>{sayPercent(pair.likelihood)}</span>}
        {pair.awaits ? <Badge>{AWAITED_READING_LABELS[pair.awaits]}</Badge> : null}
        {pair.assignedTo ? <span>{pair.assignedTo.name}</span> : null}
        {pair.reasons.map(reason => (
          <span key={reason.explanation} className={classes.reason}>
            {`${REASON_TYPE_LABELS[reason.type]}: ${reason.explanation}`}
          </span>
        ))}
      </p>
    </li>
  )
}

function Side({ claim }: { claim: Claim }) {
  return (
    <div>
      <p className={classes.statement}>{claim.statement}</p>
      <p className={classes.speaker}>
        {claim.speaker.name}
        {claim.said ? ', ' : ''}
        {claim.said ? <PartialDateText value={claim.said} /> : null}
      </p>
    </div>
  )
}
