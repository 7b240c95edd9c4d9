import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { listWatches, readWatch, type Watch } from '#contract/watches.ts'
import type { WatchState } from '#domain/vocabulary.ts'
import { call } from '../../api/call.ts'
import { keysetOptions } from '../../api/keyset.ts'

export type WatchFilter = { state: WatchState[]; altered: boolean }

export const watchList = ({ state, altered }: WatchFilter) => ({
  ...keysetOptions({
    queryKey: ['watches', 'list', state, altered],
    fetchPage: ({ cursor, signal }) =>
      call(listWatches, {
        query: { state, ...(altered && { altered: 'true' as const }), cursor, limit: 30 },
        signal,
      }),
  }),
  placeholderData: keepPreviousData,
})

/** How often a visit that was asked for is looked after. */
const LOOK_MS = 1_000

/** `visiting` is when a visit was asked for: until it has been made, it is looked after. */
export const watch = (sourceId: string, visiting: string | null = null) =>
  queryOptions({
    queryKey: ['watches', 'one', sourceId],
    queryFn: ({ signal }) => call(readWatch, { params: { id: sourceId }, signal }),
    refetchInterval: query => (isUnderWay(query.state.data, visiting) ? LOOK_MS : false),
  })

/** Whether the visit that was asked for when the last one was `before` has not been made yet. */
export function isUnderWay(watch: Watch | undefined, before: string | null): boolean {
  return before !== null && watch !== undefined && (watch.visitedAt ?? '') === before
}
