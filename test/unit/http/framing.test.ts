import express from 'express'
import { expect, test } from 'vitest'
import { secureHeaders } from '../../../server/http/web.ts'
import { listen } from '../../support/listen.ts'

test.each([
  ['/disputes/a-point/embed', '*', null],
  ['/disputes/a-point/embed/', '*', null],
  ['/disputes/a-point', "'none'", 'DENY'],
  ['/disputes/a-point/edit', "'none'", 'DENY'],
  ['/admin/disputes/a-point/embed', "'none'", 'DENY'],
  ['/disputes/a-point/embed/admin', "'none'", 'DENY'],
])('%s may be framed by %s', async (path, ancestors, frameOptions) => {
  const app = express()
    .use(secureHeaders(false))
    .get('/{*any}', (_request, response) => void response.end())
  const { url, close } = await listen(app)
  const { headers } = await fetch(url + path)
  await close()
  const policy = headers.get('content-security-policy')?.split(';') ?? []
  expect(policy).toContain(`frame-ancestors ${ancestors}`)
  expect(headers.get('x-frame-options')).toBe(frameOptions)
})
