import { type CSSProperties, type UIEvent, useRef } from 'react'
import type { Dispute, Position } from '#contract/disputes.ts'
import { ClaimCard } from '../../compare/claim-card.tsx'
import type { DisputedMarks } from '../../compare/disputed-marks.ts'
import { LitWords } from '../../compare/lit.tsx'
import { count } from '../../ui/labels.ts'
import classes from './compare.module.css'
import { ReasonDescriptions, ReasonStrip } from './reason-strip.tsx'
import { type ClaimOrder, claimsBySide, inOrder, letterOf } from './sides.ts'

/** The sides of a disputed point next to each other, their disputed words tied together. */
export function SideBySide({
  dispute,
  all,
  order,
}: {
  dispute: Dispute
  all: DisputedMarks
  order: ClaimOrder
}) {
  const claims = claimsBySide(dispute)
  const { positions } = dispute
  return (
    <LitWords>
      {positions.length <= 2 ? (
        <div className={classes.two}>
          <Columns positions={positions} all={all} order={order} />
        </div>
      ) : (
        <Many positions={positions} all={all} order={order} />
      )}
      <ReasonDescriptions all={all} claims={claims} />
      <ReasonStrip all={all} claims={claims} />
    </LitWords>
  )
}

type Props = { positions: readonly Position[]; all: DisputedMarks; order: ClaimOrder }

/** Three sides or more scroll sideways under a row of headers that keeps up with them. */
function Many(props: Props) {
  const heads = useRef<HTMLDivElement>(null)
  const style: CSSProperties & { '--sides': number } = { '--sides': props.positions.length }
  function follow(event: UIEvent<HTMLDivElement>) {
    if (heads.current) heads.current.scrollLeft = event.currentTarget.scrollLeft
  }
  return (
    <div className={classes.many} style={style}>
      {/* The same words head each column for a screen reader; this row is for the eye alone. */}
      <div className={classes.heads} ref={heads} aria-hidden="true">
        <div className={classes.row}>
          {props.positions.map((position, index) => (
            <SideHead key={position.id} position={position} index={index} />
          ))}
        </div>
      </div>
      <div className={classes.scroller} onScroll={follow}>
        <div className={classes.row}>
          <Columns {...props} />
        </div>
      </div>
    </div>
  )
}

function Columns({ positions, all, order }: Props) {
  return positions.map((position, index) => (
    <section key={position.id} className={classes.side} aria-labelledby={`side-${position.id}`}>
      <h2 className={classes.sideTitle} id={`side-${position.id}`}>
        <SideHead position={position} index={index} />
      </h2>
      {position.claims.length === 0 ? <p className="soft">No claim stands on this side yet.</p> : null}
      {inOrder(position.claims, order).map(claim => (
        <ClaimCard key={claim.id} claim={claim} all={all} />
      ))}
    </section>
  ))
}

function SideHead({ position, index }: { position: Position; index: number }) {
  return (
    <span className={classes.head}>
      <span className={classes.letter}>{letterOf(index)}</span>
      <span className={classes.label}>{position.label}</span>
      <span className={classes.amount}>{count(position.claims.length, 'claim')}</span>
    </span>
  )
}
