import type { EventAction } from '#domain/events.ts'
import type { Viewer } from '../auth/viewer.ts'
import { Prisma } from '../db/generated/client.ts'

type Fields = Record<string, Prisma.InputJsonValue | null | undefined>

const json = (fields: Fields | undefined) =>
  fields === undefined ? Prisma.DbNull : (fields as Prisma.InputJsonObject)

/** Writes the line of the audit log that belongs to a write, in the transaction of that write. */
export async function recordEvent(
  tx: Prisma.TransactionClient,
  event: {
    /** Null is the system itself. */
    actor: Viewer | null
    action: EventAction
    subjectId: string
    from?: Fields
    to?: Fields
  },
): Promise<void> {
  await tx.event.create({
    data: {
      actorId: event.actor?.id ?? null,
      action: event.action,
      subjectType: event.action.slice(0, event.action.indexOf('.')),
      subjectId: event.subjectId,
      from: json(event.from),
      to: json(event.to),
    },
    select: { id: true },
  })
}
