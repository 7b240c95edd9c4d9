import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Id, Instant, LIMITS, NewId, text } from './text.ts'

/** The filters of the list of claims, as its address names them. */
export const CLAIM_FILTERS = [
  'q',
  'speaker',
  'outlet',
  'topic',
  'howPut',
  'quoteState',
  'from',
  'to',
  'disputed',
  'joined',
  'order',
] as const

const isFilter = (name: string) => CLAIM_FILTERS.some(known => known === name)

/** The part of an address behind its question mark, `q=troops&disputed=true`: at least one filter, and nothing else. */
const Filters = text(LIMITS.url).refine(
  value => {
    const names = [...new URLSearchParams(value).keys()]
    return names.length > 0 && names.every(isFilter)
  },
  { error: `Give at least one filter, and none but ${CLAIM_FILTERS.join(', ')}.` },
)

export const SavedSearch = z
  .object({ id: Id, name: z.string(), filters: z.string(), createdAt: Instant })
  .meta({ id: 'SavedSearch' })
export type SavedSearch = z.infer<typeof SavedSearch>

export const listSavedSearches = endpoint({
  method: 'get',
  path: '/api/saved-searches',
  access: 'reader',
  summary: 'List one’s own saved searches by name',
  reply: z.object({ items: z.array(SavedSearch) }),
})

export const saveSearch = endpoint({
  method: 'post',
  path: '/api/saved-searches',
  access: 'reader',
  summary: 'Save a search of the claims under a name; one of that name is replaced',
  body: z.strictObject({ id: NewId, name: text(LIMITS.name), filters: Filters }),
  reply: SavedSearch,
  status: 201,
})

export const removeSavedSearch = endpoint({
  method: 'delete',
  path: '/api/saved-searches/:id',
  access: 'reader',
  summary: 'Remove one’s own saved search',
  params: z.strictObject({ id: Id }),
  reply: z.object({}),
})
