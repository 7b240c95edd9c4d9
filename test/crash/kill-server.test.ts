import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { beginLedger, type Ledger, readStanding, writeUntil } from '../support/crash-writers.ts'
import { createEmptyDatabase } from '../support/empty-database.ts'
import { type PostgresServer, startPostgres } from '../support/postgres.ts'
import { type ServerProcess, serve } from '../support/server-process.ts'

/** `kill -9` of the server in the middle of writing, again and again on one database. */
const ROUNDS = 10

const onPostgres = process.env['TEST_ENGINE'] === 'postgres'
const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'counterclaim-crash-'))
const environment: Record<string, string> = { DATA_DIR: dataDir }
let postgres: PostgresServer | null = null
let server: ServerProcess
let ledger: Ledger

beforeAll(async () => {
  if (onPostgres) {
    postgres = await startPostgres()
    environment['DATABASE_URL'] = await createEmptyDatabase(postgres.url)
  }
  server = await serve('test/support/serve.ts', environment)
  ledger = await beginLedger(server)
})

afterAll(async () => {
  await server.end('SIGKILL')
  await postgres?.stop()
  fs.rmSync(dataDir, { recursive: true, force: true })
})

test.each(Array.from({ length: ROUNDS }, (_, round) => round + 1))(
  'kill %i: everything that was acknowledged is there, and whole',
  async round => {
    await writeUntil(server, ledger, 8 + round, () => server.end('SIGKILL'))
    server = await serve('test/support/serve.ts', environment)
    const { claims, logged } = await readStanding(server, ledger)
    const lost = [...ledger.acknowledged].filter(([id, statement]) => claims.get(id) !== statement)
    expect(lost).toEqual([])
    // A claim and its line in the audit log are one transaction: neither stands without the other.
    expect(logged).toEqual(new Set(claims.keys()))
  },
)
