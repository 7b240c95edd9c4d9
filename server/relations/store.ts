import { z } from 'zod'
import type { RelationKind, RelationState } from '#domain/vocabulary.ts'
import type { Audience } from '../auth/viewer.ts'
import { shownClaims } from '../db/audience.ts'
import { decodeCursor } from '../db/cursor.ts'
import type { Prisma } from '../db/generated/client.ts'
import type { Db, Tx } from '../db/open.ts'

const PERSON = { select: { id: true, name: true } } as const

export const REASON = {
  type: true,
  explanation: true,
  aStart: true,
  aEnd: true,
  aExact: true,
  bStart: true,
  bEnd: true,
  bExact: true,
  aQuoteStart: true,
  aQuoteEnd: true,
  aQuoteExact: true,
  bQuoteStart: true,
  bQuoteEnd: true,
  bQuoteExact: true,
} as const satisfies Prisma.ReasonSelect

export const DECISION = {
  id: true,
  action: true,
  kind: true,
  supersederId: true,
  undoesId: true,
  note: true,
  seenVersion: true,
  secondReader: true,
  decidedAt: true,
  decidedBy: PERSON,
} as const satisfies Prisma.DecisionSelect

const ITEM = {
  id: true,
  aId: true,
  bId: true,
  version: true,
  kind: true,
  state: true,
  supersederId: true,
  origin: true,
  note: true,
  score: true,
  modelVersion: true,
  createdAt: true,
  proposedBy: PERSON,
  reasons: { select: REASON, orderBy: { ordinal: 'asc' } },
} as const satisfies Prisma.RelationSelect

const RELATION = {
  ...ITEM,
  aRevision: true,
  bRevision: true,
  proposedKind: true,
  proposedSupersederId: true,
  proposedVersion: true,
  awaits: true,
  assignedTo: PERSON,
  decisions: { select: DECISION, orderBy: { seenVersion: 'asc' } },
} as const satisfies Prisma.RelationSelect

export type RelationRow = NonNullable<Awaited<ReturnType<typeof findRelation>>>
export type RelationItemRow = Awaited<ReturnType<typeof listRelations>>[number]
export type ReasonRow = RelationRow['reasons'][number]
export type DecisionRow = RelationRow['decisions'][number]

/** Everything, or confirmed relations between published claims. */
const shownRelations = (audience: Audience): Prisma.RelationWhereInput =>
  audience === 'all' ? {} : { state: 'confirmed', a: shownClaims(audience), b: shownClaims(audience) }

export function findRelation(db: Db, id: string, audience: Audience = 'all') {
  return db.relation.findFirst({ where: { id, ...shownRelations(audience) }, select: RELATION })
}

/** The relations of `ids`, in no order. */
export function findRelations(db: Db, ids: readonly string[]): Promise<RelationRow[]> {
  return db.relation.findMany({ where: { id: { in: [...ids] } }, select: RELATION })
}

export async function findIdOfPair(db: Db, aId: string, bId: string): Promise<string | null> {
  const found = await db.relation.findUnique({ where: { aId_bId: { aId, bId } }, select: { id: true } })
  return found?.id ?? null
}

export type RelationFilter = {
  claim?: string | undefined
  speaker?: string | undefined
  state: RelationState[]
  kind: RelationKind[]
  cursor?: string | undefined
  limit: number
}

/** Newest first; one more row than asked for, when there is one. */
export function listRelations(db: Db, filter: RelationFilter, audience: Audience) {
  const after = filter.cursor === undefined ? null : decodeCursor(z.tuple([z.uuid()]), filter.cursor)[0]
  return db.relation.findMany({
    where: {
      AND: [
        shownRelations(audience),
        filter.claim === undefined ? {} : { OR: [{ aId: filter.claim }, { bId: filter.claim }] },
        filter.speaker === undefined
          ? {}
          : { a: { speakerId: filter.speaker }, b: { speakerId: filter.speaker } },
        filter.state.length === 0 ? {} : { state: { in: filter.state } },
        filter.kind.length === 0 ? {} : { kind: { in: filter.kind } },
        after === null ? {} : { id: { lt: after } },
      ],
    },
    orderBy: { id: 'desc' },
    take: filter.limit + 1,
    select: ITEM,
  })
}

