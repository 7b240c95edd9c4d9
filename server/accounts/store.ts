import { z } from 'zod'
import type { Role } from '#domain/vocabulary.ts'
import { decodeCursor } from '../db/cursor.ts'
import type { Prisma } from '../db/generated/client.ts'
import type { Db, Tx } from '../db/open.ts'

const ACCOUNT = {
  id: true,
  name: true,
  email: true,
  role: true,
  disabledAt: true,
  createdAt: true,
  version: true,
} as const satisfies Prisma.UserSelect

const LINK = {
  id: true,
  kind: true,
  email: true,
  role: true,
  userId: true,
  createdAt: true,
  expiresAt: true,
  usedAt: true,
  revokedAt: true,
  madeBy: { select: { id: true, name: true } },
} as const satisfies Prisma.AccountLinkSelect

export type AccountRow = NonNullable<Awaited<ReturnType<typeof findAccount>>>
export type AccountLinkRow = NonNullable<Awaited<ReturnType<typeof findLink>>>

export function findAccount(db: Db, id: string) {
  return db.user.findUnique({ where: { id }, select: ACCOUNT })
}

export function findAccountByEmail(db: Db, email: string) {
  return db.user.findUnique({ where: { email }, select: ACCOUNT })
}

/** Newest first; one more row than asked for, when there is one. */
export function listAccounts(db: Db, { cursor, limit }: { cursor?: string | undefined; limit: number }) {
  const after = cursor === undefined ? null : decodeCursor(z.tuple([z.iso.datetime(), z.string()]), cursor)
  return db.user.findMany({
    where:
      after === null
        ? {}
        : { OR: [{ createdAt: { lt: after[0] } }, { createdAt: after[0], id: { lt: after[1] } }] },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
    select: ACCOUNT,
  })
}

const MENTIONABLE = { role: { not: 'reader' }, disabledAt: null } as const satisfies Prisma.UserWhereInput

/** Those who may decide, by name. */
export function listEditors(db: Db): Promise<{ id: string; name: string }[]> {
  return db.user.findMany({
    where: { role: { in: ['editor', 'admin'] }, disabledAt: null },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true },
  })
}

const MOST_PEOPLE = 10

/** Those who may read comments and can sign in, by name: whose name, or a later part of it, begins so. */
export function listPeople(db: Db, beginning: string): Promise<{ id: string; name: string }[]> {
  const begins = { mode: 'insensitive', startsWith: beginning } as const
  return db.user.findMany({
    where: {
      ...MENTIONABLE,
      ...(beginning !== '' && {
        OR: [{ name: begins }, { name: { mode: 'insensitive', contains: ` ${beginning}` } }],
      }),
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: MOST_PEOPLE,
    select: { id: true, name: true },
  })
}

/** Which of the accounts may read comments and can sign in. */
export async function findMentionable(db: Db, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db.user.findMany({
    where: { ...MENTIONABLE, id: { in: [...ids] } },
    select: { id: true },
  })
  return new Set(rows.map(row => row.id))
}

/** Whether anybody can sign in: the account under whose name the example stories stand cannot. */
export async function accountsExist(db: Db): Promise<boolean> {
  return (await db.account.findFirst({ select: { id: true } })) !== null
}

/** The ids of the admins who can sign in, held so that no other transaction takes one away meanwhile. */
export async function lockAdmins(tx: Tx): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "user" WHERE role = 'admin' AND "disabledAt" IS NULL ORDER BY id FOR UPDATE`
  return rows.map(row => row.id)
}

/** How many rows the write met: 0 when the version is not the one that stands. */
export async function updateAccount(
  tx: Tx,
  id: string,
  version: number,
  changes: { name?: string; role?: Role; disabledAt?: Date | null },
): Promise<number> {
  const { count } = await tx.user.updateMany({
    where: { id, version },
    data: { ...changes, version: { increment: 1 } },
  })
  return count
}

export async function endSessions(tx: Tx, userId: string): Promise<void> {
  await tx.session.deleteMany({ where: { userId } })
}

/** An account with a password, in the rows that better-auth reads. */
export async function insertAccount(
  tx: Tx,
  account: { id: string; name: string; email: string; role: Role; passwordHash: string },
): Promise<void> {
  const { id, name, email, role, passwordHash } = account
  await tx.user.create({ data: { id, name, email, role, emailVerified: true }, select: { id: true } })
  await insertPassword(tx, id, passwordHash)
}

async function insertPassword(tx: Tx, userId: string, passwordHash: string): Promise<void> {
  await tx.account.create({
    data: {
      id: `credential-${userId}`,
      accountId: userId,
      providerId: 'credential',
      userId,
      password: passwordHash,
    },
    select: { id: true },
  })
}

export async function setPassword(tx: Tx, userId: string, passwordHash: string): Promise<void> {
  const { count } = await tx.account.updateMany({
    where: { userId, providerId: 'credential' },
    data: { password: passwordHash },
  })
  if (count === 0) await insertPassword(tx, userId, passwordHash)
}

export async function insertLink(
  tx: Tx,
  link: Pick<
    Prisma.AccountLinkUncheckedCreateInput,
    'kind' | 'secretHash' | 'email' | 'role' | 'userId' | 'madeById' | 'expiresAt'
  >,
): Promise<AccountLinkRow> {
  return tx.accountLink.create({ data: link, select: LINK })
}

export function findLink(db: Db, id: string) {
  return db.accountLink.findUnique({ where: { id }, select: LINK })
}

export function findLinkBySecret(db: Db, secretHash: string) {
  return db.accountLink.findUnique({ where: { secretHash }, select: LINK })
}

/** Marks a link as used; false when it was used, revoked or over already. */
export async function takeLink(tx: Tx, id: string, at: Date): Promise<boolean> {
  const open = { id, usedAt: null, revokedAt: null, expiresAt: { gt: at } }
  const { count } = await tx.accountLink.updateMany({ where: open, data: { usedAt: at } })
  return count === 1
}

export async function revokeLinks(tx: Tx, which: Prisma.AccountLinkWhereInput, at: Date): Promise<number> {
  const { count } = await tx.accountLink.updateMany({
    where: { ...which, usedAt: null, revokedAt: null },
    data: { revokedAt: at },
  })
  return count
}

/** Invitations that can still be taken up, newest first. */
export function listOpenInvitations(
  db: Db,
  at: Date,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
) {
  const after = cursor === undefined ? null : decodeCursor(z.tuple([z.uuid()]), cursor)[0]
  return db.accountLink.findMany({
    where: {
      kind: 'invitation',
      usedAt: null,
      revokedAt: null,
      expiresAt: { gt: at },
      ...(after !== null && { id: { lt: after } }),
    },
    orderBy: { id: 'desc' },
    take: limit + 1,
    select: LINK,
  })
}
