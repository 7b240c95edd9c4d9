import type { Tx } from '../db/open.ts'

/** Whether there is such a claim; until the transaction ends, nobody else changes its appearances. */
export async function lockClaim(tx: Tx, id: string): Promise<boolean> {
  const found = await tx.$queryRaw<unknown[]>`SELECT 1 FROM claim WHERE id = ${id}::uuid FOR NO KEY UPDATE`
  return found.length > 0
}

/** The id of the new appearance, or null when the claim has this quote already. */
export async function insertAppearance(
  tx: Tx,
  appearance: { claimId: string; quoteId: string; first: boolean; addedById: string | null; addedAt: Date },
): Promise<string | null> {
  const [made] = await tx.appearance.createManyAndReturn({
    data: [appearance],
    skipDuplicates: true,
    select: { id: true },
  })
  return made?.id ?? null
}

export function findAppearance(tx: Tx, claimId: string, id: string) {
  return tx.appearance.findFirst({
    where: { id, claimId },
    select: { id: true, first: true, quoteId: true, quote: { select: { exact: true, snapshotId: true } } },
  })
}

/** Moves the mark of the first appearance, and returns the id of the one that had it. */
export async function moveFirst(tx: Tx, claimId: string, id: string): Promise<string | null> {
  const before = await tx.appearance.findFirst({ where: { claimId, first: true }, select: { id: true } })
  await tx.appearance.updateMany({ where: { claimId, first: true }, data: { first: false } })
  await tx.appearance.update({ where: { id }, data: { first: true }, select: { id: true } })
  return before?.id ?? null
}

export async function deleteAppearance(tx: Tx, id: string): Promise<void> {
  await tx.appearance.delete({ where: { id }, select: { id: true } })
}
