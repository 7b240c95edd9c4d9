import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { type CLAIM_ORDERS, listClaims, readClaimFacets } from '#contract/claim-lists.ts'
import { listClaimRevisions } from '#contract/claims.ts'
import { listSavedSearches } from '#contract/saved-searches.ts'
import type { HowPut, QuoteState } from '#domain/vocabulary.ts'
import { call } from '../../api/call.ts'
import { keysetOptions } from '../../api/keyset.ts'

export type ClaimFilter = {
  q?: string | undefined
  speaker?: string[]
  outlet?: string[]
  topic?: string[]
  howPut?: HowPut[]
  quoteState?: QuoteState[]
  from?: string | undefined
  to?: string | undefined
  disputed?: 'true' | 'false' | undefined
  joined?: 'true' | 'false' | undefined
}

export type ClaimOrder = (typeof CLAIM_ORDERS)[number]

export const claimList = (filter: ClaimFilter, order: ClaimOrder = 'newest') =>
  keysetOptions({
    queryKey: ['claims', 'list', filter, order],
    fetchPage: ({ cursor, signal }) =>
      call(listClaims, { query: { ...filter, order, cursor, limit: 30 }, signal }),
  })

export const claimFacets = (filter: ClaimFilter) =>
  queryOptions({
    queryKey: ['claims', 'facets', filter],
    queryFn: ({ signal }) => call(readClaimFacets, { query: filter, signal }),
    placeholderData: keepPreviousData,
  })

export const claimRevisions = (id: string) =>
  keysetOptions({
    queryKey: ['claims', 'one', id, 'revisions'],
    fetchPage: ({ cursor, signal }) =>
      call(listClaimRevisions, { params: { id }, query: { cursor, limit: 20 }, signal }),
  })

export const savedSearches = queryOptions({
  queryKey: ['saved-searches'],
  queryFn: ({ signal }) => call(listSavedSearches, { signal }),
})
