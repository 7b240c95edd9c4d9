import type { z } from 'zod'
import type { readClaimFacets } from '#contract/claim-lists.ts'
import { parseSearch, type SearchQuery } from '#domain/search-grammar.ts'

type Asked = z.output<typeof readClaimFacets.query>

/** What lists of claims are asked for, with what was typed taken apart. */
export type ClaimFilter = Omit<Asked, 'q'> & { search: SearchQuery }

export function readFilter({ q, ...facets }: Asked): ClaimFilter {
  return { ...facets, search: parseSearch(q ?? '') }
}
