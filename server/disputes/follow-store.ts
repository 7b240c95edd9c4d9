import type { Audience } from '../auth/viewer.ts'
import type { Db, Tx } from '../db/open.ts'

/** Has whoever works on a point follow it, unless they have left it. */
export async function keepFollowing(tx: Tx, disputeId: string, accountId: string): Promise<void> {
  await tx.disputeFollow.createMany({
    data: [{ disputeId, accountId, following: true }],
    skipDuplicates: true,
  })
}

export async function setFollowing(
  db: Db,
  disputeId: string,
  accountId: string,
  following: boolean,
): Promise<void> {
  await db.disputeFollow.upsert({
    where: { disputeId_accountId: { disputeId, accountId } },
    create: { disputeId, accountId, following },
    update: { following },
    select: { following: true },
  })
}

/** Null when there is no such point, or none that the audience may see. */
export async function findFollowing(
  db: Db,
  disputeId: string,
  accountId: string,
  audience: Audience,
): Promise<boolean | null> {
  const found = await db.dispute.findFirst({
    where: { id: disputeId, ...(audience === 'published' && { publishedAt: { not: null } }) },
    select: { follows: { where: { accountId }, select: { following: true } } },
  })
  return found && (found.follows[0]?.following ?? false)
}
