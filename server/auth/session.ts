import { fromNodeHeaders } from 'better-auth/node'
import type { Request, RequestHandler } from 'express'
import { ROLES, type Role } from '#domain/vocabulary.ts'
import type { Auth } from './auth.ts'
import type { Viewer } from './viewer.ts'

/** How long a session that was read is believed: long enough for a screen's burst of requests, short enough for a change of role. */
const BELIEVED_MS = 3_000
const MOST_KEPT = 5_000

const COOKIE = /(?:^|;\s*)(?:__Secure-)?counterclaim\.session_token=([^;]+)/

type Read = { viewer: Viewer | null; until: number }

export type SessionReader = {
  read: (request: Request) => Promise<Viewer | null>
  /** Makes the next read of every session ask the database: after a change of rights. */
  forgetAll: () => void
}

/** Reads who is asking from the session cookie, remembering each answer for a few seconds. */
export function createSessionReader(auth: Auth, now: () => Date): SessionReader {
  const kept = new Map<string, Read>()
  return {
    forgetAll: () => kept.clear(),
    read: async request => {
      const cookie = COOKIE.exec(request.headers.cookie ?? '')?.[1]
      if (cookie === undefined) return null
      const known = kept.get(cookie)
      if (known && known.until > now().getTime()) return known.viewer
      const viewer = await readViewer(auth, request)
      if (kept.size >= MOST_KEPT) kept.clear()
      kept.set(cookie, { viewer, until: now().getTime() + BELIEVED_MS })
      return viewer
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
