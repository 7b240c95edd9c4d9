import { randomUUIDv7 } from 'node:crypto'
import { z } from 'zod'
import type { EventAction, SubjectType } from '#domain/events.ts'
import type { Viewer } from '../auth/viewer.ts'
import { decodeCursor } from '../db/cursor.ts'
import { Prisma } from '../db/generated/client.ts'
import type { Db, Tx } from '../db/open.ts'
import { hasRead } from '../db/readings.ts'
import { type Telling, tellPeople } from './tell-store.ts'

type Fields = Record<string, Prisma.InputJsonValue | null | undefined>

const json = (fields: Fields | undefined) => (fields === undefined ? Prisma.DbNull : fields)

const subjectOf = (action: EventAction) => action.slice(0, action.indexOf('.'))

export type NewEvent = {
  /** Null is the system itself. */
  actor: Pick<Viewer, 'id'> | null
  action: EventAction
  subjectId: string
  from?: Fields
  to?: Fields
  /** Under whose bells it is put. */
  tell?: readonly Telling[]
}

const columnsOf = ({ actor, action, subjectId }: NewEvent) => ({
  actorId: actor?.id ?? null,
  action,
  subjectType: subjectOf(action),
  subjectId,
})

/** Writes the line of the audit log that belongs to a write, in the transaction of that write. */
export async function recordEvent(tx: Tx, event: NewEvent): Promise<void> {
  const data = { ...columnsOf(event), from: json(event.from), to: json(event.to) }
  const made = await tx.event.create({ data, select: { id: true, actorId: true } })
  if (event.tell) await tellPeople(tx, made, event.tell)
}

/** The same for many writes at once that concern nobody in particular, by one statement. */
export async function recordEvents(tx: Tx, events: readonly Omit<NewEvent, 'tell'>[]): Promise<void> {
  if (events.length === 0) return
  const rows = events.map(event => ({
    ...columnsOf(event),
    from: event.from,
    to: event.to,
    id: randomUUIDv7(),
  }))
  await tx.$executeRaw`
    INSERT INTO event (id, "actorId", action, "subjectType", "subjectId", "from", "to")
    SELECT id, "actorId", action, "subjectType", "subjectId", "from", "to"
    FROM json_populate_recordset(NULL::event, ${JSON.stringify(rows)}::json)`
}

/** Whether something has ever happened to a record. */
export async function eventExists(db: Db, action: EventAction, subjectId: string): Promise<boolean> {
  const subjectType = subjectOf(action)
  const found = await db.event.findFirst({ where: { subjectType, subjectId, action }, select: { id: true } })
  return found !== null
}

/**
 * The version from which on somebody may not see the verdicts on a relation, as they may still make the reading that is
 * awaited; null where nothing is kept from them.
 */
export async function findUnreadSince(db: Db, relationId: string, personId: string): Promise<number | null> {
  const [row] = await db.$queryRaw<{ version: number }[]>`
    SELECT r."proposedVersion" AS version FROM relation r
    WHERE r.id = ${relationId}::uuid AND r.awaits IS NOT NULL AND NOT ${hasRead(personId)}`
  return row?.version ?? null
}

const EVENT = {
  id: true,
  at: true,
  actor: { select: { id: true, name: true } },
  action: true,
  subjectType: true,
  subjectId: true,
  from: true,
  to: true,
} as const satisfies Prisma.EventSelect

export type EventRow = Awaited<ReturnType<typeof listEvents>>[number]

export type EventFilter = {
  subject?: SubjectType | undefined
  id?: string | undefined
  actor?: string | undefined
  action: EventAction[]
  cursor?: string | undefined
  limit: number
}

/** Newest first; one more row than asked for, when there is one. */
export function listEvents(db: Db, { subject, id, actor, action, cursor, limit }: EventFilter) {
  const after = cursor === undefined ? null : decodeCursor(z.tuple([z.uuid()]), cursor)[0]
  return db.event.findMany({
    where: {
      ...(subject !== undefined && { subjectType: subject }),
      ...(id !== undefined && { subjectId: id }),
      ...(actor !== undefined && { actorId: actor }),
      ...(action.length > 0 && { action: { in: action } }),
      ...(after !== null && { id: { lt: after } }),
    },
    orderBy: { id: 'desc' },
    take: limit + 1,
    select: EVENT,
  })
}
