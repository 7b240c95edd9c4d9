import { Link } from 'react-router'
import type { Dispute } from '#contract/disputes.ts'
import { count, DISPUTE_STATE_LABELS, sayOutlets } from '../../ui/labels.ts'
import { sayInstant, TimeAgo } from '../../ui/time-ago.tsx'
import { useNow } from '../../ui/use-now.ts'
import classes from './dispute-head.module.css'
import { permalinkOf } from './permalink.ts'

/** Above the question: what this is, how it stands, how much there is to compare. */
export function DisputeEyebrow({ dispute }: { dispute: Dispute }) {
  const claims = dispute.positions.flatMap(position => position.claims)
  return (
    <p className={`${classes.eyebrow} dotted`}>
      <span className={classes.kind}>Disputed point</span>
      <span>{DISPUTE_STATE_LABELS[dispute.state]}</span>
      <span>{`${count(claims.length, 'claim')} on ${count(dispute.positions.length, 'side')}`}</span>
      <span>{sayOutlets(dispute)}</span>
      <span className="no-print">
        changed <TimeAgo at={dispute.changedAt} />
      </span>
      {dispute.publishedAt === null ? <strong>Not published</strong> : null}
    </p>
  )
}

/** Under the question: the summary, and the topics as ways to other points. */
export function DisputeLead({ dispute }: { dispute: Dispute }) {
  const topics = new Map(
    dispute.positions
      .flatMap(position => position.claims.flatMap(claim => claim.topics))
      .map(topic => [topic.slug, topic.name]),
  )
  return (
    <>
      {dispute.summary ? <p className={classes.summary}>{dispute.summary}</p> : null}
      {topics.size > 0 ? (
        <p className={`${classes.topics} no-print`}>
          {[...topics].map(([slug, name]) => (
            <Link key={slug} to={`/?topic=${encodeURIComponent(slug)}`}>
              {name}
            </Link>
          ))}
        </p>
      ) : null}
    </>
  )
}

/** Stands on paper alone: where this was printed from, and when. */
export function PrintedFrom({ dispute }: { dispute: Dispute }) {
  const now = useNow()
  return (
    <p className={classes.printed}>
      {`Counterclaim. ${permalinkOf(dispute)}. Printed on ${sayInstant(new Date(now).toISOString())}.`}
    </p>
  )
}
