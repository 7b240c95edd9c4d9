import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import express, { type RequestHandler, Router } from 'express'
import helmet from 'helmet'

export const WEB_BUILD = path.resolve(import.meta.dirname, '../../dist/web')

const NONCE = '__CSP_NONCE__'

const nonceOf = (response: { locals: Record<string, unknown> }) => String(response.locals['nonce'])

/** Headers for every answer. Nothing may be loaded from, sent to or framed by another host. */
export function secureHeaders(https: boolean): RequestHandler[] {
  return [
    (_request, response, next) => {
      response.locals['nonce'] = randomBytes(16).toString('base64')
      next()
    },
    helmet({
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
          frameAncestors: ["'none'"],
        },
      },
      // On plain http it would be ignored, and on a host that also serves http sites it would be wrong.
      strictTransportSecurity: https,
      referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    }),
  ]
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
