import { useSearchParams } from 'react-router'
import { ClaimCard } from '../features/claiming/claim-card.tsx'
import type { PlacedClaim } from '../features/claiming/placed-claims.ts'
import classes from '../text/reader.module.css'

/** The claims of a source whose words this version of its text has not got; each opens the version it was made of. */
export function MissingClaims({ missing, mayLink }: { missing: readonly PlacedClaim[]; mayLink: boolean }) {
  const [, setSearch] = useSearchParams()
  if (missing.length === 0) return null
  return (
    <>
      <h2 className={classes.goneTitle}>Claims whose words are not in this version</h2>
      <ul className={classes.gone}>
        {missing.map(({ id, marked, found }) => (
          <li key={id}>
            <ClaimCard
              claim={marked.claim}
              found={found}
              active={false}
              mayLink={mayLink}
              onOpen={() => setSearch({ snapshot: marked.quote.snapshotId, claim: marked.claim.id })}
              onPoint={() => {}}
            />
          </li>
        ))}
      </ul>
    </>
  )
}
