import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Version } from './text.ts'

/** How this instance is set, for everybody who works with it. */
export const Settings = z
  .object({
    /** Whether a contradiction counts only after a second editor agrees. */
    secondReader: z.boolean(),
    version: Version,
  })
  .meta({ id: 'Settings' })
export type Settings = z.infer<typeof Settings>

export const readSettings = endpoint({
  method: 'get',
  path: '/api/settings',
  access: 'editor',
  summary: 'Say how this instance is set',
  reply: Settings,
})

export const updateSettings = endpoint({
  method: 'patch',
  path: '/api/settings',
  access: 'admin',
  summary: 'Set whether a contradiction needs a second reader; what was decided before stays as it is',
  body: z.strictObject({ version: Version, secondReader: z.boolean() }),
  reply: Settings,
})
