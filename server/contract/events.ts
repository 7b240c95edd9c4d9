import { z } from 'zod'
import { EVENT_ACTIONS, SUBJECT_TYPES } from '#domain/events.ts'
import { endpoint } from './endpoint.ts'
import { page, paging, several } from './paging.ts'
import { Id, Instant, Person } from './text.ts'

export const Event = z
  .object({
    id: Id,
    at: Instant,
    /** Null is the system itself. */
    actor: Person.nullable(),
    action: z.enum(EVENT_ACTIONS),
    subject: z.object({ type: z.enum(SUBJECT_TYPES), id: z.string() }),
    /** The fields that changed, before and after. */
    from: z.record(z.string(), z.unknown()).nullable(),
    to: z.record(z.string(), z.unknown()).nullable(),
  })
  .meta({ id: 'Event' })
export type Event = z.infer<typeof Event>

export const listEvents = endpoint({
  method: 'get',
  path: '/api/events',
  access: 'researcher',
  summary: 'List events, newest first: of one record for researchers, of everything for admins',
  query: z.strictObject({
    ...paging,
    subject: z.enum(SUBJECT_TYPES).optional(),
    id: z.string().max(64).optional(),
    actor: z.string().max(64).optional(),
    action: several(z.enum(EVENT_ACTIONS)),
  }),
  reply: page(Event),
})
