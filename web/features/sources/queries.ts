import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { readCapture } from '#contract/capture.ts'
import { listCopies, listOutlets, listSources, readSnapshot, readSource } from '#contract/sources.ts'
import type { SourceKind } from '#domain/vocabulary.ts'
import { call } from '../../api/call.ts'
import { keysetOptions } from '../../api/keyset.ts'

export type SourceFilter = { q?: string | undefined; outlet: string[]; kind: SourceKind[] }

export const sourceList = (filter: SourceFilter) => ({
  ...keysetOptions({
    queryKey: ['sources', 'list', filter],
    fetchPage: ({ cursor, signal }) => call(listSources, { query: { ...filter, cursor, limit: 30 }, signal }),
  }),
  placeholderData: keepPreviousData,
})

export const source = (id: string) =>
  queryOptions({
    queryKey: ['sources', 'one', id],
    queryFn: ({ signal }) => call(readSource, { params: { id }, signal }),
  })

/** A snapshot never changes: it is read once. */
export const snapshot = (id: string) =>
  queryOptions({
    queryKey: ['snapshots', id],
    queryFn: ({ signal }) => call(readSnapshot, { params: { id }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** How often an address that is fetched is looked after. */
const LOOK_MS = 800

export const capture = (id: string) =>
  queryOptions({
    queryKey: ['captures', id],
    queryFn: ({ signal }) => call(readCapture, { params: { id }, signal }),
    refetchInterval: query => {
      const state = query.state.data?.state
      return state === 'done' || state === 'failed' || query.state.status === 'error' ? false : LOOK_MS
    },
  })

export const copies = (id: string) =>
  queryOptions({
    queryKey: ['sources', 'copies', id],
    queryFn: ({ signal }) => call(listCopies, { params: { id }, signal }),
  })

export const outletMatches = (q: string) =>
  queryOptions({
    queryKey: ['sources', 'outlets', q],
    queryFn: ({ signal }) => call(listOutlets, { query: { q }, signal }),
    placeholderData: keepPreviousData,
  })
