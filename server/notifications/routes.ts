import type { Router } from 'express'
import * as contract from '#contract/notifications.ts'
import { notFound } from '#domain/refusals.ts'
import { audienceOf, type Viewer } from '../auth/viewer.ts'
import { toPage } from '../db/cursor.ts'
import type { Deps } from '../deps.ts'
import { bind } from '../http/bind.ts'
import * as store from './store.ts'
import { viewNotification } from './view.ts'

const readerOf = (viewer: Viewer): store.Reader => ({ id: viewer.id, audience: audienceOf(viewer) })

export function mountNotifications(router: Router, { database, now }: Deps): void {
  const db = database.prisma
  bind(router, contract.listNotifications, async ({ viewer, query }) =>
    toPage(
      await store.listNotifications(db, readerOf(viewer), query),
      query.limit,
      row => [row.event.id],
      viewNotification,
    ),
  )
  bind(router, contract.countNotifications, async ({ viewer }) => ({
    unread: await store.countUnread(db, readerOf(viewer)),
  }))
  bind(router, contract.readNotification, async ({ viewer, params }) => {
    await store.markRead(db, readerOf(viewer), now(), params.id)
    const row = await store.findNotification(db, readerOf(viewer), params.id)
    if (row === null) throw notFound('notification')
    return viewNotification(row)
  })
  bind(router, contract.readAllNotifications, async ({ viewer }) => {
    await store.markRead(db, readerOf(viewer), now())
    return { unread: await store.countUnread(db, readerOf(viewer)) }
  })
}
