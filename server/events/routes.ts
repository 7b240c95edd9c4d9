import type { Router } from 'express'
import { listEvents } from '#contract/events.ts'
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
    return toPage(await store.listEvents(database.prisma, query), query.limit, row => [row.id], viewEvent)
  })
}

/** Events of accounts hold addresses and times of sign-in: those of others are for admins. */
function requireOneRecord({ subject, id }: store.EventFilter, viewer: Viewer): void {
  if (viewer.role === 'admin') return
  if (subject === undefined || id === undefined)
    throw forbidden('Only admins list the events of everything. Name one record by `subject` and `id`.')
  if (subject === 'account' && id !== viewer.id)
    throw forbidden('Only admins list the events of other people’s accounts.')
}
