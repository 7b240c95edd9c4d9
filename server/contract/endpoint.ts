import { z } from 'zod'
import type { KeyScope, Role } from '#domain/vocabulary.ts'

/** Who may call: `anyone` without an account (and sees what is published), or a role and those above it. */
export type Access = 'anyone' | Role

/** How a program may call with an API key: with any, with one that may write, or not at all: `session` needs a person who is signed in. */
export type KeyAccess = KeyScope | 'session'

export type Method = 'get' | 'post' | 'patch' | 'put' | 'delete'

/**
 * One endpoint: bound on the server, called from the web, listed in OpenAPI. `path` is Express's pattern.
 * Input schemas are strict; `reply` is parsed by the web client and by every API test.
 */
export type Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Reply extends z.ZodType = z.ZodType,
  Who extends Access = Access,
> = {
  method: Method
  path: `/api/${string}`
  access: Who
  /** Read for what is got, write for all else, unless it is declared. */
  key: KeyAccess
  /** One line in the reference, starting with a verb. */
  summary: string
  params: Params
  query: Query
  body: Body
  /** When the body is not JSON but bytes: how many at most. */
  bytes?: number
  reply: Reply
  status: 200 | 201
}

export const Nothing = z.strictObject({})

type Parts = Pick<Endpoint, 'method' | 'path' | 'access' | 'summary' | 'reply'> &
  Partial<Pick<Endpoint, 'params' | 'query' | 'body' | 'bytes' | 'status' | 'key'>>

type Part<P extends Parts, K extends 'params' | 'query' | 'body'> = P[K] extends z.ZodType
  ? P[K]
  : typeof Nothing

type Declared<P extends Parts> = Endpoint<
  Part<P, 'params'>,
  Part<P, 'query'>,
  Part<P, 'body'>,
  P['reply'],
  P['access']
>

/** Fills in what a declaration leaves out: no parameters, no query, no body, status 200, what an API key needs. */
export function endpoint<const P extends Parts>(parts: P): Declared<P> {
  const key = parts.method === 'get' ? 'read' : 'write'
  return { params: Nothing, query: Nothing, body: Nothing, status: 200, key, ...parts }
}
