import { z } from 'zod'
import { EVENT_ACTIONS } from '#domain/events.ts'

/** Where a browser listens to what happens (server-sent events, WHATWG HTML section 9.2); for anybody with an account. */
export const LIVE_PATH = '/api/live'

/** What an event of that stream says, as JSON. */
export const LiveMessage = z.union([
  /** What has happened, without its content: for researchers and those above them. */
  z.object({ changes: z.array(z.object({ action: z.enum(EVENT_ACTIONS), id: z.string() })) }),
  /** There is something new under the bell of whoever listens. */
  z.object({ told: z.literal(true) }),
  /** More has happened than can be told, or something that was not heard: read again what is shown. */
  z.object({ missed: z.literal(true) }),
])
export type LiveMessage = z.infer<typeof LiveMessage>
