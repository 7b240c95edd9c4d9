import type { ErrorBody } from '#contract/error.ts'

/** What the server refuses with, and `unreachable` when there was no answer of its own. */
export type ApiErrorCode = ErrorBody['error'] | 'unreachable'

type Details = {
  /** HTTP status; 0 when there was no answer. */
  status: number
  code: ApiErrorCode
  /** Written for people. */
  message: string
  issues?: ErrorBody['issues']
  /** On a conflict: the record as it stands now. Parse it with the reply schema of the endpoint. */
  current?: unknown
  cause?: unknown
}

export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly status: number
  readonly code: ApiErrorCode
  readonly issues: readonly { path: string; message: string }[]
  readonly current: unknown

  constructor({ status, code, message, issues, current, cause }: Details) {
    super(message, { cause })
    this.status = status
    this.code = code
    this.issues = issues ?? []
    this.current = current
  }
}

export function hasCode(error: unknown, code: ApiErrorCode): error is ApiError {
  return error instanceof ApiError && error.code === code
}

/** One sentence for people, whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof ApiError
    ? error.message
    : 'Something went wrong on this page. Reload it and try again.'
}
