import fs from 'node:fs'
import path from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { PrismaPg } from '@prisma/adapter-pg'
import { type ClientBase, Pool } from 'pg'
import { type Prisma, PrismaClient } from './generated/client.ts'
import { type Listen, listenOverPGlite, listenOverPostgres } from './listen.ts'
import { lockDirectory } from './lock.ts'

/** What every store function takes first: the client, or the transaction it is part of. */
export type Db = PrismaClient | Tx

/** What a write is part of. */
export type Tx = Prisma.TransactionClient

export type Engine = 'pglite' | 'postgres'

export type Database = {
  engine: Engine
  prisma: PrismaClient
  pool: Pool
  listen: Listen
  close: () => Promise<void>
}

/** PGlite has one connection, so a transaction may have to wait for its turn behind a long one. */
const TRANSACTION_WAIT_MS = 15_000

/** How many statements a connection keeps planned: more than there are, but for lists of many lengths. */
const KEPT = 500

/**
 * Names for the statements that the client writes itself, so that a connection parses and plans each of them once: they
 * look rows up by their keys, whatever the values. Those written by hand search, and are planned for the words searched for.
 */
function nameStatements(): (query: { sql: string }) => string {
  const names = new Map<string, string>()
  return ({ sql }) => {
    if (!names.has(sql) && names.size < KEPT && sql.includes('"public".')) names.set(sql, `s${names.size}`)
    return names.get(sql) ?? ''
  }
}

function connect(pool: Pool): PrismaClient {
  return new PrismaClient({
    adapter: new PrismaPg(pool, { statementNameGenerator: nameStatements() }),
    transactionOptions: { maxWait: TRANSACTION_WAIT_MS, timeout: TRANSACTION_WAIT_MS },
  })
}

/** A pool of one connection over a PGlite instance: the same driver, errors and savepoints as PostgreSQL. */
export async function poolOverPGlite(pglite: PGlite): Promise<Pool> {
  const { createPgConfig } = await import('@electric-sql/pglite/node-postgres')
  const config = createPgConfig(pglite)
  const connection = config.connection as unknown as { parse: (query: object) => unknown }
  const parse = connection.parse.bind(connection)
  // pg hands over a parser object where the bridge expects a list of types.
  connection.parse = query => parse({ ...query, types: undefined })
  return new Pool({ ...config, max: 1, idleTimeoutMillis: 0 })
}

export async function createPGlite(options: { dataDir?: string; loadDataDir?: Blob } = {}): Promise<PGlite> {
  const [{ PGlite: Class }, { pg_trgm }] = await Promise.all([
    import('@electric-sql/pglite'),
    import('@electric-sql/pglite/contrib/pg_trgm'),
  ])
  return Class.create({ ...options, extensions: { pg_trgm } })
}

/** Wraps a running PGlite; closing the database closes it. */
export async function openOverPGlite(pglite: PGlite, onClose: () => void = () => {}): Promise<Database> {
  const pool = await poolOverPGlite(pglite)
  const prisma = connect(pool)
  return {
    engine: 'pglite',
    prisma,
    pool,
    listen: listenOverPGlite(pglite),
    close: async () => {
      await prisma.$disconnect()
      await pool.end()
      await pglite.close()
      onClose()
    },
  }
}

/**
 * Makes the files of a new database beside their place and moves them there once they are whole: PostgreSQL does not
 * start on half of them, and a first start may be ended at any moment.
 */
async function makeFiles(folder: string): Promise<void> {
  const unfinished = `${folder}.unfinished`
  fs.rmSync(unfinished, { recursive: true, force: true })
  fs.mkdirSync(unfinished, { recursive: true })
  const pglite = await createPGlite({ dataDir: unfinished })
  await pglite.close()
  fs.renameSync(unfinished, folder)
}

/** Opens the embedded database in `dataDir`, which no other process may hold. */
export async function openPGlite(dataDir: string): Promise<Database> {
  const lock = lockDirectory(dataDir)
  try {
    const folder = path.join(dataDir, 'postgres')
    if (!fs.existsSync(folder)) await makeFiles(folder)
    return await openOverPGlite(await createPGlite({ dataDir: folder }), lock.release)
  } catch (error) {
    lock.release()
    throw error
  }
}

/**
 * Compiling a query takes longer than any of ours runs, and would be done wherever the planner expects many rows. The pool
 * waits for the promise that is returned.
 */
function switchOffCompiling(client: ClientBase): unknown {
  return client.query('SET jit = off')
}

/** Opens a PostgreSQL 15 or newer. */
export function openPostgres(url: string, poolSize = 10): Database {
  const pool = new Pool({ connectionString: url, max: poolSize, onConnect: switchOffCompiling })
  // An idle connection that the server ends is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => {})
  const prisma = connect(pool)
  const listening = listenOverPostgres(url)
  return {
    engine: 'postgres',
    prisma,
    pool,
    listen: listening.listen,
    close: async () => {
      await listening.close()
      await prisma.$disconnect()
      if (!pool.ended) await pool.end()
    },
  }
}
