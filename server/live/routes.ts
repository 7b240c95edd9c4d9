import type { Request, Response, Router } from 'express'
import { LIVE_PATH } from '#contract/live.ts'
import { rateLimited, unauthenticated } from '#domain/refusals.ts'
import type { SessionReader } from '../auth/session.ts'
import type { Viewer } from '../auth/viewer.ts'
import type { Deps } from '../deps.ts'
import { viewerOf } from '../http/bind.ts'
import { createHub, type Hub } from './hub.ts'

/** Tabs and windows of one person on one process. A browser shares one connection among its tabs. */
const MOST_CONNECTIONS = 12

/** Often enough that no proxy takes the connection for dead; as often it is asked whether the session still stands. */
const BEAT_MS = 20_000

/** What is not taken in time piles up here; whoever is so far behind connects again, and reads again. */
const MOST_WAITING_BYTES = 256 * 1_024

/** How soon a browser connects again, which it does by itself. */
const RETRY_MS = 2_000

/** Mounts the stream of what happens. It ends with the session, and when the process is told to stop. */
export function mountLive(
  router: Router,
  { database }: Deps,
  sessions: SessionReader,
  stopping?: AbortSignal,
): void {
  const hub = createHub(database)
  router.get(LIVE_PATH, async (request, response) => {
    const viewer = viewerOf(response)
    if (viewer === null) throw unauthenticated()
    if (hub.count(viewer.id) >= MOST_CONNECTIONS) throw rateLimited()
    await hub.listening()
    stream({ hub, sessions, viewer, request, response, stopping })
  })
}

function stream({
  hub,
  sessions,
  viewer,
  request,
  response,
  stopping,
}: {
  hub: Hub
  sessions: SessionReader
  viewer: Viewer
  request: Request
  response: Response
  stopping: AbortSignal | undefined
}): void {
  let role = viewer.role
  response.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    // Compression would hold events back until there are enough of them, and so would a proxy.
    'Cache-Control': 'no-cache, no-transform',
    'X-Accel-Buffering': 'no',
  })
  response.write(`retry: ${RETRY_MS}\n\n`)

  const end = () => {
    clearInterval(beat)
    leave()
    stopping?.removeEventListener('abort', end)
    response.end()
  }
  const checkSession = async () => {
    const now = await sessions.read(request).catch(() => null)
    if (now?.id === viewer.id) role = now.role
    else end()
  }
  const leave = hub.join({
    accountId: viewer.id,
    role: () => role,
    send: message => {
      if (response.writableLength > MOST_WAITING_BYTES) end()
      else response.write(`data: ${JSON.stringify(message)}\n\n`)
    },
    onAccount: () => void checkSession(),
  })
  const beat = setInterval(() => {
    response.write(': beat\n\n')
    void checkSession()
  }, BEAT_MS)
  response.on('close', end)
  if (stopping?.aborted) end()
  else stopping?.addEventListener('abort', end)
}
