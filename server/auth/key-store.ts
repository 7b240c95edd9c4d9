import type { Db } from '../db/open.ts'

export type KeyInUse = NonNullable<Awaited<ReturnType<typeof findKey>>>

/** A key by the hash of its secret, with the person in whose name it asks. */
export function findKey(db: Db, secretHash: string) {
  return db.apiKey.findUnique({
    where: { secretHash },
    select: {
      id: true,
      scope: true,
      expiresAt: true,
      revokedAt: true,
      user: { select: { id: true, name: true, role: true, disabledAt: true } },
    },
  })
}

/** Notes that a key was used, unless that was noted after `before` already. */
export async function noteUse(db: Db, id: string, at: Date, before: Date): Promise<void> {
  await db.apiKey.updateMany({
    where: { id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lt: before } }] },
    data: { lastUsedAt: at },
  })
}
