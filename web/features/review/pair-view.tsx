import { type ReactNode, useMemo } from 'react'
import type { Relation } from '#contract/relations.ts'
import type { Precision } from '#contract/suggestions.ts'
import type { ReasonType } from '#domain/vocabulary.ts'
import { ClaimCard } from '../../compare/claim-card.tsx'
import {
  type DisputedMarks,
  type DisputedReason,
  type Mark,
  markRelations,
} from '../../compare/disputed-marks.ts'
import { LitWords, useIsLit, useLighting } from '../../compare/lit.tsx'
import { descriptionId, goToMark } from '../../compare/marked-words.tsx'
import { REASON_TYPE_LABELS } from '../../ui/labels.ts'
import classes from './pair.module.css'
import { sayShare } from './share.ts'
import { sidesOf } from './sides.ts'

export type MeasuredByReason = ReadonlyMap<ReasonType, Precision>

/** The two claims next to each other, and why they are: the words in dispute light their counterparts. */
export function PairView({
  relation,
  measured,
  voices,
}: {
  relation: Relation
  measured: MeasuredByReason
  voices: ReactNode
}) {
  const [left, right] = sidesOf(relation)
  const all = useMemo(
    () =>
      markRelations(new Map([relation.a, relation.b].map(claim => [claim.id, claim])), [
        { ...relation, aId: relation.a.id, bId: relation.b.id },
      ]),
    [relation],
  )
  return (
    <LitWords>
      <Reasons relation={relation} all={all} measured={measured} />
      {voices}
      <div className={classes.pair}>
        <section className={classes.side} aria-label={`Left: ${left.speaker.name}`}>
          <ClaimCard claim={left} all={all} />
        </section>
        <section className={classes.side} aria-label={`Right: ${right.speaker.name}`}>
          <ClaimCard claim={right} all={all} />
        </section>
      </div>
      <Descriptions relation={relation} all={all} />
    </LitWords>
  )
}

function Reasons({
  relation,
  all,
  measured,
}: {
  relation: Relation
  all: DisputedMarks
  measured: MeasuredByReason
}) {
  const reasons = [...all.reasons.values()]
  return (
    <div className={classes.reasons}>
      {reasons.length > 0 ? (
        <ul>
          {reasons.map(reason => (
            <Reason key={reason.key} reason={reason} all={all} measured={measured.get(reason.type)} />
          ))}
        </ul>
      ) : null}
      {relation.note ? (
        <p className={classes.proposed}>
          {relation.proposedBy ? `${relation.proposedBy.name}: ` : ''}
          {`“${relation.note}”`}
        </p>
      ) : null}
    </div>
  )
}

function Reason({
  reason,
  all,
  measured,
}: {
  reason: DisputedReason
  all: DisputedMarks
  measured: Precision | undefined
}) {
  const { point, hold } = useLighting()
  const lit = useIsLit([reason.key])
  const mark = markOf(reason, all)
  return (
    <li>
      <button
        type="button"
        className={classes.reason}
        data-lit={lit || undefined}
        onMouseEnter={() => point(mark)}
        onMouseLeave={() => point(null)}
        onFocus={() => hold(mark)}
        onBlur={() => hold(null)}
        onClick={() => mark && goToMark(mark.id)}
      >
        <span className={classes.reasonType}>{REASON_TYPE_LABELS[reason.type]}</span>
        <span className={classes.reasonWords}>{reason.explanation}</span>
        {measured?.measured ? (
          <span className={classes.measured}>{`${sayShare(measured.measured)} confirmed here`}</span>
        ) : null}
      </button>
    </li>
  )
}

function markOf(reason: DisputedReason, all: DisputedMarks): Mark | null {
  const marks = all.marks.get(reason.sides[0].claimId)
  return (
    [...(marks?.statement ?? []), ...(marks?.quote ?? [])].find(mark => mark.reasons.includes(reason.key)) ??
    null
  )
}

/** The reasons as a screen reader hears them with the words. Nothing is drawn. */
function Descriptions({ relation, all }: { relation: Relation; all: DisputedMarks }) {
  const speakers = new Map([relation.a, relation.b].map(claim => [claim.id, claim.speaker.name]))
  return (
    <div hidden>
      {[...all.reasons.values()].flatMap(reason =>
        reason.sides.map(({ claimId }) => {
          const other = reason.sides.find(side => side.claimId !== claimId)
          return (
            <p key={`${reason.key}-${claimId}`} id={descriptionId(reason.key, claimId)}>
              {other
                ? `Disputed with “${other.words}”, ${speakers.get(other.claimId) ?? ''}: ${reason.explanation}.`
                : reason.explanation}
            </p>
          )
        }),
      )}
    </div>
  )
}
