import type { z } from 'zod'
import type { Access, Endpoint } from '#contract/endpoint.ts'
import { ErrorBody } from '#contract/error.ts'
import type { Viewer } from '../../server/auth/viewer.ts'

/** A refusal as a client sees it. */
export class Refused extends Error {
  readonly status: number
  readonly body: ErrorBody

  constructor(status: number, body: ErrorBody) {
    super(`${status} ${body.message}`)
    this.status = status
    this.body = body
  }
}

type Input<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = {
  params?: z.input<P>
  query?: z.input<Q>
  body?: z.input<B>
}

/** A client with a session, or without one. */
export type Client = {
  viewer: Viewer | null
  cookie: string
  /** Sends the request and parses the reply by the contract. Throws `Refused`. */
  call: <
    P extends z.ZodType,
    Q extends z.ZodType,
    B extends z.ZodType,
    R extends z.ZodType,
    Who extends Access,
  >(
    endpoint: Endpoint<P, Q, B, R, Who>,
    input?: Input<P, Q, B>,
  ) => Promise<z.output<R>>
  /** Sends whatever it is given, and returns the answer as it is. */
  send: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Response>
}

/** The path of a call: parameters in their places, the query behind. */
export function addressOf(
  endpoint: Pick<Endpoint, 'path'>,
  input: { params?: unknown; query?: unknown } = {},
): string {
  const params: [string, unknown][] = Object.entries(input.params ?? {})
  const path = params.reduce<string>(
    (path, [name, value]) => path.replace(`:${name}`, encodeURIComponent(String(value))),
    endpoint.path,
  )
  const query = new URLSearchParams()
  const asked: [string, unknown][] = Object.entries(input.query ?? {})
  for (const [name, value] of asked) {
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== null) query.append(name, String(one))
  }
  return query.size > 0 ? `${path}?${query}` : path
}

/** Speaks to the server at `url` with an API key. */
export function keyClientOf(url: string, viewer: Viewer | null, secret: string): Client {
  return clientOf(url, viewer, '', { authorization: `Bearer ${secret}` })
}

/** Speaks to the server at `url` with the session of `cookie`, or without one when it is empty. */
export function clientOf(
  url: string,
  viewer: Viewer | null,
  cookie: string,
  always: Record<string, string> = {},
): Client {
  const send: Client['send'] = (method, path, body, headers = {}) =>
    fetch(url + path, {
      method: method.toUpperCase(),
      headers: {
        ...(cookie && { cookie }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...always,
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
  return {
    viewer,
    cookie,
    send,
    call: async (endpoint, input = {}) => {
      const answer = await send(endpoint.method, addressOf(endpoint, input), input.body)
      const body: unknown = await answer.json()
      if (!answer.ok) throw new Refused(answer.status, ErrorBody.parse(body))
      if (answer.status !== endpoint.status)
        throw new Error(`answered ${answer.status}, not ${endpoint.status}`)
      return endpoint.reply.parse(body)
    },
  }
}
