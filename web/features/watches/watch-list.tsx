import { IconAlertTriangle } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { Watch, WatchedQuote } from '#contract/watches.ts'
import { itemsOf } from '../../api/keyset.ts'
import { count } from '../../ui/labels.ts'
import { LoadMore } from '../../ui/load-more.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { QuoteChange } from '../../ui/quote-change.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { type WatchFilter, watchList } from './queries.ts'
import { WatchControl } from './watch-control.tsx'
import classes from './watches.module.css'

/** The sources that are visited again, each with what became of its quotes. */
export function WatchList({ filter }: { filter: WatchFilter }) {
  const query = useInfiniteQuery(watchList(filter))
  const filtered = filter.state.length > 0 || filter.altered
  return (
    <Loaded query={query} shape="list">
      {data => {
        const watches = itemsOf(data)
        if (watches.length === 0)
          return filtered ? (
            <EmptyState
              title="None like that"
              text="Clear the filters to see every source that is visited."
            />
          ) : (
            <EmptyState
              title="No source is visited yet"
              text="Open a source that has an address and set how often its page is visited. What its quotes say is then compared with what they said."
            />
          )
        return (
          <div aria-busy={query.isPlaceholderData || undefined}>
            <ul className={classes.list} aria-label="Sources that are visited">
              {watches.map(watch => (
                <Row key={watch.source.id} watch={watch} />
              ))}
            </ul>
            <LoadMore query={query} noun="sources" />
          </div>
        )
      }}
    </Loaded>
  )
}

function Row({ watch }: { watch: Watch }) {
  const { source, quotes, altered } = watch
  return (
    <li className={classes.row}>
      <h2 className={classes.title}>
        <Link to={`/sources/${source.id}`}>{source.title}</Link>
      </h2>
      <p className={classes.facts}>
        {source.outlet === null ? null : `${source.outlet} · `}
        <Quotes quotes={quotes} altered={altered} />
      </p>
      <WatchControl watch={watch} />
      {altered.map(quote => (
        <Altered key={`${quote.quoteId} ${quote.claimId}`} quote={quote} />
      ))}
    </li>
  )
}

function Altered({ quote }: { quote: WatchedQuote }) {
  const { claimId, statement, exact, state, difference, since } = quote
  return (
    <section className={classes.altered} aria-label={`Quote of “${statement}”`}>
      <Link to={`/claims/${claimId}`}>{statement}</Link>
      <QuoteChange exact={exact} state={state} difference={difference} since={since} />
    </section>
  )
}

/** How many quotes a source has, and how many of them do not stand as they were taken. */
function Quotes({ quotes, altered }: Pick<Watch, 'quotes' | 'altered'>) {
  if (quotes === 0) return 'no quotes'
  const gone = new Set(altered.filter(({ state }) => state !== 'moved').map(({ quoteId }) => quoteId)).size
  const all = count(quotes, 'quote')
  if (gone === 0) return `${all}, all standing`
  return (
    <>
      {all},{' '}
      <strong className={classes.alarm}>
        <IconAlertTriangle size={14} aria-hidden />
        {`${gone} changed or gone`}
      </strong>
    </>
  )
}
