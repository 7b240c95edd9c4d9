import { type Db as JobDatabase, PgBoss } from 'pg-boss'
import type { Logger } from 'pino'
import { CannotStart } from '../cannot-start.ts'
import type { Database } from '../db/open.ts'

/** The job library over the pool that everything else uses, on either engine. */
function over({ pool }: Database): JobDatabase {
  return {
    async executeSql(text, values) {
      // Several statements in one text answer with a list, and may not have parameters.
      const result = values?.length ? await pool.query(text, values) : await pool.query(text)
      return Array.isArray(result) ? { rows: result.flatMap(({ rows }) => rows) } : result
    },
  }
}

/** Starts the job library; its tables are made when they are missing. Throws `CannotStart` when that is not allowed. */
export async function startBoss(database: Database, log: Logger): Promise<PgBoss> {
  const embedded = database.engine === 'pglite'
  const boss = new PgBoss({
    db: over(database),
    backend: database.engine,
    schedule: false,
    // The embedded database has one connection, on which nothing can be rebuilt concurrently.
    reindex: !embedded,
    monitorVacuum: !embedded,
  })
  boss.on('error', error => log.error({ err: error }, 'jobs'))
  boss.on('warning', warning => log.warn({ warning }, 'jobs'))
  try {
    return await boss.start()
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new CannotStart(
      `The background jobs cannot start (${why}). They keep their tables in the schema pgboss: let the database user create it.`,
      { cause: error },
    )
  }
}
