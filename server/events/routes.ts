import type { Router } from 'express'
import { type Event, listEvents } from '#contract/events.ts'
import type { EventAction } from '#domain/events.ts'
import { forbidden } from '#domain/refusals.ts'
import type { Viewer } from '../auth/viewer.ts'
import { toPage } from '../db/cursor.ts'
import type { Deps } from '../deps.ts'
import { bind } from '../http/bind.ts'
import * as store from './store.ts'
import { viewEvent } from './view.ts'

export function mountEvents(router: Router, { database }: Deps): void {
  bind(router, listEvents, async ({ query, viewer }) => {
    requireOneRecord(query, viewer)
    const db = database.prisma
    const since =
      query.subject === 'relation' && query.id !== undefined && viewer.role !== 'admin'
        ? await store.findUnreadSince(db, query.id, viewer.id)
        : null
    const rows = await store.listEvents(db, query)
    return toPage(
      rows,
      query.limit,
      row => [row.id],
      row => withoutVerdict(viewEvent(row), since),
    )
  })
}

const VERDICTS: readonly EventAction[] = ['relation.decided', 'relation.undone']

/** Of a verdict that whoever asks may not see yet, only that there is one. */
function withoutVerdict(event: Event, since: number | null): Event {
  const version = event.to?.['version']
  if (since === null || typeof version !== 'number' || version <= since) return event
  return VERDICTS.includes(event.action) ? { ...event, from: null, to: { version } } : event
}

/** Events of accounts hold addresses and times of sign-in: those of others are for admins. */
function requireOneRecord({ subject, id }: store.EventFilter, viewer: Viewer): void {
  if (viewer.role === 'admin') return
  if (subject === undefined || id === undefined)
    throw forbidden('Only admins list the events of everything. Name one record by `subject` and `id`.')
  if (subject === 'account' && id !== viewer.id)
    throw forbidden('Only admins list the events of other people’s accounts.')
}
