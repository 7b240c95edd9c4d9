import type { Database } from '../../server/db/open.ts'

/** Empties every table of ours; the triggers that refuse changes do not see it. */
export async function emptyTables({ pool }: Database): Promise<void> {
  const tables = await pool.query<{ name: string }>(
    `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`,
  )
  await pool.query(`TRUNCATE ${tables.rows.map(row => row.name).join(', ')} CASCADE`)
}
