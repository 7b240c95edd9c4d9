import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createClaim } from '#contract/claims.ts'
import { listEvents } from '#contract/events.ts'
import { listRelations } from '#contract/relations.ts'
import { listScans, type Scan, startScan } from '#contract/scans.ts'
import { createSource } from '#contract/sources.ts'
import { analyse } from '../../server/detect/analyse.ts'
import { compare } from '../../server/detect/compare.ts'
import { type Client, clientOf } from '../support/client.ts'
import { beginLedger } from '../support/crash-writers.ts'
import { createEmptyDatabase } from '../support/empty-database.ts'
import { type PostgresServer, startPostgres } from '../support/postgres.ts'
import { type ServerProcess, serve } from '../support/server-process.ts'

/** `kill -9` in the middle of a scan over all claims: the next start goes on with it and proposes nothing twice. */

/** Claims are at odds with others of their place; there is enough of them for the scan to be met half done. */
const [PLACES, CLAIMS] = [12, 14]
const KILLS = 2

const onPostgres = process.env['TEST_ENGINE'] === 'postgres'
const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'counterclaim-scan-'))
const environment: Record<string, string> = { DATA_DIR: dataDir }
let postgres: PostgresServer | null = null
let server: ServerProcess
let cookie = ''

const client = (): Client => clientOf(server.url, null, cookie)

beforeAll(async () => {
  if (onPostgres) {
    postgres = await startPostgres()
    environment['DATABASE_URL'] = await createEmptyDatabase(postgres.url)
  }
  server = await serve('test/support/serve.ts', environment)
  cookie = (await beginLedger(server)).cookie
  await fill()
})

afterAll(async () => {
  await server.end('SIGKILL')
  await postgres?.stop()
  fs.rmSync(dataDir, { recursive: true, force: true })
})

const NAMES = 'Aldham Brenton Corley Dunmore Elstow Farnley Garford Hinton Ilford Kelby Lindon Marden'.split(
  ' ',
)

const statementOf = (place: string, n: number) => `The base in ${place} holds ${(n + 1) * 130} soldiers.`

/** How many pairs of claims of one place the detector finds at odds. */
function countConflicts(): number {
  const analyses = Array.from({ length: CLAIMS }, (_, n) => analyse(statementOf('Aldham', n)))
  return analyses.flatMap((one, n) => analyses.slice(0, n).filter(other => compare(one, other).flagged))
    .length
}

async function fill(): Promise<void> {
  for (const place of NAMES.slice(0, PLACES)) {
    const lines = Array.from(
      { length: CLAIMS },
      (_, n) => `The base in ${place} holds ${(n + 1) * 130} soldiers.`,
    )
    const text = lines.join('\n')
    const source = await client().call(createSource, { body: { title: place, kind: 'article', text } })
    for (const exact of lines) {
      const start = text.indexOf(exact)
      const quote = {
        snapshotId: source.snapshots[0]?.id ?? randomUUID(),
        start,
        end: start + exact.length,
        exact,
      }
      await client().call(createClaim, {
        body: { statement: exact, speaker: { name: 'The secretary', kind: 'person' }, quote },
      })
    }
  }
}

async function scan(): Promise<Scan> {
  const { items } = await client().call(listScans)
  if (!items[0]) throw new Error('there is no scan')
  return items[0]
}

const progressOf = ({ claimsDone, proposed }: Scan) => claimsDone + proposed

/** Reads the scan again and again until it is as wanted, or done. */
async function scanUntil(wanted: (scan: Scan) => boolean): Promise<Scan> {
  for (;;) {
    const now = await scan()
    if (now.state !== 'running' || wanted(now)) return now
  }
}

async function readAll<Item>(
  read: (cursor: { cursor?: string }) => Promise<{ items: Item[]; next: string | null }>,
): Promise<Item[]> {
  const items: Item[] = []
  for (let cursor: { cursor?: string } | null = {}; cursor !== null; ) {
    const page = await read(cursor)
    items.push(...page.items)
    cursor = page.next === null ? null : { cursor: page.next }
  }
  return items
}

test('a scan that is killed again and again ends with every pair proposed once', async () => {
  await server.end('SIGKILL')
  server = await serve('test/support/serve.ts', { ...environment, SUGGEST: 'on' })
  await client().call(startScan)
  let before = 0
  for (let kill = 1; kill <= KILLS; kill++) {
    const met = await scanUntil(scan => progressOf(scan) > before)
    if (kill === 1) expect(met).toMatchObject({ state: 'running', held: true })
    before = progressOf(met)
    await server.end('SIGKILL')
    server = await serve('test/support/serve.ts', { ...environment, SUGGEST: 'on' })
  }
  expect(await scanUntil(() => false)).toMatchObject({ state: 'done' })

  const relations = await readAll(cursor =>
    client().call(listRelations, { query: { limit: '100', ...cursor } }),
  )
  const pairs = relations.filter(({ a, b }) => a.source.title === b.source.title)
  expect(new Set(pairs.map(({ a, b }) => `${a.id} ${b.id}`)).size).toBe(PLACES * countConflicts())
  // A relation and its line in the audit log are one transaction: neither stands without the other, nor twice.
  const events = await readAll(cursor =>
    client().call(listEvents, { query: { limit: '100', action: 'relation.proposed', ...cursor } }),
  )
  expect(events.map(({ subject }) => subject.id).toSorted()).toEqual(relations.map(({ id }) => id).toSorted())
})
