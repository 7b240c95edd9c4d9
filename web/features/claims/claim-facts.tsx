import { Fragment } from 'react'
import { Link } from 'react-router'
import type { Claim } from '#contract/claims.ts'
import { HOW_PUT_LABELS } from '../../ui/labels.ts'
import { PartialDateText } from '../../ui/partial-date.tsx'
import classes from './claims.module.css'

/** Who, when, how, about what, on which disputed points, and which claims are the same. */
export function ClaimFacts({ claim }: { claim: Claim }) {
  return (
    <dl className={classes.dates}>
      <dt>Speaker</dt>
      <dd>
        <Link to={`/speakers/${claim.speaker.id}`}>{claim.speaker.name}</Link>
        {claim.speaker.role ? <span className="soft">{`, ${claim.speaker.role}`}</span> : null}
      </dd>
      <dt>Said</dt>
      <dd>
        <PartialDateText value={claim.said} />
      </dd>
      <dt>How put</dt>
      <dd>{HOW_PUT_LABELS[claim.howPut]}</dd>
      {claim.topics.length > 0 ? (
        <>
          <dt>Topics</dt>
          <dd>
            {claim.topics.map((topic, index) => (
              <Fragment key={topic.id}>
                {index > 0 ? ', ' : null}
                <Link to={`/claims?topic=${topic.slug}`}>{topic.name}</Link>
              </Fragment>
            ))}
          </dd>
        </>
      ) : null}
      {claim.disputes.length > 0 ? (
        <>
          <dt>Disputed point</dt>
          <dd>
            {claim.disputes.map(dispute => (
              <div key={dispute.id}>
                <Link to={`/disputes/${dispute.slug}`}>{dispute.question}</Link>
                {dispute.published ? null : <span className="soft"> (not published)</span>}
              </div>
            ))}
          </dd>
        </>
      ) : null}
      {claim.joined.length > 0 ? (
        <>
          <dt>Stands for</dt>
          <dd>
            {claim.joined.map(joined => (
              <div key={joined.id}>
                <Link to={`/claims/${joined.id}`}>“{joined.statement}”</Link>
              </div>
            ))}
          </dd>
        </>
      ) : null}
    </dl>
  )
}
