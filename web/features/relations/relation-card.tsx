import { Badge } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { RelationItem } from '#contract/relations.ts'
import { useCan } from '../../api/session.ts'
import { REASON_TYPE_LABELS, RELATION_KIND_LABELS, RELATION_STATE_LABELS } from '../../ui/labels.ts'
import { MarkedText } from '../../ui/marked-text.tsx'
import { PartialDateText } from '../../ui/partial-date.tsx'
import { DecideForm } from './decide-form.tsx'
import classes from './relations.module.css'

/** What holds between two claims, the words in dispute, and for editors the decision. */
export function RelationCard({
  relation,
  about,
  voices,
}: {
  relation: RelationItem
  about?: string | undefined
  voices?: ReactNode
}) {
  const canDecide = useCan('editor')
  const canDiscuss = useCan('researcher')
  const sides = [
    { claim: relation.a, spans: relation.reasons.map(reason => reason.a) },
    { claim: relation.b, spans: relation.reasons.map(reason => reason.b) },
  ]
  const shown = sides.filter(side => side.claim.id !== about)
  const superseder = sides.find(side => side.claim.id === relation.supersederId)?.claim
  return (
    <article className={classes.card}>
      <p className={classes.verdict}>
        <strong>{RELATION_KIND_LABELS[relation.kind]}</strong>
        <Badge variant={relation.state === 'confirmed' ? 'filled' : 'default'}>
          {RELATION_STATE_LABELS[relation.state]}
        </Badge>
        {superseder ? <span className="soft">{`“${superseder.statement}” is the later one`}</span> : null}
      </p>
      <div className={classes.sides} data-both={shown.length > 1 || undefined}>
        {shown.map(({ claim, spans }) => (
          <div key={claim.id}>
            <p className="words">
              <Link to={`/claims/${claim.id}`} className={classes.statement ?? ''}>
                <MarkedText text={claim.statement} spans={spans} />
              </Link>
            </p>
            <p className="soft">
              {claim.speaker.name}
              {claim.said ? ', ' : null}
              {claim.said ? <PartialDateText value={claim.said} /> : null}
              {claim.source.outlet ? `, ${claim.source.outlet}` : null}
            </p>
          </div>
        ))}
      </div>
      {relation.reasons.map(reason => (
        <p key={reason.explanation} className={classes.reason}>
          <span className="soft">{`${REASON_TYPE_LABELS[reason.type]}: `}</span>
          {reason.explanation}
        </p>
      ))}
      {relation.note ? <p className={classes.reason}>{relation.note}</p> : null}
      {voices}
      {canDiscuss ? (
        <p className={`${classes.reason} no-print`}>
          <Link to={`/relations/${relation.id}`}>Discuss this pair</Link>
        </p>
      ) : null}
      {canDecide ? <DecideForm relation={relation} /> : null}
    </article>
  )
}
