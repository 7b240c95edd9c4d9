import type { z } from 'zod'
import type { createApiKey as CreateApiKey, NewApiKey } from '#contract/keys.ts'
import { conflict, notFound, unprocessable } from '#domain/refusals.ts'
import { atLeast } from '#domain/vocabulary.ts'
import { newSecret } from '../auth/key.ts'
import type { Viewer } from '../auth/viewer.ts'
import type { Deps } from '../deps.ts'
import { recordEvent } from '../events/store.ts'
import * as store from './store.ts'
import { viewKey } from './view.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** Keys of one person that count at one time: one for each program, not one for each run. */
const MOST_KEYS = 50

/**
 * Makes a key that asks in the person's own name; only here is its secret told. Throws `unprocessable` for a scope
 * that the person's role has no use for, or when they have too many keys.
 */
export async function makeKey(
  { database, now }: Deps,
  person: Viewer,
  { name, scope, days }: z.output<typeof CreateApiKey.body>,
): Promise<NewApiKey> {
  if (scope === 'write' && !atLeast(person.role, 'researcher'))
    throw unprocessable('Your role only reads, and so does a key of yours.', [
      { path: 'scope', message: 'Choose a key that reads.' },
    ])
  const { secret, ...kept } = newSecret()
  const createdAt = now()
  const expiresAt = days === null ? null : new Date(createdAt.getTime() + days * DAY_MS)
  const row = await database.prisma.$transaction(async tx => {
    if ((await store.countLiveKeys(tx, person.id, createdAt)) >= MOST_KEYS)
      throw unprocessable(`You have ${MOST_KEYS} keys. Revoke one that is no longer used.`)
    const made = await store.insertKey(tx, { ...kept, name, scope, userId: person.id, createdAt, expiresAt })
    await recordEvent(tx, {
      actor: person,
      action: 'account.key_made',
      subjectId: person.id,
      to: { keyId: made.id, name, scope, expiresAt: expiresAt?.toISOString() ?? null },
    })
    return made
  })
  return { ...viewKey(row), secret }
}

/** Revokes a key: one's own, or anybody's as an admin. Throws `not_found`, or `conflict` when it was revoked before. */
export async function revokeKey({ database, now }: Deps, viewer: Viewer, id: string): Promise<store.KeyRow> {
  return database.prisma.$transaction(async tx => {
    const key = await store.findKey(tx, id)
    if (key === null || (key.user.id !== viewer.id && viewer.role !== 'admin')) throw notFound('API key')
    const revokedAt = now()
    if (!(await store.revokeKey(tx, id, revokedAt)))
      throw conflict('This key was revoked already.', viewKey(key))
    await recordEvent(tx, {
      actor: viewer,
      action: 'account.key_revoked',
      subjectId: key.user.id,
      from: { keyId: id, name: key.name, scope: key.scope },
    })
    return { ...key, revokedAt }
  })
}
