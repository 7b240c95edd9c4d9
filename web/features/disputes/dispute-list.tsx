import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { itemsOf } from '../../api/keyset.ts'
import { useCan } from '../../api/session.ts'
import { LoadMore } from '../../ui/load-more.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { DisputeCard } from './dispute-card.tsx'
import classes from './front.module.css'
import { disputeList } from './queries.ts'
import { useDisputeFilter } from './use-dispute-filter.ts'

/** The disputed points that fit the filters in the URL, last changed first. */
export function DisputeList() {
  const { filter, active, clear } = useDisputeFilter()
  const desk = useCan('researcher')
  const query = useInfiniteQuery(disputeList(filter))
  return (
    <Loaded query={query} shape="list">
      {data => {
        const items = itemsOf(data)
        if (items.length === 0) return active > 0 ? <NothingFits onClear={clear} /> : <NothingYet />
        return (
          <div className={classes.list} data-stale={query.isPlaceholderData || undefined}>
            {items.map(item => (
              <DisputeCard key={item.id} item={item} desk={desk} />
            ))}
            <LoadMore query={query} noun="disputed points" />
          </div>
        )
      }}
    </Loaded>
  )
}

function NothingFits({ onClear }: { onClear: () => void }) {
  return (
    <EmptyState
      title="No disputed point fits"
      text="Try fewer or other words, or take a filter away."
      action={
        <Button variant="default" onClick={onClear}>
          Clear search and filters
        </Button>
      }
    />
  )
}

function NothingYet() {
  const editor = useCan('editor')
  const researcher = useCan('researcher')
  return (
    <EmptyState
      title="No disputed point yet"
      text={
        <>
          <p>
            A disputed point is a question that public statements answer in ways that cannot all be true. It
            sets the sides next to each other, word for word, each with its speaker, its date and its source.
          </p>
          {researcher ? (
            <p>
              It starts with two claims: add a source, mark the sentences that matter, and say what holds
              between them.
            </p>
          ) : (
            <p>None has been published here so far.</p>
          )}
        </>
      }
      action={
        editor ? (
          <Button component={Link} to="/disputes/new">
            Open a disputed point
          </Button>
        ) : researcher ? (
          <Button component={Link} to="/sources/new">
            Add a source
          </Button>
        ) : undefined
      }
    />
  )
}
