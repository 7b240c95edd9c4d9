import { z } from 'zod'
import { EVENT_ACTIONS } from '#domain/events.ts'
import { NOTIFICATION_REASONS } from '#domain/vocabulary.ts'
import { endpoint } from './endpoint.ts'
import { flag, page, paging } from './paging.ts'
import { Id, Instant, Person } from './text.ts'

/** Something that happened and concerns whoever asks. */
export const Notification = z
  .object({
    /** That of the event. */
    id: Id,
    at: Instant,
    reason: z.enum(NOTIFICATION_REASONS),
    action: z.enum(EVENT_ACTIONS),
    /** Null is the system itself. */
    actor: Person.nullable(),
    /** The record to look at. */
    target: z.object({
      type: z.enum(['source', 'claim', 'relation', 'dispute']),
      id: Id,
      /** Of a disputed point: its address. */
      slug: z.string().nullable(),
      title: z.string(),
    }),
    readAt: Instant.nullable(),
  })
  .meta({ id: 'Notification' })
export type Notification = z.infer<typeof Notification>

const Unread = z.object({ unread: z.int() })

export const listNotifications = endpoint({
  method: 'get',
  path: '/api/notifications',
  access: 'reader',
  summary: 'List what stands under one’s own bell, newest first',
  query: z.strictObject({ ...paging, unread: flag }),
  reply: page(Notification),
})

export const countNotifications = endpoint({
  method: 'get',
  path: '/api/notifications/count',
  access: 'reader',
  summary: 'Count what one has not read yet',
  reply: Unread,
})

export const readNotification = endpoint({
  method: 'post',
  path: '/api/notifications/:id/read',
  access: 'reader',
  summary: 'Mark one as read',
  params: z.strictObject({ id: Id }),
  reply: Notification,
})

export const readAllNotifications = endpoint({
  method: 'post',
  path: '/api/notifications/read',
  access: 'reader',
  summary: 'Mark all as read',
  reply: Unread,
})
