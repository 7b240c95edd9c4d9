import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { listEditors } from '#contract/accounts.ts'
import { listDisputes, readDispute } from '#contract/disputes.ts'
import { readAgreement } from '#contract/relations.ts'
import { readSettings } from '#contract/settings.ts'
import {
  countSuggestions,
  listSuggestions,
  type Queue,
  type QueueOrder,
  readPrecision,
} from '#contract/suggestions.ts'
import type { ReasonType } from '#domain/vocabulary.ts'
import { call } from '../../api/call.ts'
import { keysetOptions } from '../../api/keyset.ts'

export type QueueFilter = {
  about: Queue
  minScore?: string | undefined
  reason: ReasonType[]
  topic: string[]
  speaker: string[]
  outlet: string[]
  assigned?: string | undefined
  reading?: 'second' | undefined
}

export const suggestionKeys = { all: ['suggestions'] as const }

/** Enough to be never waited for, few enough to come at once. */
const AHEAD = 20

export const queue = (filter: QueueFilter, order: QueueOrder) =>
  keysetOptions({
    queryKey: [...suggestionKeys.all, 'queue', filter, order],
    fetchPage: ({ cursor, signal }) =>
      call(listSuggestions, { query: { ...filter, order, cursor, limit: AHEAD }, signal }),
  })

export const queueCounts = (filter: QueueFilter) =>
  queryOptions({
    queryKey: [...suggestionKeys.all, 'counts', filter],
    queryFn: ({ signal }) => call(countSuggestions, { query: filter, signal }),
    placeholderData: keepPreviousData,
  })

export const precision = queryOptions({
  queryKey: [...suggestionKeys.all, 'precision'],
  queryFn: ({ signal }) => call(readPrecision, { signal }),
})

export const editors = queryOptions({
  queryKey: ['accounts', 'editors'],
  queryFn: ({ signal }) => call(listEditors, { signal }),
})

export const settings = queryOptions({
  queryKey: ['settings'],
  queryFn: ({ signal }) => call(readSettings, { signal }),
})

export const agreement = queryOptions({
  queryKey: ['agreement'],
  queryFn: ({ signal }) => call(readAgreement, { signal }),
})

export const disputesFound = (q: string) =>
  queryOptions({
    queryKey: ['disputes', 'found', q],
    queryFn: ({ signal }) => call(listDisputes, { query: { q, limit: 8 }, signal }),
    placeholderData: keepPreviousData,
  })

export const dispute = (slug: string) =>
  queryOptions({
    queryKey: ['disputes', 'one', slug],
    queryFn: ({ signal }) => call(readDispute, { params: { slug }, signal }),
  })
