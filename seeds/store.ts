import type { Viewer } from '../server/auth/viewer.ts'
import type { Db } from '../server/db/open.ts'

/** Whether anybody but the teller of the stories has added a source. */
export async function othersHaveSources(db: Db, tellerId: string): Promise<boolean> {
  const found = await db.source.findFirst({
    where: { OR: [{ createdById: null }, { createdById: { not: tellerId } }] },
    select: { id: true },
  })
  return found !== null
}

/** How many stories are told to their end. */
export async function countTold(db: Db, tellerId: string): Promise<number> {
  return db.dispute.count({ where: { publishedById: tellerId } })
}

export async function ensureTeller(db: Db, teller: Viewer, disabledAt: Date): Promise<void> {
  await db.user.upsert({
    where: { id: teller.id },
    create: { ...teller, email: `${teller.id}@counterclaim.invalid`, disabledAt },
    update: {},
    select: { id: true },
  })
}

/** Whether a point was opened and nothing happened to it since. */
export async function isUntouched(db: Db, disputeId: string): Promise<boolean> {
  const found = await db.dispute.findFirst({
    where: { id: disputeId, version: 1, publishedAt: null },
    select: { id: true },
  })
  return found !== null
}
