import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { listClaims } from '#contract/claim-lists.ts'
import { readClaim } from '#contract/claims.ts'
import { call } from './call.ts'

export const claim = (id: string) =>
  queryOptions({
    queryKey: ['claims', 'one', id],
    queryFn: ({ signal }) => call(readClaim, { params: { id }, signal }),
  })

/** The few best matches, as somebody types. */
export const claimMatches = (q: string) =>
  queryOptions({
    queryKey: ['claims', 'matches', q],
    queryFn: ({ signal }) => call(listClaims, { query: { q, limit: 12 }, signal }),
    placeholderData: keepPreviousData,
  })
