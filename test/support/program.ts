import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Deps } from '../../server/deps.ts'
import { readEnvironment } from '../../server/env.ts'
import { freePort } from './postgres.ts'

/** Signs the sessions of a program that is started here. */
export const PROGRAM_SECRET = 'a secret of the tests, long enough to sign with'

export type Program = { url: string; deps: Deps; stop: () => Promise<void> }

/**
 * Starts the program with its screens on an embedded database of its own, empty and without suggestions unless
 * `environment` says otherwise. Stopped, it leaves nothing behind.
 */
export async function startProgram(environment: Record<string, string> = {}): Promise<Program> {
  // Only now: whoever calls may have to generate what the server imports.
  const { start } = await import('../../server/main.ts')
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'counterclaim-program-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const { deps, stop } = await start({
    environment: readEnvironment({
      PORT: String(port),
      PUBLIC_URL: url,
      DATA_DIR: dataDir,
      AUTH_SECRET: PROGRAM_SECRET,
      SEED: 'none',
      SUGGEST: 'off',
      LOG_LEVEL: 'silent',
      ...environment,
    }),
    say: () => {},
  })
  return {
    url,
    deps,
    stop: async () => {
      await stop()
      fs.rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
