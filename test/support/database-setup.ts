import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { generateClient } from '../../server/db/generate.ts'
import { administer, databaseUrl, startPostgres } from './postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Of PGlite: the file with the migrated database, from which each test file starts. */
    template: string
    /** Of PostgreSQL: the server whose database `template` each test file copies. */
    server: string
  }
}

/** Migrates one database per engine and run; every test file starts from a copy of it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  generateClient()
  return project.config.env['TEST_ENGINE'] === 'postgres' ? setupPostgres(project) : setupPGlite(project)
}

async function setupPGlite(project: TestProject): Promise<() => Promise<void>> {
  const { createPGlite, poolOverPGlite } = await import('../../server/db/open.ts')
  const { migrate } = await import('../../server/db/migrate.ts')
  const pglite = await createPGlite()
  await migrate(await poolOverPGlite(pglite), 'pglite')
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'counterclaim-pglite-')), 'template.tar')
  const dump = await pglite.dumpDataDir('none')
  fs.writeFileSync(file, Buffer.from(await dump.arrayBuffer()))
  await pglite.close()
  project.provide('template', file)
  project.provide('server', '')
  return async () => fs.rmSync(path.dirname(file), { recursive: true, force: true })
}

async function setupPostgres(project: TestProject): Promise<() => Promise<void>> {
  const { openPostgres } = await import('../../server/db/open.ts')
  const { migrate } = await import('../../server/db/migrate.ts')
  const server = await startPostgres()
  await administer(server.url, 'CREATE DATABASE template_counterclaim')
  const database = openPostgres(databaseUrl(server.url, 'template_counterclaim'))
  await migrate(database.pool, 'postgres')
  await database.close()
  project.provide('template', '')
  project.provide('server', server.url)
  return server.stop
}
