import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import { inject } from 'vitest'
import { createPGlite, type Database, openOverPGlite, openPostgres } from '../../server/db/open.ts'
import { administer, databaseUrl } from './postgres.ts'

/** A migrated, empty database of the engine this project runs on. */
export async function openTestDatabase(): Promise<Database> {
  const server = inject('server')
  if (server === '') {
    return openOverPGlite(
      await createPGlite({ loadDataDir: new Blob([fs.readFileSync(inject('template'))]) }),
    )
  }
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await administer(server, `CREATE DATABASE ${name} TEMPLATE template_counterclaim`)
  return openPostgres(databaseUrl(server, name), 5)
}
