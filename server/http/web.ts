import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import express, { type RequestHandler, Router } from 'express'
import helmet from 'helmet'

export const WEB_BUILD = path.resolve(import.meta.dirname, '../../dist/web')

const NONCE = '__CSP_NONCE__'

const nonceOf = (response: { locals: Record<string, unknown> }) => String(response.locals['nonce'])

/** The one page that others may show inside theirs: it reads only, and its links open outside. */
const EMBEDDED = /^\/disputes\/[^/]+\/embed\/?$/

/** Headers for every answer. Nothing may be loaded from or sent to another host, nor framed by one unless it is made for that. */
export function secureHeaders(https: boolean): RequestHandler[] {
  const [page, embedded] = [protect(https, false), protect(https, true)]
  return [
    (_request, response, next) => {
      response.locals['nonce'] = randomBytes(16).toString('base64')
      next()
    },
    (request, response, next) => (EMBEDDED.test(request.path) ? embedded : page)(request, response, next),
  ]
}

function protect(https: boolean, framed: boolean) {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", (_request, response) => `'nonce-${nonceOf(response as never)}'`],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: [framed ? '*' : "'none'"],
      },
    },
    xFrameOptions: framed ? false : { action: 'deny' },
    // On plain http it would be ignored, and on a host that also serves http sites it would be wrong.
    strictTransportSecurity: https,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  })
}

/** The built screens: hashed files for ever, the page itself anew each time with its nonce. */
export function serveWeb(folder = WEB_BUILD): Router {
  const router = Router()
  router.use(
    '/assets',
    express.static(path.join(folder, 'assets'), {
      immutable: true,
      maxAge: '1y',
      index: false,
      fallthrough: false,
    }),
  )
  router.use(express.static(folder, { index: false, maxAge: '1h' }))
  const page = fs.readFileSync(path.join(folder, 'index.html'), 'utf8')
  router.get('/{*any}', (_request, response) => {
    response
      .set('Cache-Control', 'no-store')
      .type('html')
      .send(page.replaceAll(NONCE, nonceOf(response)))
  })
  return router
}
