import type pg from 'pg'
import { CannotStart } from '../cannot-start.ts'

/** The oldest version that has all that the migrations use. */
const OLDEST = 15

/** A refused connection may be several errors, one per address of the host, and then says nothing itself. */
function explain(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(explain).join('; ')
  return error instanceof Error ? error.message : String(error)
}

/** Makes sure that the PostgreSQL behind `pool` answers and is new enough. Throws `CannotStart`, without the password. */
export async function reachPostgres(pool: pg.Pool, url: string): Promise<void> {
  const { host, pathname } = new URL(url)
  const version = await readVersion(pool, `${host}${pathname}`)
  if (version < OLDEST)
    throw new CannotStart(
      `DATABASE_URL leads to a PostgreSQL ${version} on ${host}; ${OLDEST} or newer is needed.`,
    )
}

async function readVersion(pool: pg.Pool, where: string): Promise<number> {
  try {
    const { rows } = await pool.query<{ version: number }>(
      `SELECT current_setting('server_version_num')::integer / 10000 AS version`,
    )
    return rows[0]?.version ?? 0
  } catch (error) {
    throw new CannotStart(`DATABASE_URL leads to ${where}, which cannot be used: ${explain(error)}`, {
      cause: error,
    })
  }
}
