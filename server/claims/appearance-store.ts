import type { ToJoin } from '#domain/one-claim.ts'
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

/** What tells whether claims are one. */
export async function listToJoin(tx: Tx, ids: readonly string[]): Promise<ToJoin[]> {
  const rows = await tx.claim.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, speakerId: true, howPut: true, createdAt: true },
  })
  return rows.map(row => ({ ...row, createdAt: row.createdAt.toISOString() }))
}

const COPY = { id: true, claimId: true, quoteId: true, quote: { select: { exact: true, snapshotId: true } } }

/** Gives a claim the quotes of another one that it does not have, by a decision. Returns the new appearances. */
export async function copyAppearances(
  tx: Tx,
  {
    fromId,
    toId,
    ...by
  }: { fromId: string; toId: string; copiedById: string; addedById: string; addedAt: Date },
) {
  const quotes = await tx.appearance.findMany({
    where: { claimId: fromId },
    select: { quoteId: true },
    orderBy: [{ first: 'desc' }, { id: 'asc' }],
  })
  return tx.appearance.createManyAndReturn({
    data: quotes.map(({ quoteId }) => ({ claimId: toId, quoteId, first: false, ...by })),
    skipDuplicates: true,
    select: COPY,
  })
}

/** The appearances that came by decisions and still stand, but for those that are the first known ones by now. */
export function listCopied(tx: Tx, decisionIds: readonly string[]) {
  return tx.appearance.findMany({
    where: { copiedById: { in: [...decisionIds] }, first: false },
    select: COPY,
    orderBy: { id: 'asc' },
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
