import type { Role } from '#domain/vocabulary.ts'
import { z } from 'zod'

/** Who may call: `anyone` without an account (and sees what is published), or a role and those above it. */
export type Access = 'anyone' | Role

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
> = {
  method: Method
  path: `/api/${string}`
  access: Access
  /** One line in the reference, starting with a verb. */
  summary: string
  params: Params
  query: Query
  body: Body
  reply: Reply
  status: 200 | 201
}

export const Nothing = z.strictObject({})

type Parts = {
  method: Method
  path: `/api/${string}`
  access: Access
  summary: string
  params?: z.ZodType
  query?: z.ZodType
  body?: z.ZodType
  reply: z.ZodType
  status?: 200 | 201
}

type Part<P extends Parts, K extends 'params' | 'query' | 'body'> = P[K] extends z.ZodType ? P[K] : typeof Nothing

/** Fills in what a declaration leaves out: no parameters, no query, no body, status 200. */
export function endpoint<const P extends Parts>(
  parts: P,
): Endpoint<Part<P, 'params'>, Part<P, 'query'>, Part<P, 'body'>, P['reply']> {
  return {
    params: Nothing as unknown as Part<P, 'params'>,
    query: Nothing as unknown as Part<P, 'query'>,
    body: Nothing as unknown as Part<P, 'body'>,
    status: 200,
    ...parts,
  } as Endpoint<Part<P, 'params'>, Part<P, 'query'>, Part<P, 'body'>, P['reply']>
}
