import { Link } from 'react-router'
import type { Claim } from '#contract/claims.ts'
import type { Appearance } from '#contract/quotes.ts'
import { count, HOW_PUT_LABELS } from '../ui/labels.ts'
import { PartialDateText } from '../ui/partial-date.tsx'
import { QuoteChange } from '../ui/quote-change.tsx'
import { QuoteStanding } from '../ui/quote-standing.tsx'
import { SameAs } from '../ui/same-as.tsx'
import classes from './claim-card.module.css'
import type { DisputedMarks } from './disputed-marks.ts'
import { firstAppearance } from './disputed-marks.ts'
import { MarkedWords } from './marked-words.tsx'
import { PassageLinks, QuoteInContext } from './quote-in-context.tsx'

/** Where the page scrolls to for a link to one claim. */
export function claimAnchor(claimId: string): string {
  return `claim-${claimId}`
}

/** One claim on its side: who says what, in which words, where and when. */
export function ClaimCard({ claim, all }: { claim: Claim; all: DisputedMarks }) {
  const first = firstAppearance(claim)
  const further = claim.appearances.filter(appearance => appearance !== first)
  const marks = all.marks.get(claim.id)
  return (
    <article className={classes.claim} id={claimAnchor(claim.id)} aria-labelledby={`statement-${claim.id}`}>
      <p className={classes.speaker}>
        <Link to={`/speakers/${claim.speaker.id}`}>{claim.speaker.name}</Link>
        {claim.speaker.role ? <span className={classes.role}>{claim.speaker.role}</span> : null}
      </p>
      <h3 className={classes.statement} id={`statement-${claim.id}`}>
        <MarkedWords text={claim.statement} marks={marks?.statement ?? []} all={all} />
      </h3>
      <p className={classes.put}>
        {HOW_PUT_LABELS[claim.howPut]} <PartialDateText value={claim.said} unknown="on a date not known" />
      </p>
      <SameAs claim={claim.sameAs} className={classes.put ?? ''} />
      {first ? (
        <>
          <QuoteInContext appearance={first}>
            <MarkedWords text={first.quote.exact} marks={marks?.quote ?? []} all={all} />
          </QuoteInContext>
          <Origin appearance={first} claimId={claim.id} />
        </>
      ) : null}
      {further.length > 0 ? <FurtherAppearances appearances={further} /> : null}
    </article>
  )
}

/** The source of a quote, whether the words still stand there, and the ways to them. */
function Origin({ appearance, claimId }: { appearance: Appearance; claimId?: string }) {
  const { source } = appearance
  return (
    <div className={classes.origin}>
      <p className={classes.source}>
        {source.outlet ? <span className={classes.outlet}>{source.outlet}</span> : null}
        <Link to={`/sources/${source.id}`}>{source.title}</Link>
      </p>
      <p className={classes.facts}>
        <span>
          {source.published ? 'Published ' : ''}
          <PartialDateText value={source.published} unknown="Date of publication not known" />
          {source.modified ? (
            <>
              {', changed '}
              <PartialDateText value={source.modified} />
            </>
          ) : null}
        </span>
        {appearance.quote.page === null ? null : <span>Page {appearance.quote.page}</span>}
        <QuoteStanding state={appearance.state} />
      </p>
      {appearance.now && appearance.state !== 'moved' ? (
        <QuoteChange
          exact={appearance.quote.exact}
          state={appearance.state}
          difference={appearance.now.difference}
          since={appearance.now.since}
        />
      ) : null}
      <PassageLinks appearance={appearance}>
        {claimId ? <Link to={`/claims/${claimId}`}>About this claim</Link> : null}
      </PassageLinks>
      {source.url ? <p className={classes.address}>{source.url}</p> : null}
    </div>
  )
}

function FurtherAppearances({ appearances }: { appearances: readonly Appearance[] }) {
  return (
    <details className={classes.further}>
      <summary>{count(appearances.length, 'further appearance')}</summary>
      <ul>
        {appearances.map(appearance => (
          <li key={appearance.id}>
            <QuoteInContext appearance={appearance}>{appearance.quote.exact}</QuoteInContext>
            <Origin appearance={appearance} />
          </li>
        ))}
      </ul>
    </details>
  )
}
