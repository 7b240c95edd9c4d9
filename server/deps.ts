import type { Logger } from 'pino'
import type { Auth } from './auth/auth.ts'
import type { Database } from './db/open.ts'

/**
 * Work to be done once the answer is out: `suggest` compares a claim with those that speak of the same, `fetch` makes a
 * draft of an address, `visit` captures the page of a source again, because it is due or because somebody asked, `scan`
 * goes on with the scan over all claims that waits for somebody to work on it, `advise` asks the advisers what waits
 * to be asked.
 */
export type Job =
  | { queue: 'suggest'; claimId: string }
  | { queue: 'fetch'; captureId: string }
  | { queue: 'visit'; sourceId: string; asked: boolean }
  | { queue: 'scan' }
  | { queue: 'advise' }

/** Leaves a job to whichever process takes it. Never throws: what is lost is found again at the next start. */
export type Enqueue = (job: Job) => Promise<void>

/** What the nouns are given. `publicUrl` has no slash at its end. */
export type Deps = {
  database: Database
  auth: Auth
  log: Logger
  now: () => Date
  publicUrl: string
  enqueue: Enqueue
}
