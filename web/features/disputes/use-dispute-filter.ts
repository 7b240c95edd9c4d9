import { parsePartialDate } from '#domain/partial-date.ts'
import { DISPUTE_STATES } from '#domain/vocabulary.ts'
import { knownTerm, knownTerms, useUrlFilters } from '../../ui/use-url-filters.ts'
import type { DisputeFilter } from './queries.ts'

const NAMES = ['q', 'topic', 'speaker', 'outlet', 'state', 'from', 'to', 'published'] as const

/** The filters of the list of disputed points as the URL has them; what cannot be read there is left out of `filter`. */
export function useDisputeFilter() {
  const { one, many, change, clear, active } = useUrlFilters(NAMES)
  const filter: DisputeFilter = {
    q: one('q'),
    topic: many('topic'),
    speaker: many('speaker'),
    outlet: many('outlet'),
    state: knownTerms(DISPUTE_STATES, many('state')),
    published: knownTerm(['true', 'false'] as const, one('published')),
    from: readable(one('from')),
    to: readable(one('to')),
  }
  return { filter, change, clear, active, besidesWords: filter.q === undefined ? active : active - 1 }
}

function readable(date: string | undefined): string | undefined {
  return date !== undefined && parsePartialDate(date).ok ? date : undefined
}
