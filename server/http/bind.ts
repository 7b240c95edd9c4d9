import type { Request, Response, Router } from 'express'
import type { z } from 'zod'
import type { Access, Endpoint, KeyAccess } from '#contract/endpoint.ts'
import { forbidden, invalid, type RefusalIssue, unauthenticated } from '#domain/refusals.ts'
import { atLeast } from '#domain/vocabulary.ts'
import type { Viewer } from '../auth/viewer.ts'
import { readBytes } from './raw-body.ts'

type Asked<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, Who extends Access> = {
  params: z.output<P>
  query: z.output<Q>
  body: z.output<B>
  viewer: Who extends 'anyone' ? Viewer | null : Viewer
  request: Request
  response: Response
}

/** Who is asking, as found by the session middleware. */
export function viewerOf(response: Response): Viewer | null {
  const viewer: Viewer | null | undefined = response.locals['viewer']
  return viewer ?? null
}

/**
 * Mounts an endpoint of the contract: first the right to call it, then its input with all that is wrong, then the
 * handler, whose answer the contract's reply types.
 */
export function bind<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
  Who extends Access,
>(
  router: Router,
  endpoint: Endpoint<P, Q, B, R, Who>,
  handle: (asked: Asked<P, Q, B, Who>) => Promise<z.input<R>>,
): void {
  router[endpoint.method](endpoint.path, async (request: Request, response: Response) => {
    const viewer = viewerOf(response)
    requireAccess(endpoint.access, viewer)
    requireScope(endpoint.key, viewer)
    const issues: RefusalIssue[] = []
    const params = read(endpoint.params, request.params, '', issues)
    const query = read(endpoint.query, request.query, '', issues)
    const sent: unknown =
      endpoint.bytes === undefined ? request.body : await readBytes(request, response, endpoint.bytes)
    const body = read(endpoint.body, sent ?? {}, '', issues)
    if (issues.length > 0) throw invalid(summary(issues), issues)
    const reply = await handle({
      params,
      query,
      body,
      viewer: viewer as Asked<P, Q, B, Who>['viewer'],
      request,
      response,
    })
    response.status(endpoint.status).json(reply)
  })
}

function requireAccess(access: Access, viewer: Viewer | null): void {
  if (access === 'anyone') return
  if (viewer === null) throw unauthenticated()
  if (!atLeast(viewer.role, access))
    throw forbidden(`This needs the role ${access}; yours is ${viewer.role}.`)
}

function requireScope(needed: KeyAccess, viewer: Viewer | null): void {
  if (viewer?.key === undefined) return
  if (needed === 'session') throw forbidden('This needs a person who is signed in; API keys may not do it.')
  if (needed === 'write' && viewer.key.scope === 'read') throw forbidden('This API key only reads.')
}

function read<S extends z.ZodType>(
  schema: S,
  input: unknown,
  prefix: string,
  issues: RefusalIssue[],
): z.output<S> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  for (const issue of parsed.error.issues) {
    const path = [prefix, ...issue.path.map(String)].filter(part => part !== '').join('.')
    issues.push({
      path:
        issue.code === 'unrecognized_keys' ? [path, issue.keys.join(', ')].filter(Boolean).join('.') : path,
      message: issue.message,
    })
  }
  // Never used: the caller throws when there is an issue.
  return undefined as z.output<S>
}

function summary(issues: readonly RefusalIssue[]): string {
  const [first] = issues
  const where = first?.path ? `${first.path}: ` : ''
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : ''
  return `${where}${first?.message ?? 'The input is not right.'}${more}`
}
