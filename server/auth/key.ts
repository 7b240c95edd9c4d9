import { createHash, randomBytes } from 'node:crypto'
import { unauthenticated } from '#domain/refusals.ts'
import type { Db } from '../db/open.ts'
import { findKey, type KeyInUse, noteUse } from './key-store.ts'
import type { Viewer } from './viewer.ts'

/** By which scanners for lost secrets know what they have found. */
const PREFIX = 'cck_'

/** What is kept of a secret in readable form. */
const START_LENGTH = 8

/** Last use is told to the minute: not every request has to write. */
const USE_NOTED_MS = 60_000

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex')

/** A new secret of 256 random bits, with what is stored of it: so much chance needs no slow hash. */
export function newSecret(): { secret: string; secretHash: string; start: string } {
  const secret = PREFIX + randomBytes(32).toString('base64url')
  return { secret, secretHash: hashOf(secret), start: secret.slice(0, START_LENGTH) }
}

/** The secret of an `Authorization` header; null without such a header. Throws `unauthenticated` for any other scheme. */
export function readBearer(header: string | undefined): string | null {
  if (header === undefined) return null
  const secret = /^Bearer +(\S+)$/i.exec(header.trim())?.[1]
  if (secret === undefined) throw unauthenticated('Send the API key as “Authorization: Bearer KEY”.')
  return secret
}

/** The person in whose name a secret asks. Throws `unauthenticated`, which says why the key does not count. */
export async function readKey(db: Db, secret: string, now: Date): Promise<Viewer> {
  const key = await findKey(db, hashOf(secret))
  if (key === null) throw unauthenticated('This API key is not known.')
  const dead = whyDead(key, now)
  if (dead !== null) throw unauthenticated(dead)
  await noteUse(db, key.id, now, new Date(now.getTime() - USE_NOTED_MS))
  const { id, name, role } = key.user
  return { id, name, role, key: { id: key.id, scope: key.scope } }
}

function whyDead({ revokedAt, expiresAt, user }: KeyInUse, now: Date): string | null {
  if (revokedAt !== null) return 'This API key was revoked.'
  if (expiresAt !== null && expiresAt <= now) return 'This API key has run out. Make a new one.'
  if (user.disabledAt !== null) return 'The account of this API key is disabled.'
  return null
}
