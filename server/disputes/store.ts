import { z } from 'zod'
import type { DisputeState } from '#domain/vocabulary.ts'
import type { Speaking } from '#domain/voices.ts'
import type { Audience } from '../auth/viewer.ts'
import { decodeCursor } from '../db/cursor.ts'
import { dayRange } from '../db/day-range.ts'
import { Prisma } from '../db/generated/client.ts'
import type { Db, Tx } from '../db/open.ts'
import { likePattern } from '../db/text-search.ts'

const POSITIONS = {
  select: { id: true, ordinal: true, label: true, claims: { select: { claimId: true } } },
  orderBy: { ordinal: 'asc' },
} as const satisfies Prisma.Dispute$positionsArgs

const DISPUTE = {
  id: true,
  slug: true,
  version: true,
  question: true,
  summary: true,
  state: true,
  publishedAt: true,
  publishedBy: { select: { id: true, name: true } },
  createdAt: true,
  changedAt: true,
  positions: POSITIONS,
} as const satisfies Prisma.DisputeSelect

export type DisputeRow = NonNullable<Awaited<ReturnType<typeof findDispute>>>
export type DisputeItemRow = Awaited<ReturnType<typeof findDisputeItems>>[number]

export function findDispute(db: Db, where: { id: string } | { slug: string }, audience: Audience = 'all') {
  return db.dispute.findFirst({
    where: { ...where, ...(audience === 'published' && { publishedAt: { not: null } }) },
    select: DISPUTE,
  })
}

/** In no order. */
export function findDisputeItems(db: Db, ids: string[], audience: Audience) {
  return db.dispute.findMany({
    where: { id: { in: ids }, ...(audience === 'published' && { publishedAt: { not: null } }) },
    select: {
      id: true,
      slug: true,
      question: true,
      summary: true,
      state: true,
      publishedAt: true,
      changedAt: true,
      positions: {
        select: { label: true, _count: { select: { claims: true } } },
        orderBy: { ordinal: 'asc' },
      },
    },
  })
}

export type DisputeFilter = {
  q?: string | undefined
  topic: string[]
  speaker: string[]
  outlet: string[]
  state: DisputeState[]
  published?: boolean | undefined
  /** Inclusive ISO days. */
  from: string | null
  to: string | null
  claim?: string | undefined
  cursor?: string | undefined
  limit: number
}

const CursorKey = z.tuple([z.iso.datetime(), z.uuid()])

/** The disputed points that match, last changed first; one more than asked for, when there is one. */
export function listDisputes(
  db: Db,
  filter: DisputeFilter,
  audience: Audience,
): Promise<{ id: string; changedAt: Date }[]> {
  const after = filter.cursor === undefined ? null : decodeCursor(CursorKey, filter.cursor)
  const conditions = [
    ...(audience === 'published' || filter.published === true
      ? [Prisma.sql`d."publishedAt" IS NOT NULL`]
      : []),
    ...(filter.published === false ? [Prisma.sql`d."publishedAt" IS NULL`] : []),
    ...(filter.state.length > 0 ? [Prisma.sql`d.state::text = ANY(${filter.state})`] : []),
    ...matchesWords(filter.q?.trim() ?? ''),
    ...hasClaim(filter),
    ...(after === null
      ? []
      : [Prisma.sql`(d."changedAt", d.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`]),
    Prisma.sql`TRUE`,
  ]
  return db.$queryRaw`
    SELECT d.id, d."changedAt" FROM dispute d WHERE ${Prisma.join(conditions, ' AND ')}
    ORDER BY d."changedAt" DESC, d.id DESC LIMIT ${filter.limit + 1}`
}

/** By the words' stems or, as somebody types, by parts of words. */
function matchesWords(q: string): Prisma.Sql[] {
  if (q === '') return []
  const parts = q.split(/\s+/).map(likePattern)
  return [
    Prisma.sql`(d.search @@ websearch_to_tsquery('english', ${q})
      OR d.question || ' ' || coalesce(d.summary, '') ILIKE ALL(${parts}))`,
  ]
}

