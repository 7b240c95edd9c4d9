import { createHash, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { CannotStart } from '../cannot-start.ts'
import type { Engine } from './open.ts'

export const MIGRATIONS = path.resolve(import.meta.dirname, '../../prisma/migrations')

/** Any number will do, so long as every process of this program takes the same one. */
const ADVISORY_LOCK = 4_242_068_013

/** Prisma's own ledger, column for column, so that `prisma migrate status` and `deploy` agree with it. */
const LEDGER = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`

export type Migration = { name: string; sql: string; checksum: string }

export function readMigrations(folder = MIGRATIONS): Migration[] {
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
    .toSorted()
    .map(name => {
      const sql = fs.readFileSync(path.join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

/**
 * Applies what the ledger does not list yet, one transaction a file, and returns the names applied.
 * Throws when a file that has been applied reads differently now, or when the database is newer than this program.
 */
export async function migrate(
  pool: pg.Pool,
  engine: Engine,
  migrations: readonly Migration[] = readMigrations(),
): Promise<string[]> {
  const client = await pool.connect()
  try {
    if (engine === 'postgres') await client.query('SELECT pg_advisory_lock($1)', [ADVISORY_LOCK])
    return await applyMissing(client, migrations)
  } finally {
    if (engine === 'postgres') await client.query('SELECT pg_advisory_unlock($1)', [ADVISORY_LOCK])
    client.release()
  }
}

async function applyMissing(client: pg.PoolClient, migrations: readonly Migration[]): Promise<string[]> {
  await client.query(LEDGER)
  const ledger = await client.query<{ migration_name: string; checksum: string }>(
    'SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  )
  const applied = new Map(ledger.rows.map(row => [row.migration_name, row.checksum]))
  const known = new Set(migrations.map(migration => migration.name))
  const unknown = [...applied.keys()].filter(name => !known.has(name))
  if (unknown.length > 0) {
    throw new CannotStart(
      `The database was migrated by a newer Counterclaim (${unknown.join(', ')}). Start that version, or restore a backup of this one.`,
    )
  }
  const done: string[] = []
  for (const migration of migrations) {
    const checksum = applied.get(migration.name)
    if (checksum === undefined) {
      await apply(client, migration)
      done.push(migration.name)
    } else if (checksum !== migration.checksum) {
      throw new CannotStart(
        `Migration ${migration.name} was applied with other contents than prisma/migrations holds now. Migrations are never edited: restore the file and add a new one.`,
      )
    }
  }
  return done
}

async function apply(client: pg.PoolClient, migration: Migration): Promise<void> {
  const startedAt = new Date()
  await client.query('BEGIN')
  try {
    await client.query(migration.sql)
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, $4, now(), 1)`,
      [randomUUID(), migration.checksum, migration.name, startedAt],
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw new Error(`Migration ${migration.name} failed and was rolled back.`, { cause: error })
  }
}
