import { CLAIM_ORDERS } from '#contract/claim-lists.ts'
import { CLAIM_FILTERS } from '#contract/saved-searches.ts'
import { HOW_PUT, QUOTE_STATES } from '#domain/vocabulary.ts'
import { knownTerm, knownTerms, useUrlFilters } from '../../ui/use-url-filters.ts'
import type { ClaimFilter, ClaimOrder } from './queries.ts'

const YES_NO = ['true', 'false'] as const

/** The claims asked for, as the URL says. */
export function useClaimFilter() {
  const filters = useUrlFilters(CLAIM_FILTERS)
  const filter: ClaimFilter = {
    q: filters.one('q'),
    speaker: filters.many('speaker'),
    outlet: filters.many('outlet'),
    topic: filters.many('topic'),
    howPut: knownTerms(HOW_PUT, filters.many('howPut')),
    quoteState: knownTerms(QUOTE_STATES, filters.many('quoteState')),
    from: filters.one('from'),
    to: filters.one('to'),
    disputed: knownTerm(YES_NO, filters.one('disputed')),
    joined: knownTerm(YES_NO, filters.one('joined')),
  }
  const order: ClaimOrder = knownTerm(CLAIM_ORDERS, filters.one('order')) ?? 'newest'
  return { ...filters, filter, order }
}

export type UrlClaimFilter = ReturnType<typeof useClaimFilter>
