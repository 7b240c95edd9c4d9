import { createRequire } from 'node:module'
import path from 'node:path'
import express, { Router } from 'express'
import { openApiDocument } from './openapi.ts'

const SWAGGER_UI = path.dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))

const PAGE = `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>API reference · Counterclaim</title>
  <link rel="stylesheet" href="/api/docs/swagger-ui.css">
</head>
<body>
  <main id="reference"></main>
  <script src="/api/docs/swagger-ui-bundle.js"></script>
  <script src="/api/docs/start.js"></script>
</body>
</html>`

const START = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#reference', deepLinking: true, validatorUrl: null })`

/** The OpenAPI document and a page to read it by; everything comes from this server. */
export function serveReference(): Router {
  const router = Router()
  const document = openApiDocument()
  router.get('/api/openapi.json', (_request, response) => {
    response.json(document)
  })
  router.get('/api/docs', (_request, response) => {
    response.type('html').send(PAGE)
  })
  router.get('/api/docs/start.js', (_request, response) => {
    response.type('js').send(START)
  })
  router.use('/api/docs', express.static(SWAGGER_UI, { index: false, maxAge: '1d' }))
  return router
}
