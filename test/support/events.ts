import type { EventAction } from '#domain/events.ts'
import type { Api } from './api.ts'

/** The audit log of one record, oldest first: who did what, and the fields before and after. */
export async function eventsOf(api: Api, subjectId: string) {
  const rows = await api.deps.database.prisma.event.findMany({
    where: { subjectId },
    orderBy: { id: 'asc' },
    select: { action: true, actorId: true, from: true, to: true },
  })
  return rows.map(row => ({ ...row, action: row.action as EventAction }))
}
