import { z } from 'zod'
import type { Audience } from '../auth/viewer.ts'
import { listedClaims } from '../db/audience.ts'
import { decodeCursor } from '../db/cursor.ts'
import type { Db } from '../db/open.ts'
import { QUOTE } from './store.ts'

const CURSOR = z.tuple([z.int32(), z.int32(), z.uuid()])

/** The appearances of claims in a snapshot, or in all of a source, in the order of the text; one more than asked for, when there is one. */
export function listMarks(
  db: Db,
  within: { snapshotId: string } | { sourceId: string },
  { cursor, limit }: { cursor?: string | undefined; limit: number },
  audience: Audience,
) {
  const [start, end, id] = cursor === undefined ? [-1, -1, ''] : decodeCursor(CURSOR, cursor)
  const after =
    cursor === undefined
      ? {}
      : {
          OR: [
            { quote: { start: { gt: start } } },
            { quote: { start, end: { gt: end } } },
            { quote: { start, end }, id: { gt: id } },
          ],
        }
  const quote = 'sourceId' in within ? { snapshot: within } : within
  return db.appearance.findMany({
    relationLoadStrategy: 'join',
    where: { AND: [{ quote }, after], claim: listedClaims(audience) },
    orderBy: [{ quote: { start: 'asc' } }, { quote: { end: 'asc' } }, { id: 'asc' }],
    take: limit + 1,
    select: { id: true, claimId: true, first: true, quote: { select: QUOTE } },
  })
}
