import { z } from 'zod'
import type { Audience } from '../auth/viewer.ts'
import { decodeCursor } from '../db/cursor.ts'
import type { Prisma } from '../db/generated/client.ts'
import type { Db } from '../db/open.ts'

const NOTIFICATION = {
  reason: true,
  readAt: true,
  event: { select: { id: true, at: true, action: true, actor: { select: { id: true, name: true } } } },
  source: { select: { id: true, title: true } },
  claim: { select: { id: true, statement: true } },
  relation: { select: { id: true, a: { select: { statement: true } }, b: { select: { statement: true } } } },
  dispute: { select: { id: true, slug: true, question: true } },
} as const satisfies Prisma.NotificationSelect

export type NotificationRow = NonNullable<Awaited<ReturnType<typeof findNotification>>>

export type Reader = { id: string; audience: Audience }

/** What stands under the bell of a person and may be seen by them now. */
const under = ({ id, audience }: Reader): Prisma.NotificationWhereInput => ({
  recipientId: id,
  ...(audience === 'published' && { dispute: { publishedAt: { not: null } } }),
})

export function findNotification(db: Db, reader: Reader, eventId: string) {
  return db.notification.findFirst({ where: { ...under(reader), eventId }, select: NOTIFICATION })
}

/** Newest first; one more row than asked for, when there is one. */
export function listNotifications(
  db: Db,
  reader: Reader,
  { cursor, limit, unread }: { cursor?: string | undefined; limit: number; unread?: boolean | undefined },
): Promise<NotificationRow[]> {
  const after = cursor === undefined ? null : decodeCursor(z.tuple([z.uuid()]), cursor)[0]
  return db.notification.findMany({
    where: {
      ...under(reader),
      ...(unread === true && { readAt: null }),
      ...(unread === false && { readAt: { not: null } }),
      ...(after !== null && { eventId: { lt: after } }),
    },
    orderBy: { eventId: 'desc' },
    take: limit + 1,
    select: NOTIFICATION,
  })
}

export function countUnread(db: Db, reader: Reader): Promise<number> {
  return db.notification.count({ where: { ...under(reader), readAt: null } })
}

/** Marks one, or all, as read; what was read before keeps its time. */
export async function markRead(db: Db, { id }: Reader, at: Date, eventId?: string): Promise<void> {
  await db.notification.updateMany({
    where: { recipientId: id, readAt: null, ...(eventId !== undefined && { eventId }) },
    data: { readAt: at },
  })
}
