import type { Logger } from 'pino'
import type { Auth } from './auth/auth.ts'
import type { Database } from './db/open.ts'

/** What the nouns are given. `publicUrl` has no slash at its end. */
export type Deps = {
  database: Database
  auth: Auth
  log: Logger
  now: () => Date
  publicUrl: string
}
