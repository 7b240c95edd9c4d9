import { Link } from 'react-router'
import type { DisputeItem } from '#contract/disputes.ts'
import { count, DISPUTE_STATE_LABELS, sayOutlets } from '../../ui/labels.ts'
import { TimeAgo } from '../../ui/time-ago.tsx'
import classes from './front.module.css'
import { letterOf } from './sides.ts'

/** A disputed point in a list: the question, and what each side says to it. */
export function DisputeCard({
  item,
  desk,
}: {
  item: DisputeItem /** For those who publish. */
  desk: boolean
}) {
  const { slug, question, positions, claims, outlets, voices, changedAt, state, published } = item
  return (
    <article className={classes.card} aria-labelledby={`question-${item.id}`}>
      <h2 className={classes.question} id={`question-${item.id}`}>
        <Link to={`/disputes/${encodeURIComponent(slug)}`}>{question}</Link>
      </h2>
      <ol className={classes.sides}>
        {positions.map((position, index) => (
          <li key={`${index}-${position.label}`} className={classes.side}>
            <span className={classes.letter}>{letterOf(index)}</span>
            <span className={classes.label}>{position.label}</span>
            <span className={classes.amount}>{count(position.claims, 'claim')}</span>
          </li>
        ))}
      </ol>
      <p className={`${classes.facts} dotted`}>
        <span className={classes.state}>{DISPUTE_STATE_LABELS[state]}</span>
        <span>{count(claims, 'claim')}</span>
        <span>{sayOutlets({ outlets, voices })}</span>
        <span>
          changed <TimeAgo at={changedAt} />
        </span>
        {desk ? <span>{published ? 'Published' : <strong>Not published</strong>}</span> : null}
      </p>
    </article>
  )
}
