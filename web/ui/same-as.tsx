import { Link } from 'react-router'
import type { ClaimBrief } from '#contract/claims.ts'

/** Of which claim this one is the same; nothing for a claim that stands for itself. */
export function SameAs({ claim, className }: { claim: ClaimBrief | null; className?: string }) {
  if (claim === null) return null
  return (
    <p className={className ?? 'soft'}>
      The same claim as <Link to={`/claims/${claim.id}`}>“{claim.statement}”</Link>
    </p>
  )
}
