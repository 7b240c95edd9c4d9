import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlQuery,
  type SqlResultSet,
} from '@prisma/driver-adapter-utils'
import * as wasm from '@prisma/schema-engine-wasm/schema_engine_bg'
import type pg from 'pg'
import { MIGRATIONS, readMigrations } from '../../server/db/migrate.ts'
import { createPGlite, poolOverPGlite } from '../../server/db/open.ts'

/** PostgreSQL's internal one-byte "char", which the driver adapter does not know, and text, which it does. */
const OID_CHAR = 18
const OID_TEXT = 25

type Field = { dataTypeID: number }
type DriverInternals = SqlDriverAdapter & {
  performIO: (query: SqlQuery) => Promise<{ fields?: Field[]; rows: object }>
}

Object.assign(globalThis, {
  PRISMA_WASM_PANIC_REGISTRY: {
    set_message: (message: string) => {
      throw new Error(`schema engine: ${message}`)
    },
  },
})

let loaded = false
function load(): void {
  if (loaded) return
  const folder = path.dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'))
  const module = new WebAssembly.Module(fs.readFileSync(path.join(folder, 'schema_engine_bg.wasm')))
  const instance = new WebAssembly.Instance(module, {
    './schema_engine_bg.js': wasm as unknown as WebAssembly.ModuleImports,
  })
  wasm.__wbg_set_wasm(instance.exports)
  const start = instance.exports['__wbindgen_start']
  if (typeof start === 'function') start()
  loaded = true
}

/** The driver adapter as the schema engine needs it: whole scripts in one go, "char" columns read as characters. */
async function migrationAdapter(pool: pg.Pool, dispose: () => Promise<void>): Promise<SqlDriverAdapter> {
  const adapter = (await new PrismaPg(pool).connect()) as unknown as DriverInternals
  adapter.executeScript = async script => {
    await pool.query(script)
  }
  adapter.dispose = dispose
  const performIO = adapter.performIO.bind(adapter)
  const queryRaw = adapter.queryRaw.bind(adapter)
  const charColumns = new WeakMap<object, number[]>()
  adapter.performIO = async query => {
    const result = await performIO(query)
    const columns: number[] = []
    for (const [index, field] of (result.fields ?? []).entries()) {
      if (field.dataTypeID !== OID_CHAR) continue
      field.dataTypeID = OID_TEXT
      columns.push(index)
    }
    charColumns.set(result.rows, columns)
    return result
  }
  adapter.queryRaw = async (query): Promise<SqlResultSet> => {
    const result = await queryRaw(query)
    for (const index of charColumns.get(result.rows) ?? [])
      result.columnTypes[index] = ColumnTypeEnum.Character
    return result
  }
  return adapter
}

const NO_FILTER = { externalTables: [], externalEnums: [] }

function migrationsList() {
  return {
    baseDir: MIGRATIONS,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"' },
    shadowDbInitScript: '',
    migrationDirectories: readMigrations().map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
    })),
  }
}

/** The database in which the engine replays the migrations. */
async function openShadow() {
  const pglite = await createPGlite()
  return migrationAdapter(await poolOverPGlite(pglite), () => pglite.close())
}

async function openEngine(pool: pg.Pool, schema: string) {
  load()
  const factory = bindMigrationAwareSqlAdapterFactory({
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => migrationAdapter(pool, async () => {}),
    connectToShadowDb: openShadow,
  })
  return wasm.SchemaEngine.new(
    { datamodels: [['schema.prisma', schema]] } as unknown as Parameters<typeof wasm.SchemaEngine.new>[0],
    () => {},
    factory,
  )
}

/** The SQL that would bring what `prisma/migrations` builds to what `schema` says; empty when they agree. */
export async function sqlToReachSchema(pool: pg.Pool, schema: string): Promise<string> {
  const engine = await openEngine(pool, schema)
  const { stdout } = await engine.diff({
    from: { tag: 'migrations', ...migrationsList() },
    to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: schema }], configDir: '.' },
    script: true,
    exitCode: null,
    shadowDatabaseUrl: null,
    filters: NO_FILTER,
  } as unknown as Parameters<typeof engine.diff>[0])
  return (stdout ?? '').replace('-- This is an empty migration.', '').trim()
}

/** What Prisma's own engine thinks of the ledger in the database behind `pool`. */
export async function diagnoseLedger(pool: pg.Pool, schema: string) {
  const engine = await openEngine(pool, schema)
  return engine.diagnoseMigrationHistory({
    migrationsList: migrationsList(),
    optInToShadowDatabase: true,
    filters: NO_FILTER,
  })
}
