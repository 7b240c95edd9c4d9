/** The ways the program says no to a request. Each has one HTTP status in `server/http` and one meaning everywhere. */
export const REFUSALS = [
  'invalid',
  'unauthenticated',
  'forbidden',
  'not_found',
  'conflict',
  'too_large',
  'unprocessable',
  'rate_limited',
] as const
export type Refusal = (typeof REFUSALS)[number]

/** One thing wrong with the input. `path` is dotted (`quote.exact`, `authors.0`); empty for the whole input. */
export type RefusalIssue = { path: string; message: string }

/**
 * A request refused for a reason its sender can understand. The message is shown to people.
 * `issues` lists all that is wrong; `current` is the record as it stands now, for whoever came too late to change it.
 */
export class RefusalError extends Error {
  override readonly name = 'RefusalError'
  readonly code: Refusal
  readonly issues?: readonly RefusalIssue[]
  readonly current?: unknown

  constructor(
    code: Refusal,
    message: string,
    details: { issues?: readonly RefusalIssue[] | undefined; current?: unknown } = {},
  ) {
    super(message)
    this.code = code
    if (details.issues) this.issues = details.issues
    if (details.current !== undefined) this.current = details.current
  }
}

/** The input does not have the shape asked for. Returned, to be thrown by the caller, like all those below. */
export function invalid(message: string, issues?: readonly RefusalIssue[]): RefusalError {
  return new RefusalError('invalid', message, { issues })
}

/** Nobody is signed in, and somebody has to be; or an API key is given that does not count. */
export function unauthenticated(message = 'Sign in to do this.'): RefusalError {
  return new RefusalError('unauthenticated', message)
}

/** Whoever is signed in may not do this. */
export function forbidden(message = 'You do not have the right to do this.'): RefusalError {
  return new RefusalError('forbidden', message)
}

/** There is no such record, or none that may be seen. `what` is its name in a sentence: `claim`. */
export function notFound(what: string): RefusalError {
  return new RefusalError('not_found', `There is no such ${what}.`)
}

/** The record changed since it was read, or another one is in the way. `current` is how it stands now. */
export function conflict(message: string, current?: unknown): RefusalError {
  return new RefusalError('conflict', message, { current })
}

/** The input is larger than the program takes. */
export function tooLarge(message: string): RefusalError {
  return new RefusalError('too_large', message)
}

/** The input is well-formed but cannot be done: a quote that is not in its text, a pair of one claim with itself. */
export function unprocessable(message: string, issues?: readonly RefusalIssue[]): RefusalError {
  return new RefusalError('unprocessable', message, { issues })
}

/** Too many requests in too short a time. */
export function rateLimited(): RefusalError {
  return new RefusalError('rate_limited', 'Too many requests. Wait a moment and try again.')
}
