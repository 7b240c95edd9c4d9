import { z } from 'zod'
import type { AdviserName, OpinionState } from '#domain/vocabulary.ts'
import type { Prisma } from '../db/generated/client.ts'
import type { Db, Tx } from '../db/open.ts'

/** A question whose asker has not been heard of for so long is asked again by whoever looks next. */
const HELD_SECONDS = 30

const OPINION = {
  id: true,
  adviser: true,
  model: true,
  aRevision: true,
  bRevision: true,
  state: true,
  contradicts: true,
  agrees: true,
  neither: true,
  spans: true,
  explanation: true,
  failure: true,
  request: true,
  answer: true,
  attempts: true,
  tokens: true,
  durationMs: true,
  askedAt: true,
  askedBy: { select: { id: true, name: true } },
  answeredAt: true,
} as const satisfies Prisma.OpinionSelect

export type OpinionRow = Awaited<ReturnType<typeof listOpinions>>[number]

/** Newest first. */
export function listOpinions(db: Db, relationId: string) {
  return db.opinion.findMany({ where: { relationId }, orderBy: { id: 'desc' }, take: 50, select: OPINION })
}

const TOLD = {
  id: true,
  version: true,
  statement: true,
  howPut: true,
  saidEdtf: true,
  speaker: { select: { name: true } },
} as const satisfies Prisma.ClaimSelect

export type ToldClaim = AskedPair['a']
export type AskedPair = NonNullable<Awaited<ReturnType<typeof findPair>>>

/** What an adviser may be told of a pair, as it reads now; null when there is none. */
export function findPair(db: Db, relationId: string) {
  return db.relation.findUnique({
    where: { id: relationId },
    select: { id: true, a: { select: TOLD }, b: { select: TOLD } },
  })
}

export type NewOpinion = Pick<
  Prisma.OpinionCreateManyInput,
  'relationId' | 'model' | 'aRevision' | 'bRevision'
> & { adviser: AdviserName; askedAt: Date; askedById: string | null }

/** Puts questions before the advisers. Returns which were put: of two on one pair the second waits for the first. */
export async function insertOpinions(
  tx: Tx,
  opinions: NewOpinion[],
): Promise<{ id: string; adviser: AdviserName }[]> {
  return tx.opinion.createManyAndReturn({
    data: opinions,
    skipDuplicates: true,
    select: { id: true, adviser: true },
  })
}

/** Puts a question that nobody has asked. False when it was put meanwhile, or its pair is gone. */
export async function insertUnasked(
  tx: Tx,
  { relationId, adviser, aRevision, bRevision, ...asked }: NewOpinion,
): Promise<boolean> {
  const pairs = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM relation WHERE id = ${relationId}::uuid FOR NO KEY UPDATE`
  if (pairs.length === 0) return false
  const subject = { relationId, adviser, aRevision, bRevision }
  if ((await tx.opinion.findFirst({ where: subject, select: { id: true } })) !== null) return false
  return (await insertOpinions(tx, [{ ...subject, ...asked }])).length > 0
}

/** A question as the process that asks it holds it. */
export type Held = { id: string; relationId: string; runner: string }

/** Takes the question that has waited longest, those that a person asked first; null when none waits. */
export async function takeWaiting(db: Db, adviser: AdviserName, runner: string): Promise<Held | null> {
  const rows = await db.$queryRaw<Held[]>`
    UPDATE opinion SET runner = ${runner}, "heldUntil" = now() + ${HELD_SECONDS}::int * interval '1 second'
    WHERE id = (
      SELECT id FROM opinion
      WHERE state = 'waiting' AND adviser = ${adviser}::"Adviser" AND ("heldUntil" IS NULL OR "heldUntil" < now())
      ORDER BY ("askedById" IS NULL), id LIMIT 1 FOR UPDATE SKIP LOCKED
    )
    RETURNING id, "relationId", runner`
  return rows[0] ?? null
}

/** Pairs that wait for a decision and about which an adviser was never asked as they read now, the likeliest first. */
export function findUnasked(
  db: Db,
  adviser: AdviserName,
  limit: number,
): Promise<{ relationId: string; aRevision: number; bRevision: number }[]> {
  return db.$queryRaw`
    SELECT r.id AS "relationId", a.version AS "aRevision", b.version AS "bRevision"
    FROM relation r JOIN claim a ON a.id = r."aId" JOIN claim b ON b.id = r."bId"
    WHERE r.state = 'suggested' AND NOT EXISTS (
      SELECT 1 FROM opinion o
      WHERE o."relationId" = r.id AND o.adviser = ${adviser}::"Adviser"
        AND (o.state = 'waiting' OR (o."aRevision" = a.version AND o."bRevision" = b.version))
    )
    ORDER BY coalesce(r.score, 1) DESC, r.id DESC
    LIMIT ${limit}`
}

/** Holds a question for longer. */
export async function holdOn(db: Db, { id, runner }: Held): Promise<void> {
  await db.$executeRaw`
    UPDATE opinion SET "heldUntil" = now() + ${HELD_SECONDS}::int * interval '1 second'
    WHERE id = ${id}::uuid AND runner = ${runner}`
}

/** Lets a question wait for whoever takes it next. */
export async function release(db: Db, { id, runner }: Held): Promise<void> {
  await db.opinion.updateMany({ where: { id, runner }, data: { runner: null, heldUntil: null } })
}

/** Writes what came of a question. False when it is no longer this process's, or its pair is gone. */
export async function finish(
  tx: Tx,
  { id, runner }: Held,
  opinion: Prisma.OpinionUncheckedUpdateManyInput & { state: OpinionState },
): Promise<boolean> {
  const { count } = await tx.opinion.updateMany({
    where: { id, runner, state: 'waiting' },
    data: { ...opinion, runner: null, heldUntil: null },
  })
  return count > 0
}

/** The states of the last opinions of an adviser, newest first, and when they were answered. */
export function listLast(db: Db, adviser: AdviserName, limit: number) {
  return db.opinion.findMany({
    where: { adviser, answeredAt: { not: null } },
    orderBy: { answeredAt: 'desc' },
    take: limit,
    select: { state: true, answeredAt: true },
  })
}

export function countByState(
  db: Db,
): Promise<{ adviser: AdviserName; state: OpinionState; opinions: number }[]> {
  return db.$queryRaw`SELECT adviser, state, count(*)::int AS opinions FROM opinion GROUP BY adviser, state`
}

/** What went wrong last, newest first. */
export function listFailures(db: Db, adviser: AdviserName, limit: number) {
  return db.opinion.findMany({
    where: { adviser, state: { in: ['failed', 'unusable'] } },
    orderBy: { answeredAt: 'desc' },
    take: limit,
    select: { relationId: true, answeredAt: true, failure: true },
  })
}

/** The spans as they were stored. */
const Words = z.object({ start: z.int(), end: z.int(), exact: z.string() })
export const Spans = z.array(z.object({ a: Words, b: Words }))
