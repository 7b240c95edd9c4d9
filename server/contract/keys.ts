import { z } from 'zod'
import { KEY_SCOPES } from '#domain/vocabulary.ts'
import { endpoint } from './endpoint.ts'
import { flag, page, paging } from './paging.ts'
import { Id, Instant, LIMITS, Person, text } from './text.ts'

/** Longest life of a key that ends by itself, in days. */
export const KEY_DAYS_MAX = 366

export const ApiKey = z
  .object({
    id: Id,
    name: z.string(),
    scope: z.enum(KEY_SCOPES),
    /** The first characters of the secret. */
    start: z.string(),
    /** In whose name it asks, and never with more rights than theirs. */
    person: Person,
    createdAt: Instant,
    /** Null is a key that does not end by itself. */
    expiresAt: Instant.nullable(),
    /** To the minute. */
    lastUsedAt: Instant.nullable(),
    revokedAt: Instant.nullable(),
  })
  .meta({ id: 'ApiKey' })
export type ApiKey = z.infer<typeof ApiKey>

/** The secret is shown this once: the database keeps its hash alone. */
export const NewApiKey = ApiKey.extend({ secret: z.string() }).meta({ id: 'NewApiKey' })
export type NewApiKey = z.infer<typeof NewApiKey>

export const listApiKeys = endpoint({
  method: 'get',
  path: '/api/keys',
  access: 'reader',
  key: 'session',
  summary: 'List one’s own API keys, newest first; everybody’s for admins who ask for all',
  query: z.strictObject({ ...paging, all: flag }),
  reply: page(ApiKey),
})

export const createApiKey = endpoint({
  method: 'post',
  path: '/api/keys',
  access: 'reader',
  key: 'session',
  summary: 'Make an API key; its secret is answered this once',
  body: z.strictObject({
    name: text(LIMITS.name),
    scope: z.enum(KEY_SCOPES),
    /** Days until it ends; null for one that ends only by being revoked. */
    days: z
      .int()
      .min(1)
      .max(KEY_DAYS_MAX, { error: `Use at most ${KEY_DAYS_MAX} days.` })
      .nullable(),
  }),
  reply: NewApiKey,
  status: 201,
})

export const revokeApiKey = endpoint({
  method: 'delete',
  path: '/api/keys/:id',
  access: 'reader',
  key: 'session',
  summary: 'Revoke an API key: one’s own, or anybody’s as an admin',
  params: z.strictObject({ id: Id }),
  reply: ApiKey,
})
