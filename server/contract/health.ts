import { z } from 'zod'
import { endpoint } from './endpoint.ts'

export const readHealth = endpoint({
  method: 'get',
  path: '/api/health',
  access: 'anyone',
  summary: 'Say whether the server and its database answer',
  reply: z.object({ ok: z.literal(true), engine: z.enum(['pglite', 'postgres']) }),
})
