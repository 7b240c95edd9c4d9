import { z } from 'zod'
import type { Comment } from '#contract/comments.ts'
import { QUOTE } from '../claims/store.ts'
import { decodeCursor } from '../db/cursor.ts'
import type { Prisma } from '../db/generated/client.ts'
import type { Db, Tx } from '../db/open.ts'

export type Subject = Comment['subject']

const COMMENT = {
  id: true,
  version: true,
  body: true,
  sourceId: true,
  claimId: true,
  relationId: true,
  disputeId: true,
  quoteId: true,
  quote: { select: QUOTE },
  author: { select: { id: true, name: true } },
  mentions: {
    select: { account: { select: { id: true, name: true } } },
    orderBy: [{ account: { name: 'asc' } }, { accountId: 'asc' }],
  },
  createdAt: true,
  editedAt: true,
  removedAt: true,
} as const satisfies Prisma.CommentSelect

export type CommentRow = NonNullable<Awaited<ReturnType<typeof findComment>>>

/** The column that names the subject. */
const columnOf = ({ type, id }: Subject) => ({ [`${type}Id` as const]: id })

export async function subjectExists(db: Db, { type, id }: Subject): Promise<boolean> {
  const asked = { where: { id }, select: { id: true } } as const
  const find = {
    source: () => db.source.findUnique(asked),
    claim: () => db.claim.findUnique(asked),
    relation: () => db.relation.findUnique(asked),
    dispute: () => db.dispute.findUnique(asked),
  }
  return (await find[type]()) !== null
}

/** Null when there is no such snapshot. */
export async function findSourceOfSnapshot(db: Db, snapshotId: string): Promise<string | null> {
  const snapshot = await db.snapshot.findUnique({ where: { id: snapshotId }, select: { sourceId: true } })
  return snapshot?.sourceId ?? null
}

export function findComment(db: Db, id: string) {
  return db.comment.findUnique({ where: { id }, select: COMMENT })
}

const CursorKey = z.tuple([z.iso.datetime(), z.uuid()])

/** Oldest first; one more row than asked for, when there is one. */
export function listComments(
  db: Db,
  subject: Subject,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
) {
  const after = cursor === undefined ? null : decodeCursor(CursorKey, cursor)
  return db.comment.findMany({
    where: {
      ...columnOf(subject),
      ...(after !== null && {
        OR: [{ createdAt: { gt: after[0] } }, { createdAt: after[0], id: { gt: after[1] } }],
      }),
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: limit + 1,
    select: COMMENT,
  })
}

export async function insertComment(
  tx: Tx,
  {
    subject,
    ...comment
  }: {
    id?: string
    subject: Subject
    quoteId: string | null
    body: string
    authorId: string
    createdAt: Date
  },
): Promise<string> {
  const { id } = await tx.comment.create({
    data: { ...comment, ...columnOf(subject) },
    select: { id: true },
  })
  return id
}

/** How many rows the write met: 0 when the version is not the one that stands. */
export async function updateComment(
  tx: Tx,
  id: string,
  version: number,
  changes: { body: string; editedAt: Date } | { body: ''; removedAt: Date },
): Promise<number> {
  const { count } = await tx.comment.updateMany({
    where: { id, version },
    data: { ...changes, version: { increment: 1 } },
  })
  return count
}

/** Makes these the people a comment mentions. Returns those it did not mention before. */
export async function setMentions(tx: Tx, commentId: string, accounts: readonly string[]): Promise<string[]> {
  await tx.commentMention.deleteMany({ where: { commentId, accountId: { notIn: [...accounts] } } })
  const added = await tx.commentMention.createManyAndReturn({
    data: accounts.map(accountId => ({ commentId, accountId })),
    skipDuplicates: true,
    select: { accountId: true },
  })
  return added.map(row => row.accountId)
}
