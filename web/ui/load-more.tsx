import { Button } from '@mantine/core'
import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import { messageOf } from '../api/api-error.ts'
import classes from './load-more.module.css'

/** The foot of a keyset list: reads the next page, or says that this was all. Nothing under a list of one page. */
export function LoadMore({
  query,
  noun,
}: {
  query: UseInfiniteQueryResult<{ pages: unknown[] }>
  noun: string
}) {
  const pages = query.data?.pages.length ?? 0
  if (!query.hasNextPage && pages <= 1) return null
  return (
    <div className={`${classes.foot} no-print`}>
      {query.isFetchNextPageError ? <p role="alert">{messageOf(query.error)}</p> : null}
      {query.hasNextPage ? (
        <Button
          variant="default"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >{`Show more ${noun}`}</Button>
      ) : (
        <p className="soft">{`These are all ${noun}.`}</p>
      )}
    </div>
  )
}
