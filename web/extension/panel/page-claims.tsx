import { useEffect, useRef } from 'react'
import { FoundState } from '../../features/claiming/found-state.tsx'
import { count, HOW_PUT_LABELS } from '../../ui/labels.ts'
import { PartialDateText } from '../../ui/partial-date.tsx'
import type { FoundClaim } from '../messages.ts'
import classes from './panel.module.css'

/** The claims made of a page, in its order. Pressing one goes to its words. */
export function PageClaims({
  claims,
  picked,
  onShow,
}: {
  claims: readonly FoundClaim[]
  picked: string | null
  onShow: (id: string) => void
}) {
  const disputed = claims.filter(({ marked }) => marked.claim.disputed).length
  return (
    <section className={classes.list}>
      <h2>
        {claims.length === 0 ? 'No claim was made of this page yet' : count(claims.length, 'claim')}
        {disputed > 0 ? `, ${disputed} disputed` : ''}
      </h2>
      {claims.length === 0 ? (
        <p className="soft">Select the words that matter to make the first one.</p>
      ) : null}
      <ul>
        {claims.map(claim => (
          <PageClaim key={claim.id} claim={claim} picked={claim.id === picked} onShow={onShow} />
        ))}
      </ul>
    </section>
  )
}

function PageClaim({
  claim: { id, href, marked, found },
  picked,
  onShow,
}: {
  claim: FoundClaim
  picked: boolean
  onShow: (id: string) => void
}) {
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (picked) item.current?.scrollIntoView({ block: 'nearest' })
  }, [picked])
  const { statement, speaker, howPut, said, disputed } = marked.claim
  return (
    <li ref={item} className={classes.claim} data-picked={picked || undefined}>
      <button
        type="button"
        className={classes.statement}
        disabled={found.state === 'missing'}
        onClick={() => onShow(id)}
      >
        {statement}
      </button>
      <p className={classes.facts}>
        <span>{speaker.name}</span>
        {howPut === 'asserted' ? null : <span>{HOW_PUT_LABELS[howPut].toLowerCase()}</span>}
        {said ? <PartialDateText value={said} /> : null}
        {disputed ? <span className={classes.disputed}>Disputed</span> : null}
        <a href={href} target="_blank" rel="noreferrer" aria-label={`Open: ${statement}`}>
          Open
        </a>
      </p>
      {found.state === 'exact' ? null : (
        <div className={classes.found}>
          <FoundState found={found} />
        </div>
      )}
    </li>
  )
}
