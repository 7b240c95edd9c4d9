import { QUEUE_ORDERS, QUEUES, type Queue, type QueueOrder } from '#contract/suggestions.ts'
import { REASON_TYPES } from '#domain/vocabulary.ts'
import { knownTerm, knownTerms, useUrlFilters } from '../../ui/use-url-filters.ts'
import type { QueueFilter } from './queries.ts'

const NAMES = ['minScore', 'reason', 'topic', 'speaker', 'outlet', 'assigned', 'reading'] as const
const SHOWN = ['about', 'order', 'view'] as const

/** What the queue is narrowed by, its order and how it is shown, all kept in the URL. */
export function useQueueFilter() {
  const { one, many, change, clear, active } = useUrlFilters(NAMES)
  const shown = useUrlFilters(SHOWN)
  const score = Number(one('minScore'))
  const filter: QueueFilter = {
    about: knownTerm(QUEUES, shown.one('about')) ?? 'conflicts',
    minScore: score > 0 && score <= 1 ? String(score) : undefined,
    reason: knownTerms(REASON_TYPES, many('reason')),
    topic: many('topic'),
    speaker: many('speaker'),
    outlet: many('outlet'),
    assigned: one('assigned'),
    reading: one('reading') === 'second' ? 'second' : undefined,
  }
  const order: QueueOrder = knownTerm(QUEUE_ORDERS, shown.one('order')) ?? 'likeliest'
  return {
    filter,
    change,
    clear,
    active,
    setAbout: (next: Queue) => shown.change({ about: next === 'conflicts' ? null : next }),
    order,
    setOrder: (next: QueueOrder) => shown.change({ order: next === 'likeliest' ? null : next }),
    view: shown.one('view') === 'list' ? ('list' as const) : ('pair' as const),
    setView: (next: 'pair' | 'list') => shown.change({ view: next === 'list' ? 'list' : null }),
  }
}
