import type pg from 'pg'
import type { Database } from '../server/db/open.ts'
import { addAffair, type Tally } from './stress/affair.ts'
import { createBatch, type Table } from './stress/batch.ts'
import { createWorld } from './stress/world.ts'

/** A database that holds something already is never mixed with made-up records. */
export class NotEmpty extends Error {
  override name = 'NotEmpty'
}

export type StressOptions = {
  /** How many claims there will be. */
  claims: number
  /** The same seed makes the same records. */
  seed: number
  /** Told how many claims have been written. */
  onProgress?: (claims: number) => void
}

/** Enough rows for one statement to be worth its round trip, few enough to be held in memory. */
const CLAIMS_PER_BATCH = 2_000

/**
 * Fills an empty, migrated database with made-up news by distribution, in transactions of some thousand claims, and
 * returns how many rows each table got. Throws `NotEmpty` when there are sources, claims, speakers or topics already.
 */
export async function seedStress(
  { pool }: Database,
  { claims, seed, onProgress = () => {} }: StressOptions,
): Promise<ReadonlyMap<Table, number>> {
  const client = await pool.connect()
  try {
    await refuseUnlessEmpty(client)
    const counts = await write(client, claims, seed, onProgress)
    // The planner is to know the distribution at once, not when the server comes to it.
    await client.query('VACUUM (ANALYZE)')
    return counts
  } finally {
    client.release()
  }
}

async function refuseUnlessEmpty(client: pg.PoolClient): Promise<void> {
  const { rows } = await client.query<{ name: string }>(`
    SELECT 'sources' AS name WHERE EXISTS (SELECT 1 FROM source)
    UNION ALL SELECT 'claims' WHERE EXISTS (SELECT 1 FROM claim)
    UNION ALL SELECT 'speakers' WHERE EXISTS (SELECT 1 FROM speaker)
    UNION ALL SELECT 'topics' WHERE EXISTS (SELECT 1 FROM topic)`)
  if (rows.length === 0) return
  throw new NotEmpty(
    `The database holds ${rows.map(row => row.name).join(', ')} already. ` +
      'Made-up records go into an empty one: give --data-dir another folder, or --database-url another database.',
  )
}

async function write(
  client: pg.PoolClient,
  claims: number,
  seed: number,
  onProgress: (claims: number) => void,
): Promise<ReadonlyMap<Table, number>> {
  const counts = new Map<Table, number>()
  const { batch, ...world } = createWorld(seed, claims, clock => createBatch(clock, counts))
  const tally: Tally = { claims: 0, wanted: claims, disputes: 0, slugs: new Set() }
  let written = 0
  while (tally.claims < claims) {
    addAffair(world, batch, tally)
    if (tally.claims - written < CLAIMS_PER_BATCH && tally.claims < claims) continue
    await batch.write(client)
    written = tally.claims
    onProgress(written)
  }
  return counts
}
