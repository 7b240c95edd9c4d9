import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { formatPartialDate } from '#domain/partial-date.ts'
import type { PlacedClaim } from './arrangement.ts'
import classes from './editor.module.css'

/** A claim in short, with what can be done to it. */
export function ClaimLine({
  claim,
  note,
  error,
  children,
}: {
  claim: PlacedClaim
  note?: string | undefined
  error?: string | undefined
  children: ReactNode
}) {
  return (
    <li className={classes.claim}>
      <div className={classes.claimWords}>
        <p className={classes.statement}>
          <Link to={`/claims/${claim.id}`} target="_blank">
            {claim.statement}
          </Link>
        </p>
        <p className={classes.note}>
          {claim.speaker}
          {claim.said ? `, ${formatPartialDate(claim.said)}` : ''}
          {note ? ` · ${note}` : ''}
        </p>
        {error ? (
          <p className={classes.error} role="alert">
            {error}
          </p>
        ) : null}
      </div>
      {children}
    </li>
  )
}
