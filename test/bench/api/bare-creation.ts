import { randomUUID } from 'node:crypto'
import type pg from 'pg'

/** What is claimed of which passage. */
export type Passage = {
  snapshotId: string
  start: number
  end: number
  exact: string
  speakerId: string
  topics: readonly string[]
  statement: string
}

/** The rows of a claim written and read back. What the database does by itself it does here too. */
export async function createBare(pool: pg.Pool, editorId: string, passage: Passage): Promise<void> {
  const { snapshotId, start, end, exact, speakerId, topics, statement } = passage
  const claimId = randomUUID()
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await client.query('SELECT text FROM snapshot WHERE id = $1', [snapshotId])
    // A passage quoted before is the same quote.
    await client.query(
      `INSERT INTO quote (id, "snapshotId", exact, prefix, suffix, start, "end") VALUES ($1, $2, $3, '', '', $4, $5)
       ON CONFLICT DO NOTHING`,
      [randomUUID(), snapshotId, exact, start, end],
    )
    const quote = await client.query<{ id: string }>(
      'SELECT id FROM quote WHERE "snapshotId" = $1 AND start = $2 AND "end" = $3',
      [snapshotId, start, end],
    )
    const quoteId = quote.rows[0]!.id
    await client.query(
      `INSERT INTO claim (id, statement, "howPut", "speakerId", "saidEdtf", "saidFrom", "saidTo", version, "createdAt")
       VALUES ($1, $2, 'asserted', $3, '2026-01-06', '2026-01-06', '2026-01-06', 1, now())`,
      [claimId, statement, speakerId],
    )
    await client.query(
      `INSERT INTO claim_topic ("claimId", "topicId") SELECT $1, id FROM topic WHERE name = ANY($2)`,
      [claimId, topics],
    )
    await client.query(
      `INSERT INTO claim_revision (id, "claimId", number, statement, "howPut", "speakerId", "saidEdtf", topics, "revisedById")
       VALUES ($1, $2, 1, $3, 'asserted', $4, '2026-01-06', $5, $6)`,
      [randomUUID(), claimId, statement, speakerId, topics, editorId],
    )
    await client.query(
      `INSERT INTO appearance (id, "claimId", "quoteId", first, "addedById") VALUES ($1, $2, $3, true, $4)`,
      [randomUUID(), claimId, quoteId, editorId],
    )
    await client.query(
      `INSERT INTO event (id, "actorId", action, "subjectType", "subjectId", "to") VALUES ($1, $2, 'claim.created', 'claim', $3, $4)`,
      [randomUUID(), editorId, claimId, { statement, howPut: 'asserted', speakerId, topics, quoteId }],
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
  await pool.query(
    `SELECT c.*, sp.name, sp.kind, sp.role, a.id AS "appearanceId", a.first, a."addedAt", q.*, s.*,
      (SELECT json_agg(t ORDER BY t.name) FROM claim_topic ct JOIN topic t ON t.id = ct."topicId" WHERE ct."claimId" = c.id)
     FROM claim c JOIN speaker sp ON sp.id = c."speakerId" JOIN appearance a ON a."claimId" = c.id
     JOIN quote q ON q.id = a."quoteId" JOIN snapshot sn ON sn.id = q."snapshotId" JOIN source s ON s.id = sn."sourceId"
     WHERE c.id = $1`,
    [claimId],
  )
}
