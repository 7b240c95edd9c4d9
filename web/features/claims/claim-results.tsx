import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { itemsOf } from '../../api/keyset.ts'
import { LoadMore } from '../../ui/load-more.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { ClaimRows } from './claim-rows.tsx'
import { claimList } from './queries.ts'
import type { UrlClaimFilter } from './use-claim-filter.ts'

/** The claims that match, page by page, and what could not be read in the search. */
export function ClaimResults({ url }: { url: UrlClaimFilter }) {
  const query = useInfiniteQuery(claimList(url.filter, url.order))
  return (
    <Loaded query={query} shape="list">
      {data => {
        const claims = itemsOf(data)
        return (
          <>
            {(data.pages[0]?.problems ?? []).map(problem => (
              <p key={problem.start} className="problem">
                {problem.message}
              </p>
            ))}
            {claims.length > 0 ? <ClaimRows claims={claims} label="Claims" /> : <NothingFound url={url} />}
            <LoadMore query={query} noun="claims" />
          </>
        )
      }}
    </Loaded>
  )
}

function NothingFound({ url }: { url: UrlClaimFilter }) {
  if (url.active === 0) {
    return (
      <EmptyState
        title="No claims yet"
        text="A claim is one checkable statement with the words it was made in. Open a source and mark a sentence to make the first."
      />
    )
  }
  return (
    <EmptyState
      title="No claim matches"
      text="Take a filter away, or search for fewer words."
      action={
        <Button variant="default" onClick={url.clear}>
          Clear all filters
        </Button>
      }
    />
  )
}
