import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import { createPGlite, type Database, openOverPGlite, openPostgres } from '../../server/db/open.ts'
import { administer, databaseUrl } from './postgres.ts'

/** A database of the engine this project runs on, with nothing in it. */
export async function openEmptyDatabase(): Promise<Database> {
  const server = inject('server')
  return server === ''
    ? openOverPGlite(await createPGlite())
    : openPostgres(await createEmptyDatabase(server))
}

/** Makes a database on a PostgreSQL server. Returns its address. */
export async function createEmptyDatabase(server: string): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await administer(server, `CREATE DATABASE ${name}`)
  return databaseUrl(server, name)
}