const some = (rest: Prisma.Sql) =>
  Prisma.sql`EXISTS (SELECT FROM position_claim pc ${rest} AND pc."disputeId" = d.id)`

/** Each condition holds of a claim of the point; both dates of the same one. */
function hasClaim({ topic, speaker, outlet, from, to, claim }: DisputeFilter): Prisma.Sql[] {
  return [
    ...(topic.length > 0
      ? [
          some(Prisma.sql`JOIN claim_topic ct ON ct."claimId" = pc."claimId"
            JOIN topic t ON t.id = ct."topicId" WHERE t.slug = ANY(${topic})`),
        ]
      : []),
    ...(speaker.length > 0
      ? [some(Prisma.sql`JOIN claim c ON c.id = pc."claimId" WHERE c."speakerId" = ANY(${speaker}::uuid[])`)]
      : []),
    ...(outlet.length > 0
      ? [some(Prisma.sql`JOIN claim c ON c.id = pc."claimId" WHERE c.outlets && ${outlet}::text[]`)]
      : []),
    ...(from !== null || to !== null
      ? [
          some(Prisma.sql`JOIN claim c ON c.id = pc."claimId"
            WHERE c.dated && ${dayRange(from, to, '[]')}`),
        ]
      : []),
    ...(claim === undefined ? [] : [some(Prisma.sql`WHERE pc."claimId" = ${claim}::uuid`)]),
  ]
}

/** The sources in which the claims of each dispute appear. */
export function findSpeaking(db: Db, ids: string[]): Promise<({ disputeId: string } & Speaking)[]> {
  return db.$queryRaw`
    SELECT DISTINCT pc."disputeId", s.id, s.outlet, s."voiceId"
    FROM position_claim pc JOIN claim c ON c.id = pc."claimId"
    CROSS JOIN unnest(c."sourceIds") AS appears(id) JOIN source s ON s.id = appears.id
    WHERE pc."disputeId" = ANY(${ids}::uuid[])`
}

export async function findKnownClaims(db: Db, ids: string[]): Promise<{ id: string; statement: string }[]> {
  return db.claim.findMany({ where: { id: { in: ids } }, select: { id: true, statement: true } })
}

export async function insertDispute(
  tx: Tx,
  dispute: { id?: string; slug: string; question: string; summary: string | null; changedAt: Date },
): Promise<string> {
  const { id } = await tx.dispute.create({
    data: { ...dispute, createdAt: dispute.changedAt },
    select: { id: true },
  })
  return id
}

export type DisputeChanges = {
  changedAt: Date
  question?: string
  summary?: string | null
  state?: DisputeState
  slug?: string
  publishedAt?: Date | null
  publishedById?: string | null
}

/** How many rows the write met: 0 when the version is not the one that stands. */
export async function updateDispute(
  tx: Tx,
  id: string,
  version: number,
  changes: DisputeChanges,
): Promise<number> {
  const { count } = await tx.dispute.updateMany({
    where: { id, version },
    data: { ...changes, version: { increment: 1 } },
  })
  return count
}

export type NewPosition = { id?: string | undefined; label: string; claimIds: string[] }

/** Puts the positions in the place of those that stand; one with an id keeps it. */
export async function replacePositions(tx: Tx, disputeId: string, positions: NewPosition[]): Promise<void> {
  await tx.position.deleteMany({ where: { disputeId } })
  if (positions.length === 0) return
  const made = await tx.position.createManyAndReturn({
    data: positions.map(({ id, label }, index) => ({
      ...(id !== undefined && { id }),
      disputeId,
      ordinal: index + 1,
      label,
    })),
    select: { id: true, ordinal: true },
  })
  const claims = made.flatMap(({ id, ordinal }) =>
    (positions[ordinal - 1]?.claimIds ?? []).map(claimId => ({ positionId: id, disputeId, claimId })),
  )
  if (claims.length > 0) await tx.positionClaim.createMany({ data: claims })
}
