import { Prisma } from '../db/generated/client.ts'
import type { Tx } from '../db/open.ts'

/** The claim of that id, if there is one; until the transaction ends, nobody else changes its appearances. */
export async function lockClaim(tx: Tx, id: string): Promise<{ sameAsId: string | null } | null> {
  const [found] = await tx.$queryRaw<{ sameAsId: string | null }[]>`
    SELECT "sameAsId" FROM claim WHERE id = ${id}::uuid FOR NO KEY UPDATE`
  return found ?? null
}

/** The id of the new appearance, or null when the claim has this quote already. */
export async function insertAppearance(
  tx: Tx,
  appearance: {
    claimId: string
    quoteId: string
    first: boolean
    copiedById?: string
    addedById: string | null
    addedAt: Date
  },
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

/** The appearances taken over from a claim with which theirs is not one, but for those that are the first known ones by now. */
export async function listUnfounded(tx: Tx, claimIds: readonly string[]) {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT ap.id FROM appearance ap JOIN claim c ON c.id = ap."claimId"
    WHERE c.id IN (${together(claimIds)}) AND ap."copiedById" IS NOT NULL AND NOT ap.first AND NOT EXISTS (
      SELECT 1 FROM appearance own JOIN claim o ON o.id = own."claimId"
      WHERE own."quoteId" = ap."quoteId" AND own."copiedById" IS NULL AND o.id <> c.id
        AND coalesce(o."sameAsId", o.id) = coalesce(c."sameAsId", c.id)
    )`
  return tx.appearance.findMany({
    where: { id: { in: rows.map(row => row.id) } },
    select: {
      id: true,
      claimId: true,
      quoteId: true,
      quote: { select: { exact: true, snapshotId: true } },
      copiedBy: { select: { relationId: true } },
    },
    orderBy: { id: 'asc' },
  })
}

type Missing = {
  claimId: string
  quoteId: string
  copiedById: string
  exact: string
  snapshotId: string
  fromClaimId: string
  relationId: string
}

/** The quotes that claims lack of those they stand for, each with the decision that found its claim to be the same. */
export function listMissing(tx: Tx, claimIds: readonly string[]): Promise<Missing[]> {
  return tx.$queryRaw<Missing[]>`
    SELECT c."sameAsId" AS "claimId", q.id AS "quoteId", d.id AS "copiedById", q.exact, q."snapshotId",
      c.id AS "fromClaimId", d."relationId"
    FROM claim c
    JOIN appearance own ON own."claimId" = c.id AND own."copiedById" IS NULL
    JOIN quote q ON q.id = own."quoteId"
    CROSS JOIN LATERAL (
      SELECT d.id, d."relationId" FROM relation r JOIN decision d ON d."relationId" = r.id AND d.kind = 'duplicate'
      WHERE c.id IN (r."aId", r."bId") AND r.kind = 'duplicate' AND r.state = 'confirmed'
      ORDER BY d.id DESC LIMIT 1
    ) AS d
    WHERE c."sameAsId" IS NOT NULL AND c.id IN (${together(claimIds)}) AND NOT EXISTS (
      SELECT 1 FROM appearance has WHERE has."claimId" = c."sameAsId" AND has."quoteId" = own."quoteId"
    )
    ORDER BY c."createdAt", c.id, own.first DESC, own.id`
}

/** The ids of the claims that are one with that of `id`, itself included. */
export async function listTogether(tx: Tx, id: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`SELECT one.id FROM (${together([id])}) AS one(id)`
  return rows.map(row => row.id)
}

const together = (claimIds: readonly string[]) => Prisma.sql`SELECT one_claim(${[...claimIds]}::uuid[])`

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
