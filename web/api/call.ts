import type { z } from 'zod'
import type { Endpoint } from '#contract/endpoint.ts'
import { ErrorBody } from '#contract/error.ts'
import { ApiError } from './api-error.ts'

type Part<Name extends string, Schema extends z.ZodType> =
  {} extends z.input<Schema> ? { [K in Name]?: z.input<Schema> } : { [K in Name]: z.input<Schema> }

export type CallInput<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = Part<'params', P> &
  Part<'query', Q> &
  Part<'body', B> & { signal?: AbortSignal | undefined }

/** Where the server is and what is sent along: of this page's own server nothing but its cookie. */
export type ServerAddress = { origin: string; key: string | null }

let server: ServerAddress = { origin: '', key: null }

/** From now on calls go to the server at `origin` with an API key: for what does not come from the server itself. */
export function askServer(address: ServerAddress): void {
  server = address
}

type Parts = { params?: unknown; query?: unknown; body?: unknown; signal?: AbortSignal | undefined }

/**
 * Calls an endpoint of the contract and gives its parsed reply. Throws an `ApiError`, or the abort reason when `signal`
 * was aborted.
 */
export async function call<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
>(
  endpoint: Endpoint<P, Q, B, R>,
  ...[input]: {} extends CallInput<P, Q, B> ? [input?: CallInput<P, Q, B>] : [input: CallInput<P, Q, B>]
): Promise<z.output<R>> {
  const { params, query, body, signal }: Parts = input ?? {}
  const { origin, key } = server
  const isBytes = body instanceof Uint8Array
  const response = await send(origin + fillPath(endpoint.path, params) + queryString(query), {
    method: endpoint.method.toUpperCase(),
    credentials: 'same-origin',
    headers: {
      accept: 'application/json',
      ...(key === null ? {} : { authorization: `Bearer ${key}` }),
      ...(body === undefined
        ? {}
        : { 'content-type': isBytes ? 'application/octet-stream' : 'application/json' }),
    },
    ...(body === undefined
      ? {}
      : { body: isBytes ? new Blob([new Uint8Array(body)]) : JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  })
  const json = await readJson(response, signal)
  if (!response.ok) throw refusalOf(response.status, json)
  const reply = endpoint.reply.safeParse(json)
  if (reply.success) return reply.data
  throw new ApiError({
    status: response.status,
    code: 'internal',
    message: 'The answer has a form this page does not know. Reload the page to get its newest version.',
    cause: reply.error,
  })
}

async function send(url: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, request)
  } catch (cause) {
    if (request.signal?.aborted) throw cause
    throw new ApiError({
      status: 0,
      code: 'unreachable',
      message: 'The server does not answer. Check the connection and try again.',
      cause,
    })
  }
}

async function readJson(response: Response, signal: AbortSignal | undefined): Promise<unknown> {
  try {
    return await response.json()
  } catch (cause) {
    if (signal?.aborted) throw cause
    return undefined
  }
}

function refusalOf(status: number, json: unknown): ApiError {
  const parsed = ErrorBody.safeParse(json)
  if (parsed.success) {
    const { error: code, message, issues, current } = parsed.data
    return new ApiError({ status, code, message, issues, current })
  }
  // A proxy in front of a server that is down or starting answers in its own words.
  const starting = status === 502 || status === 503 || status === 504
  return new ApiError({
    status,
    code: starting ? 'unreachable' : 'internal',
    message: starting
      ? 'The server is not ready. Wait a moment and try again.'
      : `The server could not answer (status ${status}). Try again.`,
  })
}

function fillPath(path: string, params: unknown): string {
  const values = isRecord(params) ? params : {}
  return path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const value = values[name]
    if (!isScalar(value)) throw new TypeError(`The path ${path} needs “${name}”.`)
    return encodeURIComponent(String(value))
  })
}

/** An array repeats its key; what is undefined, null or empty text is left out. */
function queryString(query: unknown): string {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(isRecord(query) ? query : {}))
    for (const one of Array.isArray(value) ? value : [value])
      if (isScalar(one) && one !== '') search.append(key, String(one))
  const text = search.toString()
  return text === '' ? '' : `?${text}`
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}
