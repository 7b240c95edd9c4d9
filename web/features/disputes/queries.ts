import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { listDisputes, readDispute } from '#contract/disputes.ts'
import { listRelations } from '#contract/relations.ts'
import type { DisputeState } from '#domain/vocabulary.ts'
import { call } from '../../api/call.ts'
import { keysetOptions } from '../../api/keyset.ts'

export const disputeKeys = { all: ['disputes'] as const }

export type DisputeFilter = {
  q?: string | undefined
  topic: string[]
  speaker: string[]
  outlet: string[]
  state: DisputeState[]
  published?: 'true' | 'false' | undefined
  /** Partial dates as typed. */
  from?: string | undefined
  to?: string | undefined
}

export const disputeList = (filter: DisputeFilter) => ({
  ...keysetOptions({
    queryKey: [...disputeKeys.all, 'list', filter],
    fetchPage: ({ cursor, signal }) =>
      call(listDisputes, { query: { ...filter, cursor, limit: 20 }, signal }),
  }),
  // What was found stays while the next letters are typed.
  placeholderData: keepPreviousData,
})

export const dispute = (slug: string) =>
  queryOptions({
    queryKey: [...disputeKeys.all, 'one', slug],
    queryFn: ({ signal }) => call(readDispute, { params: { slug }, signal }),
  })

export const relationsOf = (claimId: string) =>
  queryOptions({
    queryKey: ['relations', 'of', claimId],
    queryFn: ({ signal }) =>
      call(listRelations, {
        query: { claim: claimId, state: ['confirmed', 'suggested'], limit: 20 },
        signal,
      }),
  })
