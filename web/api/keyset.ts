import { infiniteQueryOptions, type QueryKey } from '@tanstack/react-query'

type Request = { cursor: string | undefined; signal: AbortSignal }

/** Options of `useInfiniteQuery` for a list that is read page by page: `fetchPage` passes `cursor` on to the endpoint. */
export function keysetOptions<Page extends { next: string | null }>(parts: {
  queryKey: QueryKey
  fetchPage: (request: Request) => Promise<Page>
}) {
  return infiniteQueryOptions({
    queryKey: parts.queryKey,
    queryFn: ({ pageParam, signal }) => parts.fetchPage({ cursor: pageParam, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: last => last.next ?? undefined,
  })
}

/** The items of all pages read so far. */
export function itemsOf<Item>(data: { pages: { items: Item[] }[] }): Item[] {
  return data.pages.flatMap(page => page.items)
}
