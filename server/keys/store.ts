import { z } from 'zod'
import { decodeCursor } from '../db/cursor.ts'
import type { Prisma } from '../db/generated/client.ts'
import type { Db, Tx } from '../db/open.ts'

const KEY = {
  id: true,
  name: true,
  scope: true,
  start: true,
  user: { select: { id: true, name: true } },
  createdAt: true,
  expiresAt: true,
  lastUsedAt: true,
  revokedAt: true,
} as const satisfies Prisma.ApiKeySelect

export type KeyRow = NonNullable<Awaited<ReturnType<typeof findKey>>>

export function findKey(db: Db, id: string) {
  return db.apiKey.findUnique({ where: { id }, select: KEY })
}

/** Newest first, of one person or, when null, of everybody; one more row than asked for, when there is one. */
export function listKeys(
  db: Db,
  userId: string | null,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
) {
  const after = cursor === undefined ? null : decodeCursor(z.tuple([z.uuid()]), cursor)[0]
  return db.apiKey.findMany({
    where: { ...(userId !== null && { userId }), ...(after !== null && { id: { lt: after } }) },
    orderBy: { id: 'desc' },
    take: limit + 1,
    select: KEY,
  })
}

export function insertKey(
  tx: Tx,
  key: Pick<
    Prisma.ApiKeyUncheckedCreateInput,
    'name' | 'scope' | 'secretHash' | 'start' | 'userId' | 'createdAt' | 'expiresAt'
  >,
): Promise<KeyRow> {
  return tx.apiKey.create({ data: key, select: KEY })
}

/** Whether the key was alive until now. */
export async function revokeKey(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { count } = await tx.apiKey.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: at } })
  return count === 1
}

/** How many keys of a person still count. */
export function countLiveKeys(tx: Tx, userId: string, at: Date): Promise<number> {
  return tx.apiKey.count({
    where: { userId, revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: at } }] },
  })
}