/** What holds among the claims of one list, oldest first; only in the states given. */
export function listRelationsAmong(db: Db, claimIds: string[], states: RelationState[]) {
  return db.relation.findMany({
    where: { aId: { in: claimIds }, bId: { in: claimIds }, state: { in: states } },
    orderBy: { id: 'asc' },
    select: RELATION,
  })
}

/** Newest first, up to the version `most`; one more row than asked for, when there is one. */
export function listDecisions(
  db: Db,
  relationId: string,
  { cursor, limit, most }: { cursor?: string | undefined; limit: number; most: number },
) {
  const after = cursor === undefined ? null : decodeCursor(z.tuple([z.int()]), cursor)[0]
  return db.decision.findMany({
    where: { relationId, seenVersion: { lte: most, ...(after !== null && { lt: after }) } },
    orderBy: { seenVersion: 'desc' },
    take: limit + 1,
    select: DECISION,
  })
}

export type NewReason = Omit<Prisma.ReasonCreateManyRelationInput, 'id' | 'ordinal'>

export async function insertRelation(
  tx: Tx,
  relation: Omit<Prisma.RelationUncheckedCreateInput, 'reasons' | 'decisions' | 'comments'>,
  reasons: NewReason[],
): Promise<RelationRow> {
  const { id } = await tx.relation.create({ data: relation, select: { id: true } })
  await insertReasons(tx, id, reasons)
  return tx.relation.findUniqueOrThrow({ where: { id }, select: RELATION })
}

/**
 * The versions of claims, which nobody changes until the transaction ends. Whoever writes a relation has its claims first:
 * else two who write the same pair might wait for each other.
 */
export async function lockVersions(tx: Tx, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx.$queryRaw<{ id: string; version: number }[]>`
    SELECT id, version FROM claim WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR NO KEY UPDATE`
  return new Map(rows.map(row => [row.id, row.version]))
}

/** How many rows the write met: 0 when the version is not the one that stands. */
export async function updateRelation(
  tx: Tx,
  id: string,
  version: number,
  changes: Prisma.RelationUncheckedUpdateManyInput,
): Promise<number> {
  const { count } = await tx.relation.updateMany({
    where: { id, version },
    data: { ...changes, version: { increment: 1 } },
  })
  return count
}

export async function replaceReasons(tx: Tx, relationId: string, reasons: NewReason[]): Promise<void> {
  await tx.reason.deleteMany({ where: { relationId } })
  await insertReasons(tx, relationId, reasons)
}

async function insertReasons(tx: Tx, relationId: string, reasons: NewReason[]) {
  if (reasons.length === 0) return
  await tx.reason.createMany({
    data: reasons.map((reason, index) => ({ ...reason, relationId, ordinal: index + 1 })),
  })
}

export async function insertDecision(
  tx: Tx,
  decision: Omit<Prisma.DecisionUncheckedCreateInput, 'id' | 'undoneBy'>,
): Promise<string> {
  const { id } = await tx.decision.create({ data: decision, select: { id: true } })
  return id
}

/** How many rows the write met: 0 when it is assigned to somebody else by now. */
export async function assignRelation(
  tx: Tx,
  id: string,
  seenAssigneeId: string | null,
  assigneeId: string | null,
): Promise<number> {
  const { count } = await tx.relation.updateMany({
    where: { id, assignedToId: seenAssigneeId },
    data: { assignedToId: assigneeId },
  })
  return count
}

export type ComparedClaim = Awaited<ReturnType<typeof findComparedClaims>>[number]

/** What a relation and its reasons speak of: current statements, and the quotes of the first appearances. */
export function findComparedClaims(db: Db, ids: string[]) {
  return db.claim.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      statement: true,
      version: true,
      appearances: { where: { first: true }, select: { quote: { select: { exact: true } } } },
    },
  })
}

/** The quotes of claims' appearances, the first ones alone when `first` is true. */
export function listClaimQuotes(db: Db, claimIds: string[], first: boolean) {
  return db.appearance.findMany({
    where: { claimId: { in: claimIds }, ...(first && { first: true }) },
    select: {
      claimId: true,
      quote: {
        select: { snapshotId: true, exact: true, prefix: true, suffix: true, start: true, end: true },
      },
    },
  })
}

export function listSnapshotTexts(db: Db, ids: string[]) {
  return db.snapshot.findMany({ where: { id: { in: ids } }, select: { id: true, text: true } })
}
