import { IconAlertTriangle, IconLink } from '@tabler/icons-react'
import { Link } from 'react-router'
import type { ClaimItem } from '#contract/claims.ts'
import type { Anchored } from '#domain/anchor.ts'
import { HOW_PUT_LABELS } from '../../ui/labels.ts'
import { PartialDateText } from '../../ui/partial-date.tsx'
import classes from './claiming.module.css'
import { FoundState } from './found-state.tsx'

/** A claim in the margin. Pressing it goes to its words; `found` tells of a quote of another version. */
export function ClaimCard({
  claim,
  active,
  found,
  mayLink,
  onOpen,
  onPoint,
}: {
  claim: ClaimItem
  active: boolean
  found?: Anchored | undefined
  mayLink: boolean
  onOpen: () => void
  onPoint: (pointed: boolean) => void
}) {
  return (
    <article
      className={classes.card}
      data-active={active || undefined}
      onPointerEnter={() => onPoint(true)}
      onPointerLeave={() => onPoint(false)}
    >
      <button type="button" className={classes.open} aria-current={active || undefined} onClick={onOpen}>
        <span className={classes.statement}>{claim.statement}</span>
        <span className={classes.by}>
          <span>{claim.speaker.name}</span>
          {claim.howPut === 'asserted' ? null : <span>{HOW_PUT_LABELS[claim.howPut].toLowerCase()}</span>}
          {claim.said ? (
            <span>
              <PartialDateText value={claim.said} />
            </span>
          ) : null}
        </span>
        {claim.disputed ? (
          <span className={classes.disputed}>
            <IconAlertTriangle size={14} aria-hidden />
            Disputed
          </span>
        ) : null}
        {found && found.state !== 'exact' ? <FoundState found={found} /> : null}
      </button>
      {active ? (
        <div className={classes.links}>
          <Link to={`/claims/${claim.id}`}>Open the claim</Link>
          {mayLink ? (
            <Link to={`/claims/${claim.id}/link`}>
              <IconLink size={14} aria-hidden /> Link…
            </Link>
          ) : null}
        </div>
      ) : null}
    </article>
  )
}
