import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { until } from '../support/processes.ts'
import { FIRST_ADMIN_LINK, launch, type ServerProcess } from '../support/server-process.ts'

/** `kill -9` while the embedded database is being made: the next start makes it as if nothing had been. */

let dataDir: string
let server: ServerProcess

beforeEach(() => {
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'counterclaim-first-'))
})

afterEach(async () => {
  await server.end('SIGKILL')
  fs.rmSync(dataDir, { recursive: true, force: true })
})

async function seen(...parts: string[]): Promise<void> {
  expect(await until(() => fs.existsSync(path.join(dataDir, ...parts)), 60_000)).toBe(true)
}

const MOMENTS: [string, (server: ServerProcess) => Promise<unknown>][] = [
  ['while its files are being laid down', () => seen('postgres.unfinished', 'base')],
  ['right after the migrations', first => first.said(/^Migrated/)],
]

test.each(MOMENTS)('%s', async (_name, moment) => {
  server = await launch('test/support/serve.ts', { DATA_DIR: dataDir })
  await moment(server)
  await server.end('SIGKILL')
  server = await launch('test/support/serve.ts', { DATA_DIR: dataDir })
  await server.said(FIRST_ADMIN_LINK)
  const answer = await fetch(`${server.url}/api/health`)
  expect(await answer.json()).toEqual({ ok: true, engine: 'pglite' })
})
