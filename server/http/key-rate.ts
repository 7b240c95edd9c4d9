import { type RateLimitRequestHandler, rateLimit } from 'express-rate-limit'
import { rateLimited } from '#domain/refusals.ts'
import { viewerOf } from './bind.ts'

const WINDOW_MS = 60_000

/** Requests of one key a minute, on one process: ten a second are enough for a program that copies everything. */
const MOST_REQUESTS = 600

/** Slows a program down that asks too often. The answer's `RateLimit` headers say how much is left. */
export function limitKeys(most = MOST_REQUESTS): RateLimitRequestHandler {
  return rateLimit({
    windowMs: WINDOW_MS,
    limit: most,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    skip: (_request, response) => viewerOf(response)?.key === undefined,
    keyGenerator: (_request, response) => viewerOf(response)?.key?.id ?? '',
    handler: (_request, _response, next) => next(rateLimited()),
  })
}
