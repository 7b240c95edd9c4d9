import { Badge, Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { Claim } from '#contract/claims.ts'
import { markFirstAppearance, removeAppearance } from '#contract/claims.ts'
import type { Appearance } from '#contract/quotes.ts'
import { textFragmentUrl } from '#domain/canonical-url.ts'
import { messageOf } from '../../api/api-error.ts'
import { call } from '../../api/call.ts'
import { claim as claimQuery } from '../../api/claim-queries.ts'
import { useCan } from '../../api/session.ts'
import { SOURCE_KIND_LABELS } from '../../ui/labels.ts'
import { PartialDateText } from '../../ui/partial-date.tsx'
import { QuoteChange } from '../../ui/quote-change.tsx'
import { QuoteStanding } from '../../ui/quote-standing.tsx'
import classes from './claims.module.css'

/** Every passage in which the claim is made, in its context, with the way to the source. */
export function AppearanceList({ claim }: { claim: Claim }) {
  return (
    <>
      {claim.appearances.map(appearance => (
        <AppearanceCard key={appearance.id} claim={claim} appearance={appearance} />
      ))}
    </>
  )
}

function AppearanceCard({ claim, appearance }: { claim: Claim; appearance: Appearance }) {
  const { quote, context, source } = appearance
  const passage = `/sources/${source.id}?snapshot=${quote.snapshotId}&claim=${claim.id}`
  return (
    <article className={classes.appearance} aria-label={`Appearance in ${source.title}`}>
      <blockquote className={`words ${classes.quote}`}>
        <span className={classes.context}>{context.before}</span>
        {quote.exact}
        <span className={classes.context}>{context.after}</span>
      </blockquote>
      {appearance.now ? (
        <QuoteChange
          exact={quote.exact}
          state={appearance.state}
          difference={appearance.now.difference}
          since={appearance.now.since}
        />
      ) : null}
      <div className={classes.foot}>
        {appearance.first ? <Badge variant="default">First known</Badge> : null}
        <Link to={passage}>{source.title}</Link>
        <span>{[SOURCE_KIND_LABELS[source.kind], source.outlet].filter(Boolean).join(' · ')}</span>
        <span>
          published <PartialDateText value={source.published} unknown="on an unknown date" />
        </span>
        {quote.page === null ? null : <span>page {quote.page}</span>}
        <QuoteStanding state={appearance.state} />
        {source.url ? (
          <a href={textFragmentUrl(source.url, quote)} target="_blank" rel="noreferrer">
            Open at the passage
          </a>
        ) : null}
        {appearance.first ? null : <AppearanceActions claim={claim} appearance={appearance} />}
      </div>
    </article>
  )
}

function AppearanceActions({ claim, appearance }: { claim: Claim; appearance: Appearance }) {
  const client = useQueryClient()
  const change = useMutation({
    mutationFn: (what: 'first' | 'remove') =>
      call(what === 'first' ? markFirstAppearance : removeAppearance, {
        params: { id: claim.id, appearanceId: appearance.id },
      }),
    onSuccess: changed => client.setQueryData(claimQuery(claim.id).queryKey, changed),
  })
  if (!useCan('researcher')) return null
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        loading={change.isPending}
        onClick={() => change.mutate('first')}
      >
        Mark as first known
      </Button>
      <Button
        variant="subtle"
        size="compact-sm"
        disabled={change.isPending}
        onClick={() => change.mutate('remove')}
      >
        Take back
      </Button>
      {change.isError ? (
        <span role="alert" className="problem">
          {messageOf(change.error)}
        </span>
      ) : null}
    </>
  )
}
