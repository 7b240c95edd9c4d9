import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { beginLedger, type Ledger, readStanding, writeUntil } from '../support/crash-writers.ts'
import { createEmptyDatabase } from '../support/empty-database.ts'
import { type PostgresServer, startPostgres } from '../support/postgres.ts'
import { type ServerProcess, serve } from '../support/server-process.ts'

/** `kill -9` of PostgreSQL itself under a server that stays. */
const ROUNDS = 3

const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'counterclaim-crash-'))
let postgres: PostgresServer
let server: ServerProcess
let ledger: Ledger

beforeAll(async () => {
  postgres = await startPostgres()
  const url = await createEmptyDatabase(postgres.url)
  server = await serve('test/support/serve.ts', { DATA_DIR: dataDir, DATABASE_URL: url })
  ledger = await beginLedger(server)
})

afterAll(async () => {
  await server.end('SIGKILL')
  await postgres.stop()
  fs.rmSync(dataDir, { recursive: true, force: true })
})

test.each(Array.from({ length: ROUNDS }, (_, round) => round + 1))(
  'kill %i: the same server goes on with everything that was acknowledged',
  async round => {
    await writeUntil(server, ledger, 20 + round, () => postgres.kill())
    await postgres.restart()
    const { claims, logged } = await readStanding(server, ledger)
    const lost = [...ledger.acknowledged].filter(([id, statement]) => claims.get(id) !== statement)
    expect(lost).toEqual([])
    expect(logged).toEqual(new Set(claims.keys()))
  },
)
