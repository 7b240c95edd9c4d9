import { Link } from 'react-router'
import type { Finding } from '#contract/checks.ts'
import type { ClaimItem } from '#contract/claims.ts'
import { HOW_PUT_LABELS } from '../../ui/labels.ts'
import { MarkedText } from '../../ui/marked-text.tsx'
import { PartialDateText } from '../../ui/partial-date.tsx'
import classes from './checking.module.css'
import type { Claims, SentenceFound } from './findings.ts'

/** What a sentence conflicts with and what it repeats: each claim with its source, its quote and the reasons. */
export function FindingDetails({
  words,
  sentence,
  claims,
}: {
  words: string
  sentence: SentenceFound
  claims: Claims
}) {
  return (
    <div className={classes.details}>
      <Group
        title="It cannot stand beside"
        words={words}
        findings={sentence.conflicts}
        claims={claims}
        marked
      />
      <Group title="It says the same as" words={words} findings={sentence.repeats} claims={claims} />
    </div>
  )
}

function Group({
  title,
  words,
  findings,
  claims,
  marked = false,
}: {
  title: string
  words: string
  findings: readonly Finding[]
  claims: Claims
  /** Whether the disputed words are marked. */
  marked?: boolean
}) {
  if (findings.length === 0) return null
  return (
    <section>
      <h3 className={classes.groupTitle}>{title}</h3>
      {findings.map(finding => {
        const claim = claims.get(finding.claimId)
        if (!claim) return null
        return <FoundClaim key={claim.id} words={words} finding={finding} claim={claim} marked={marked} />
      })}
    </section>
  )
}

function FoundClaim({
  words,
  finding,
  claim,
  marked,
}: {
  words: string
  finding: Finding
  claim: ClaimItem
  marked: boolean
}) {
  const { source, quote } = claim
  const reasons = marked ? finding.reasons : []
  return (
    <article className={classes.claim}>
      {marked ? (
        <p className={classes.own}>
          <span className={classes.side}>The draft</span>
          <MarkedText text={words} spans={reasons.map(reason => reason.own)} />
        </p>
      ) : null}
      <p className={classes.statement}>
        <span className={classes.side}>The claim</span>
        <Link to={`/claims/${claim.id}`}>
          <MarkedText text={claim.statement} spans={reasons.map(reason => reason.theirs)} />
        </Link>
      </p>
      {reasons.map(reason => (
        <p key={reason.explanation} className={classes.reason}>
          {reason.explanation}
        </p>
      ))}
      <p className={`${classes.facts} dotted`}>
        <Link to={`/speakers/${claim.speaker.id}`}>{claim.speaker.name}</Link>
        {claim.howPut === 'asserted' ? null : <span>{HOW_PUT_LABELS[claim.howPut].toLowerCase()}</span>}
        {claim.said ? (
          <span>
            said <PartialDateText value={claim.said} />
          </span>
        ) : null}
      </p>
      <blockquote className={classes.quote}>{quote.exact}</blockquote>
      <p className={`${classes.facts} dotted`}>
        <Link to={`/sources/${source.id}?claim=${claim.id}`}>{source.title}</Link>
        {source.outlet ? <span>{source.outlet}</span> : null}
        {source.published ? (
          <span>
            published <PartialDateText value={source.published} />
          </span>
        ) : null}
      </p>
      {claim.version === finding.claimVersion ? null : (
        <p className={classes.reworded}>The claim has been worded anew since it was compared.</p>
      )}
    </article>
  )
}
