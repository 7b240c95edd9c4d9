import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { MIGRATIONS, type Migration, migrate, readMigrations } from '../../server/db/migrate.ts'
import { type Database, openPostgres } from '../../server/db/open.ts'
import { openTestDatabase } from '../support/database.ts'
import { createEmptyDatabase, openEmptyDatabase } from '../support/empty-database.ts'
import { diagnoseLedger, sqlToReachSchema } from '../support/schema-engine.ts'

const SCHEMA = fs.readFileSync(path.join(MIGRATIONS, '../schema.prisma'), 'utf8')
const KNOWN = readMigrations()
const NAMES = KNOWN.map(({ name }) => name)

const later = (name: string, sql: string): Migration => ({
  name: `29990101000000_${name}`,
  sql,
  checksum: createHash('sha256').update(sql).digest('hex'),
})

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

const tableExists = async (name: string) => {
  const { rows } = await database.pool.query<{ found: string | null }>('SELECT to_regclass($1) AS found', [
    name,
  ])
  return rows[0]?.found !== null
}

const ledgerNames = async () => {
  const { rows } = await database.pool.query<{ name: string }>(
    'SELECT migration_name AS name FROM _prisma_migrations ORDER BY migration_name',
  )
  return rows.map(({ name }) => name)
}

test('an empty database gets every migration once, in order, and the next start applies none', async () => {
  const empty = await openEmptyDatabase()
  expect(await migrate(empty.pool, empty.engine)).toEqual(NAMES)
  expect(await migrate(empty.pool, empty.engine)).toEqual([])
  await empty.close()
})

test('the migrations build what schema.prisma says', async () => {
  expect(await sqlToReachSchema(database.pool, SCHEMA)).toBe('')
})

test('a column that only schema.prisma knows is noticed', async () => {
  const changed = SCHEMA.replace('model Topic {', 'model Topic {\n  colour String?')
  expect(await sqlToReachSchema(database.pool, changed)).toContain('ADD COLUMN     "colour" TEXT')
})

test('Prisma’s own engine finds the ledger in order', async () => {
  const found = await diagnoseLedger(database.pool, SCHEMA)
  expect(found).toMatchObject({
    hasMigrationsTable: true,
    history: null,
    editedMigrationNames: [],
    failedMigrationNames: [],
  })
})

test('a migration that was edited after it was applied is refused by name', async () => {
  const [first, ...rest] = KNOWN
  if (!first) throw new Error('there is no migration')
  const edited = { ...first, checksum: createHash('sha256').update(`${first.sql} `).digest('hex') }
  await expect(migrate(database.pool, database.engine, [edited, ...rest])).rejects.toThrow(
    `Migration ${first.name} was applied with other contents`,
  )
})

test('a migration that fails is rolled back whole and named, and those before it stay', async () => {
  const good = later('a_good_one', 'CREATE TABLE kept (id integer)')
  const bad = later('b_bad_one', 'CREATE TABLE half (id integer); INSERT INTO half SELECT 1 / 0;')
  const failed = migrate(database.pool, database.engine, [...KNOWN, good, bad])
  await expect(failed).rejects.toMatchObject({
    message: `Migration ${bad.name} failed and was rolled back.`,
    cause: { message: 'division by zero' },
  })
  expect([await tableExists('kept'), await tableExists('half')]).toEqual([true, false])
  expect(await ledgerNames()).toEqual([...NAMES, good.name])

  const mended = later('b_bad_one', 'CREATE TABLE half (id integer)')
  expect(await migrate(database.pool, database.engine, [...KNOWN, good, mended])).toEqual([mended.name])
  await database.pool.query('DROP TABLE kept, half')
})

test('a database that a newer program has migrated is refused, and left as it is', async () => {
  const newer = later('c_newer', 'CREATE TABLE newer (id integer)')
  await database.pool.query('DELETE FROM _prisma_migrations WHERE NOT migration_name = ANY ($1)', [NAMES])
  await migrate(database.pool, database.engine, [...KNOWN, newer])
  await expect(migrate(database.pool, database.engine)).rejects.toThrow(
    /newer Counterclaim \(29990101000000_c_newer\)/,
  )
  expect(await tableExists('newer')).toBe(true)
})

/** Four connections to one empty database; the embedded one has no second to give, so four share it. */
async function openTogether(): Promise<Database[]> {
  const server = inject('server')
  if (server === '') return Array<Database>(4).fill(await openEmptyDatabase())
  const url = await createEmptyDatabase(server)
  return Array.from({ length: 4 }, () => openPostgres(url, 1))
}

test('starts at the same moment migrate a database once', async () => {
  const together = await openTogether()
  const applied = await Promise.all(together.map(({ pool, engine }) => migrate(pool, engine)))
  expect(applied.filter(names => names.length > 0)).toEqual([NAMES])
  await Promise.all([...new Set(together)].map(one => one.close()))
})
