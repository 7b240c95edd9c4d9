import { fromNodeHeaders } from 'better-auth/node'
import type { Request, RequestHandler } from 'express'
import { ROLES, type Role } from '#domain/vocabulary.ts'
import type { Db } from '../db/open.ts'
import type { Auth } from './auth.ts'
import { readBearer, readKey } from './key.ts'
import type { Viewer } from './viewer.ts'

/** How long a session that was read is believed: long enough for a screen's burst of requests, short enough for a change of role. */
const BELIEVED_MS = 3_000
const MOST_KEPT = 5_000

const COOKIE = /(?:^|;\s*)(?:__Secure-)?counterclaim\.session_token=([^;]+)/

type Read = { viewer: Viewer | null; until: number }

export type SessionReader = {
  /** Throws `unauthenticated` for an API key that does not count. */
  read: (request: Request) => Promise<Viewer | null>
  /** Makes the next read of every session and key ask the database: after a change of rights. */
  forgetAll: () => void
}

/**
 * Reads who is asking from the API key of the `Authorization` header or, without one, from the session cookie,
 * remembering each answer for a few seconds.
 */
export function createSessionReader(auth: Auth, db: Db, now: () => Date): SessionReader {
  const kept = new Map<string, Read>()
  async function remembered(token: string, read: () => Promise<Viewer | null>): Promise<Viewer | null> {
    const known = kept.get(token)
    if (known && known.until > now().getTime()) return known.viewer
    const viewer = await read()
    if (kept.size >= MOST_KEPT) kept.clear()
    kept.set(token, { viewer, until: now().getTime() + BELIEVED_MS })
    return viewer
  }
  return {
    forgetAll: () => kept.clear(),
    read: async request => {
      const secret = readBearer(request.headers.authorization)
      if (secret !== null) return remembered(`key ${secret}`, () => readKey(db, secret, now()))
      const cookie = COOKIE.exec(request.headers.cookie ?? '')?.[1]
      return cookie === undefined ? null : remembered(cookie, () => readViewer(auth, request))
    },
  }
}

async function readViewer(auth: Auth, request: Request): Promise<Viewer | null> {
  const session = await auth.api.getSession({ headers: fromNodeHeaders(request.headers) })
  if (session === null || session.user.disabledAt) return null
  const { id, name, role } = session.user
  return { id, name, role: ROLES.find((known): known is Role => known === role) ?? 'reader' }
}

/** Puts the viewer where `bind` finds it. */
export function findViewer(sessions: SessionReader): RequestHandler {
  return async (request, response, next) => {
    response.locals['viewer'] = await sessions.read(request)
    next()
  }
}
