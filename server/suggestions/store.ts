import { randomUUIDv7 } from 'node:crypto'
import type { RelationState } from '#domain/vocabulary.ts'
import { Prisma } from '../db/generated/client.ts'
import type { Db, Tx } from '../db/open.ts'
import type { FoundPair } from './finding.ts'

const STANDING = {
  id: true,
  aId: true,
  bId: true,
  aRevision: true,
  bRevision: true,
  state: true,
  version: true,
  kind: true,
  score: true,
  modelVersion: true,
  assignedToId: true,
  comments: { select: { id: true }, take: 1 },
} as const satisfies Prisma.RelationSelect

export type StandingRow = Awaited<ReturnType<typeof listUndecided>>[number]

/** The detector's suggestions on a claim about which nobody has ever decided. */
export function listUndecided(db: Db, claimId: string) {
  return db.relation.findMany({
    where: {
      OR: [{ aId: claimId }, { bId: claimId }],
      state: 'suggested',
      origin: 'detector',
      decisions: { none: {} },
    },
    select: STANDING,
    orderBy: { id: 'asc' },
  })
}

/**
 * Up to `limit` of the detector's suggestions after the id given, by their ids, that were made by another model or on
 * earlier texts, and that nobody has decided, commented on or been left.
 */
export async function listStale(
  db: Db,
  modelVersion: string,
  { after, limit }: { after: string | null; limit: number },
): Promise<StandingRow[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT r.id FROM relation r JOIN claim a ON a.id = r."aId" JOIN claim b ON b.id = r."bId"
    WHERE r.state = 'suggested' AND r.origin = 'detector' AND r."assignedToId" IS NULL
      AND ${after === null ? Prisma.sql`TRUE` : Prisma.sql`r.id > ${after}::uuid`}
      AND (r."modelVersion" IS DISTINCT FROM ${modelVersion} OR r."aRevision" <> a.version OR r."bRevision" <> b.version)
      AND NOT EXISTS (SELECT 1 FROM decision d WHERE d."relationId" = r.id)
      AND NOT EXISTS (SELECT 1 FROM comment c WHERE c."relationId" = r.id)
    ORDER BY r.id LIMIT ${limit}`
  return db.relation.findMany({
    where: { id: { in: rows.map(row => row.id) } },
    select: STANDING,
    orderBy: { id: 'asc' },
  })
}

/** Those of the suggestions that still stand as they were, and nobody's: nobody touches them until the transaction ends. */
export async function lockUntouched(tx: Tx, rows: readonly StandingRow[]): Promise<StandingRow[]> {
  const ids = rows.map(row => row.id)
  await tx.$queryRaw`SELECT 1 FROM relation WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`
  const untouched = await tx.relation.findMany({
    where: { id: { in: ids }, assignedToId: null, decisions: { none: {} }, comments: { none: {} } },
    select: { id: true, version: true },
  })
  const versions = new Map(untouched.map(row => [row.id, row.version]))
  return rows.filter(row => versions.get(row.id) === row.version)
}

/** The relations in a state that stand for any of the pairs. */
export async function listOfPairs(
  db: Db,
  pairs: readonly { aId: string; bId: string }[],
  state: RelationState,
): Promise<StandingRow[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT r.id FROM unnest(${pairs.map(pair => pair.aId)}::uuid[], ${pairs.map(pair => pair.bId)}::uuid[]) AS p(a, b)
    JOIN relation r ON r."aId" = p.a AND r."bId" = p.b
    WHERE r.state = ${state}::"RelationState"`
  if (rows.length === 0) return []
  return db.relation.findMany({
    where: { id: { in: rows.map(row => row.id) } },
    select: STANDING,
    orderBy: { id: 'asc' },
  })
}

/** Those of the pairs of which nothing is proposed or decided yet, as their texts read now. */
export async function listOpenPairs<Pair extends { aId: string; bId: string }>(
  db: Db,
  pairs: readonly Pair[],
): Promise<Pair[]> {
  const standing = await db.$queryRaw<{ aId: string; bId: string }[]>`
    SELECT r."aId", r."bId"
    FROM unnest(${pairs.map(pair => pair.aId)}::uuid[], ${pairs.map(pair => pair.bId)}::uuid[]) AS p(a, b)
    JOIN relation r ON r."aId" = p.a AND r."bId" = p.b
    JOIN claim_revision a ON a."claimId" = r."aId" AND a.number = r."aRevision"
    JOIN claim_revision b ON b."claimId" = r."bId" AND b.number = r."bRevision"
    JOIN claim ca ON ca.id = r."aId"
    JOIN claim cb ON cb.id = r."bId"
    WHERE NOT (r.state = 'dismissed' AND (a.statement <> ca.statement OR b.statement <> cb.statement))`
  const taken = new Set(standing.map(({ aId, bId }) => aId + bId))
  return pairs.filter(({ aId, bId }) => !taken.has(aId + bId))
}

export type NewSuggestion = FoundPair & { modelVersion: string }

/**
 * Inserts suggestions with their reasons, however many, by two statements. Returns those whose pair did not stand yet, each
 * with its id.
 */
export async function insertSuggestions(
  tx: Tx,
  suggestions: readonly NewSuggestion[],
): Promise<(NewSuggestion & { id: string })[]> {
  const added = suggestions.map(suggestion => ({ ...suggestion, id: randomUUIDv7() }))
  const pairs = added.map(({ reasons, ...pair }) => ({
    ...pair,
    reasonTypes: [...new Set(reasons.map(({ type }) => type))],
  }))
  const rows = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO relation (id, "aId", "bId", "aRevision", "bRevision", kind, "supersederId",
      "proposedKind", "proposedSupersederId", score, "modelVersion", "reasonTypes", origin)
    SELECT id, "aId", "bId", "aRevision", "bRevision", kind, "supersederId", kind, "supersederId", score, "modelVersion", "reasonTypes", 'detector'
    FROM json_populate_recordset(NULL::relation, ${JSON.stringify(pairs)}::json)
    ON CONFLICT ("aId", "bId") DO NOTHING
    RETURNING id`
  const ids = new Set(rows.map(row => row.id))
  const made = added.filter(({ id }) => ids.has(id))
  const reasons = made.flatMap(({ id, reasons }) =>
    reasons.map((reason, index) => ({
      ...reason,
      id: randomUUIDv7(),
      relationId: id,
      ordinal: index + 1,
    })),
  )
  if (reasons.length > 0)
    await tx.$executeRaw`
      INSERT INTO reason SELECT * FROM json_populate_recordset(NULL::reason, ${JSON.stringify(reasons)}::json)`
  return made
}

export async function removeSuggestion(tx: Tx, id: string, version: number): Promise<boolean> {
  const { count } = await tx.relation.deleteMany({ where: { id, version } })
  return count > 0
}
