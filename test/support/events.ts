import type { Api } from './api.ts'

/** The audit log of one record, oldest first: who did what, and the fields before and after. */
export async function eventsOf(api: Api, subjectId: string) {
  return api.deps.database.prisma.event.findMany({
    where: { subjectId },
    orderBy: { id: 'asc' },
    select: { action: true, actorId: true, from: true, to: true },
  })
}
