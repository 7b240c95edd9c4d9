import { listEvents } from '#contract/events.ts'
import type { EventAction, SubjectType } from '#domain/events.ts'
import { call } from '../../api/call.ts'
import { keysetOptions } from '../../api/keyset.ts'

export type EventFilter = {
  subject?: SubjectType | undefined
  id?: string | undefined
  actor?: string | undefined
  action: EventAction[]
}

export const eventList = (filter: EventFilter) =>
  keysetOptions({
    queryKey: ['events', filter],
    fetchPage: ({ cursor, signal }) => call(listEvents, { query: { ...filter, cursor, limit: 50 }, signal }),
  })
