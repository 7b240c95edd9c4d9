import type { ErrorRequestHandler, RequestHandler } from 'express'
import type { Logger } from 'pino'
import type { ErrorBody } from '#contract/error.ts'
import { type Refusal, RefusalError } from '#domain/refusals.ts'
import { refusalOf } from '../db/errors.ts'

const STATUS = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  unprocessable: 422,
  rate_limited: 429,
} satisfies Record<Refusal, number>

export const statusOf = (refusal: Refusal): number => STATUS[refusal]

/** The limit that a body went beyond, in words. */
function limitOf(error: Error): string {
  const limit = 'limit' in error && typeof error.limit === 'number' ? error.limit : 2_097_152
  return `${Math.round(limit / 1_000_000)} MB`
}

/** What Express's own parsers and router refuse, by their codes. */
function fromExpress(error: unknown): RefusalError | null {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') return null
  const type = 'type' in error ? error.type : ''
  if (error.status === 413)
    return new RefusalError('too_large', `The request is larger than the server takes (${limitOf(error)}).`)
  if (type === 'entity.parse.failed') return new RefusalError('invalid', 'The body is not valid JSON.')
  if (error.status === 404) return new RefusalError('not_found', 'There is no such file.')
  if (error.status >= 400 && error.status < 500)
    return new RefusalError('invalid', 'The request cannot be read.')
  return null
}

/** The one place where an error becomes an answer: refusals are shown, everything else is logged and not shown. */
export function answerErrors(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error)
      return
    }
    const refusal = error instanceof RefusalError ? error : (refusalOf(error) ?? fromExpress(error))
    if (refusal === null) {
      log.error({ err: error, method: request.method, path: request.path }, 'request failed')
      const body: ErrorBody = {
        error: 'internal',
        message: 'Something went wrong on the server. Nothing was changed; try again.',
      }
      response.status(500).json(body)
      return
    }
    const body: ErrorBody = {
      error: refusal.code,
      message: refusal.message,
      ...(refusal.issues && { issues: [...refusal.issues] }),
      ...(refusal.current !== undefined && { current: refusal.current }),
    }
    response.status(STATUS[refusal.code]).json(body)
  }
}

export const refuseUnknownPath: RequestHandler = request => {
  throw new RefusalError('not_found', `There is no ${request.method} ${request.baseUrl}${request.path}.`)
}
