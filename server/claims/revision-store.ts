import { z } from 'zod'
import type { Audience } from '../auth/viewer.ts'
import { shownClaims } from '../db/audience.ts'
import { decodeCursor } from '../db/cursor.ts'
import type { Db } from '../db/open.ts'
import { SPEAKER_BRIEF } from '../speakers/store.ts'

export type RevisionRow = Awaited<ReturnType<typeof listRevisions>>[number]

export async function claimIsShown(db: Db, id: string, audience: Audience): Promise<boolean> {
  const where = { id, ...shownClaims(audience) }
  return (await db.claim.findFirst({ where, select: { id: true } })) !== null
}

/** The wordings of a claim, newest first; one more than asked for, when there is one. */
export function listRevisions(
  db: Db,
  claimId: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
) {
  const before = cursor === undefined ? null : decodeCursor(z.tuple([z.int32()]), cursor)[0]
  return db.claimRevision.findMany({
    relationLoadStrategy: 'join',
    where: { claimId, ...(before !== null && { number: { lt: before } }) },
    orderBy: { number: 'desc' },
    take: limit + 1,
    select: {
      number: true,
      statement: true,
      howPut: true,
      speaker: { select: SPEAKER_BRIEF },
      saidEdtf: true,
      topics: true,
      revisedAt: true,
      revisedBy: { select: { id: true, name: true } },
    },
  })
}
