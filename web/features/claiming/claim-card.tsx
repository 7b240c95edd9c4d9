import { IconAlertTriangle, IconLink } from '@tabler/icons-react'
import { Link } from 'react-router'
import type { ClaimItem } from '#contract/claims.ts'
import type { Anchored } from '#domain/anchor.ts'
import { MarginCard } from '../../text/margin-card.tsx'
import classes from './claiming.module.css'
import { FoundState } from './found-state.tsx'
import { SayingFacts } from './saying-facts.tsx'

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
    <MarginCard
      kind="claim"
      active={active}
      onOpen={onOpen}
      onPoint={onPoint}
      more={
        <div className={classes.links}>
          <Link to={`/claims/${claim.id}`}>Open the claim</Link>
          {mayLink ? (
            <Link to={`/claims/${claim.id}/link`}>
              <IconLink size={14} aria-hidden /> Link…
            </Link>
          ) : null}
        </div>
      }
    >
      <span className={classes.statement} data-whole={active || undefined}>
        {claim.statement}
      </span>
      <span className={`${classes.by} dotted`}>
        <span>{claim.speaker.name}</span>
        <SayingFacts howPut={claim.howPut} said={claim.said} />
      </span>
      {claim.disputed ? (
        <span className={classes.disputed}>
          <IconAlertTriangle size={14} aria-hidden />
          Disputed
        </span>
      ) : null}
      {found && found.state !== 'exact' ? <FoundState found={found} /> : null}
    </MarginCard>
  )
}
