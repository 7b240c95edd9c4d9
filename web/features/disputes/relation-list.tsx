import { Badge } from '@mantine/core'
import { Link } from 'react-router'
import type { Dispute, DisputeRelation } from '#contract/disputes.ts'
import { claimAnchor } from '../../compare/claim-card.tsx'
import { Decisions } from '../../compare/decisions.tsx'
import {
  REASON_TYPE_LABELS,
  RELATION_KIND_LABELS,
  RELATION_KIND_MEANINGS,
  RELATION_STATE_LABELS,
} from '../../ui/labels.ts'
import classes from './relations.module.css'
import { claimsBySide, letterOf, type SidedClaim } from './sides.ts'

/** What holds between the claims of a point, and why: contradictions first, what is not decided yet last. */
export function RelationList({ dispute }: { dispute: Dispute }) {
  const claims = claimsBySide(dispute)
  const relations = dispute.relations.toSorted((one, other) => rankOf(one) - rankOf(other))
  return (
    <ul className={classes.list}>
      {relations.map(relation => {
        const pair = pairOf(relation, claims)
        return pair ? <RelationEntry key={relation.id} relation={relation} pair={pair} /> : null
      })}
    </ul>
  )
}

function rankOf({ state, kind }: DisputeRelation): number {
  if (state !== 'confirmed') return 2
  return kind === 'contradicts' ? 0 : 1
}

/** In the order in which it is said: the one that replaces first, else as the sides stand. */
function pairOf(
  relation: DisputeRelation,
  claims: ReadonlyMap<string, SidedClaim>,
): [SidedClaim, SidedClaim] | null {
  const [a, b] = [claims.get(relation.aId), claims.get(relation.bId)]
  if (!a || !b) return null
  const turned = relation.supersederId === null ? b.index < a.index : relation.supersederId === relation.bId
  return turned ? [b, a] : [a, b]
}

function RelationEntry({
  relation,
  pair: [left, right],
}: {
  relation: DisputeRelation
  pair: [SidedClaim, SidedClaim]
}) {
  const { kind, state, note, reasons } = relation
  return (
    <li className={classes.relation} data-open={state !== 'confirmed' || undefined}>
      <div className={classes.pair}>
        <ShortClaim sided={left} />
        <div className={classes.kind}>
          <span title={RELATION_KIND_MEANINGS[kind]}>{RELATION_KIND_LABELS[kind]}</span>
          {state === 'confirmed' ? null : <Badge>{`${RELATION_STATE_LABELS[state]}, not decided`}</Badge>}
        </div>
        <ShortClaim sided={right} />
      </div>
      <div className={classes.why}>
        {reasons.length > 0 ? (
          <ul className={classes.reasons}>
            {reasons.map(reason => (
              <li key={`${reason.a.start}-${reason.b.start}-${reason.explanation}`}>
                <span className="soft">{`${REASON_TYPE_LABELS[reason.type]}: `}</span>
                {reason.explanation}
              </li>
            ))}
          </ul>
        ) : null}
        {state === 'confirmed' ? (
          <Decisions decisions={relation.decisions} />
        ) : (
          <p>
            {note ? `${note} ` : ''}
            <Link className="no-print" to={`/claims/${left.claim.id}`}>
              Open the claim
            </Link>
          </p>
        )}
      </div>
    </li>
  )
}

function ShortClaim({ sided: { claim, index } }: { sided: SidedClaim }) {
  return (
    <div className={classes.short}>
      <p className={classes.who}>
        <span className={classes.letter}>{letterOf(index)}</span>
        {claim.speaker.name}
      </p>
      <p className={classes.statement}>
        <a href={`#${claimAnchor(claim.id)}`}>{claim.statement}</a>
      </p>
    </div>
  )
}
