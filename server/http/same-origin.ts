import type { RequestHandler } from 'express'
import { forbidden } from '#domain/refusals.ts'
import { viewerOf } from './bind.ts'

const READS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses writes that another site's page makes in a person's browser: by Fetch Metadata where the browser sends it
 * (W3C Fetch Metadata Request Headers), else by comparing Origin with Host. Programs send neither, and may write. So may
 * whoever sends an API key, which a browser adds to nothing by itself.
 */
export const refuseCrossOriginWrites: RequestHandler = (request, response, next) => {
  if (
    !READS.has(request.method) &&
    viewerOf(response)?.key === undefined &&
    !isSameOrigin(request.get('sec-fetch-site'), request.get('origin'), request.get('host'))
  ) {
    throw forbidden('Writes from another site are refused.')
  }
  next()
}

function isSameOrigin(
  site: string | undefined,
  origin: string | undefined,
  host: string | undefined,
): boolean {
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  if (origin === undefined) return true
  return URL.canParse(origin) && new URL(origin).host === host
}
