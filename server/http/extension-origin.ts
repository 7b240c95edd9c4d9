import type { RequestHandler } from 'express'

/** Origins of browser extensions: no web page has one (WebExtensions, W3C community group). */
const EXTENSION = /^(chrome|moz)-extension:\/\/[\w-]+$/

/** How long a browser remembers that it may ask, in seconds. */
const REMEMBERED_S = 600

/**
 * Lets a browser extension that sends an API key read the answers (Fetch standard, CORS protocol). Never with a cookie,
 * and no other origin at all. The preflight says that a key is coming; the request that follows has to have it.
 */
export const allowExtensions: RequestHandler = (request, response, next) => {
  const origin = request.get('origin') ?? ''
  if (!EXTENSION.test(origin)) {
    next()
    return
  }
  response.vary('Origin')
  const announced = request.get('access-control-request-headers') ?? ''
  const preflight = request.method === 'OPTIONS' && /(^|[,\s])authorization([,\s]|$)/i.test(announced)
  if (preflight || request.get('authorization') !== undefined) {
    response.set('Access-Control-Allow-Origin', origin)
    response.set('Access-Control-Expose-Headers', 'Retry-After')
  }
  if (!preflight) {
    next()
    return
  }
  response
    .set('Access-Control-Allow-Methods', 'GET, POST, PUT, PATCH, DELETE')
    .set('Access-Control-Allow-Headers', 'authorization, content-type')
    .set('Access-Control-Max-Age', String(REMEMBERED_S))
    .status(204)
    .end()
}
