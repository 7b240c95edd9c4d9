import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { conflict, invalid, notFound, type RefusalIssue, unprocessable } from '#domain/refusals.ts'
import type { Role } from '#domain/vocabulary.ts'
import type { Viewer } from '../auth/viewer.ts'
import { isDuplicate } from '../db/errors.ts'
import type { Deps } from '../deps.ts'
import { recordEvent } from '../events/store.ts'
import * as store from './store.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const LASTS_MS = { first_admin: 7 * DAY_MS, invitation: 14 * DAY_MS, password_reset: 2 * DAY_MS }

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex')

/** The secret stands in the fragment, which browsers do not send: it stays out of every server's log. */
const urlOf = (publicUrl: string, secret: string) => `${publicUrl}/join#${secret}`

type Made = { row: store.AccountLinkRow; url: string }

/** A one-time link to make the first admin; each new one ends those before it. Null once there is an account. */
export async function makeFirstAdminLink({ database, now, publicUrl }: Deps): Promise<string | null> {
  const secret = randomBytes(24).toString('base64url')
  return database.prisma.$transaction(async tx => {
    if (await store.accountsExist(tx)) return null
    await store.revokeLinks(tx, { kind: 'first_admin' }, now())
    const expiresAt = new Date(now().getTime() + LASTS_MS.first_admin)
    await store.insertLink(tx, { kind: 'first_admin', secretHash: hashOf(secret), expiresAt })
    return urlOf(publicUrl, secret)
  })
}

/** A one-time link by which one person joins with a role; it ends an earlier one for the same address. Throws `conflict` when the address has an account. */
export async function invite(deps: Deps, admin: Viewer, input: { email: string; role: Role }): Promise<Made> {
  const { database, now, publicUrl } = deps
  const secret = randomBytes(24).toString('base64url')
  return database.prisma.$transaction(async tx => {
    if (await store.findAccountByEmail(tx, input.email))
      throw conflict(`${input.email} has an account already.`)
    await store.revokeLinks(tx, { kind: 'invitation', email: input.email }, now())
    const row = await store.insertLink(tx, {
      kind: 'invitation',
      secretHash: hashOf(secret),
      email: input.email,
      role: input.role,
      madeById: admin.id,
      expiresAt: new Date(now().getTime() + LASTS_MS.invitation),
    })
    await recordEvent(tx, {
      actor: admin,
      action: 'account.invited',
      subjectId: row.id,
      to: { email: input.email, role: input.role },
    })
    return { row, url: urlOf(publicUrl, secret) }
  })
}

/** Revokes an invitation. Throws `not_found`, or `conflict` when it was taken up or revoked before. */
export async function revokeInvitation(
  { database, now }: Deps,
  admin: Viewer,
  id: string,
): Promise<store.AccountLinkRow> {
  return database.prisma.$transaction(async tx => {
    const link = await store.findLink(tx, id)
    if (link === null || link.kind !== 'invitation') throw notFound('invitation')
    if ((await store.revokeLinks(tx, { id }, now())) === 0)
      throw conflict('The invitation was taken up or revoked already.')
    await recordEvent(tx, {
      actor: admin,
      action: 'account.invitation_revoked',
      subjectId: id,
      from: { email: link.email, role: link.role },
    })
    return link
  })
}

/** A one-time link by which a person sets a new password. Throws `not_found`. */
export async function makeResetLink(deps: Deps, admin: Viewer, userId: string): Promise<Made> {
  const { database, now, publicUrl } = deps
  const secret = randomBytes(24).toString('base64url')
  return database.prisma.$transaction(async tx => {
    const account = await store.findAccount(tx, userId)
    if (account === null) throw notFound('account')
    await store.revokeLinks(tx, { kind: 'password_reset', userId }, now())
    const row = await store.insertLink(tx, {
      kind: 'password_reset',
      secretHash: hashOf(secret),
      email: account.email,
      userId,
      madeById: admin.id,
      expiresAt: new Date(now().getTime() + LASTS_MS.password_reset),
    })
    await recordEvent(tx, { actor: admin, action: 'account.reset_link_made', subjectId: userId })
    return { row, url: urlOf(publicUrl, secret) }
  })
}

/** What a secret opens. Throws `not_found` when it opens nothing, or no longer. */
export async function readLink({ database, now }: Deps, secret: string): Promise<store.AccountLinkRow> {
  const link = await store.findLinkBySecret(database.prisma, hashOf(secret))
  if (link === null || link.usedAt || link.revokedAt || link.expiresAt <= now()) {
    throw notFound('link, or it was used or has run out: ask for a new one')
  }
  return link
}

export type LinkUse = {
  secret: string
  email?: string | undefined
  name?: string | undefined
  password: string
}

/**
 * Uses a link up: makes the account it is for, or sets the password, and returns the address to sign in with.
 * Throws `not_found` for a dead link, `invalid` for a missing field, `conflict` when the address has an account,
 * `unprocessable` when there is a first admin already.
 */
export async function useLink(deps: Deps, use: LinkUse): Promise<{ email: string }> {
  const link = await readLink(deps, use.secret)
  const { password } = await deps.auth.$context
  const passwordHash = await password.hash(use.password)
  return link.userId === null
    ? join(deps, link, use, passwordHash)
    : reset(deps, link, link.userId, passwordHash)
}

async function join({ database, now }: Deps, link: store.AccountLinkRow, use: LinkUse, passwordHash: string) {
  const email = link.email ?? use.email
  const issues: RefusalIssue[] = []
  if (use.name === undefined)
    issues.push({ path: 'name', message: 'Give the name your work is shown under.' })
  if (email === undefined)
    issues.push({ path: 'email', message: 'Give the e-mail address you will sign in with.' })
  if (use.name === undefined || email === undefined) throw invalid('Something is missing.', issues)
  const viewer = { id: randomUUID(), name: use.name, role: link.role ?? ('admin' as const) }
  try {
    await database.prisma.$transaction(async tx => {
      if (link.kind === 'first_admin' && (await store.accountsExist(tx)))
        throw unprocessable('There is an admin already. Ask them for an invitation.')
      if (!(await store.takeLink(tx, link.id, now()))) throw notFound('link, or it was used just now')
      await store.insertAccount(tx, { ...viewer, email, passwordHash })
      await recordEvent(tx, {
        actor: viewer,
        action: 'account.created',
        subjectId: viewer.id,
        to: { name: viewer.name, email, role: viewer.role },
      })
    })
  } catch (error) {
    throw isDuplicate(error) ? conflict(`${email} has an account already.`) : error
  }
  return { email }
}

async function reset(
  { database, now }: Deps,
  link: store.AccountLinkRow,
  userId: string,
  passwordHash: string,
) {
  return database.prisma.$transaction(async tx => {
    const account = await store.findAccount(tx, userId)
    if (account === null || !(await store.takeLink(tx, link.id, now())))
      throw notFound('link, or it was used just now')
    await store.setPassword(tx, userId, passwordHash)
    await store.endSessions(tx, userId)
    await recordEvent(tx, { actor: account, action: 'account.password_set', subjectId: userId })
    return { email: account.email }
  })
}
