import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { verifies } from '#domain/quote.ts'
import { NotEmpty, seedStress } from '../../seeds/stress.ts'
import type { Database } from '../../server/db/open.ts'
import { openTestDatabase } from '../support/database.ts'
import { emptyTables } from '../support/empty-tables.ts'

const CLAIMS = 200

let database: Database

beforeAll(async () => {
  database = await openTestDatabase()
})
beforeEach(() => emptyTables(database))
afterAll(() => database.close())

/** A checksum of what was written, ids and times included. */
async function fingerprint(): Promise<string> {
  const { rows } = await database.pool.query(
    `SELECT c.id, c.statement, c."saidEdtf", c."createdAt", q.exact, q.start FROM claim c
     JOIN appearance a ON a."claimId" = c.id AND a.first JOIN quote q ON q.id = a."quoteId" ORDER BY c.id`,
  )
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex')
}

async function numberOf(query: string): Promise<number> {
  const { rows } = await database.pool.query<{ number: number }>(
    `SELECT count(*)::int AS number FROM ${query}`,
  )
  return rows[0]!.number
}

test('the same seed makes the same records, another seed others', async () => {
  const made: string[] = []
  for (const seed of [1, 1, 2]) {
    await emptyTables(database)
    await seedStress(database, { claims: CLAIMS, seed })
    made.push(await fingerprint())
  }
  expect(made[1]).toBe(made[0])
  expect(made[2]).not.toBe(made[0])
})

test('made-up records keep the rules of real ones', async () => {
  const progress: number[] = []
  const counts = await seedStress(database, {
    claims: CLAIMS,
    seed: 3,
    onProgress: done => progress.push(done),
  })
  expect(counts.get('claim')).toBe(CLAIMS)
  expect(progress.at(-1)).toBe(CLAIMS)

  const quotes = await database.pool.query<Parameters<typeof verifies>[1] & { text: string }>(
    `SELECT q.exact, q.prefix, q.suffix, q.start, q."end", sn.text FROM quote q JOIN snapshot sn ON sn.id = q."snapshotId"`,
  )
  expect(quotes.rows.filter(({ text, ...quote }) => !verifies(text, quote))).toEqual([])

  const marked = await database.pool.query<{ start: number; end: number; exact: string; statement: string }>(
    `SELECT r."aStart" AS start, r."aEnd" AS end, r."aExact" AS exact, c.statement
     FROM reason r JOIN relation ON relation.id = r."relationId" JOIN claim c ON c.id = relation."aId"
     UNION ALL SELECT r."bStart", r."bEnd", r."bExact", c.statement
     FROM reason r JOIN relation ON relation.id = r."relationId" JOIN claim c ON c.id = relation."bId"`,
  )
  expect(marked.rows.length).toBeGreaterThan(0)
  expect(
    marked.rows.filter(({ start, end, exact, statement }) => statement.slice(start, end) !== exact),
  ).toEqual([])

  expect(
    await numberOf('dispute d WHERE (SELECT count(*) FROM position p WHERE p."disputeId" = d.id) < 2'),
  ).toBe(0)
  expect(
    await numberOf(
      `claim c WHERE NOT EXISTS (SELECT 1 FROM event e WHERE e.action = 'claim.created' AND e."subjectId" = c.id::text)`,
    ),
  ).toBe(0)
})

test('made-up records are not mixed with others', async () => {
  await database.prisma.topic.create({ data: { name: 'Rivers', slug: 'rivers' } })
  await expect(seedStress(database, { claims: CLAIMS, seed: 1 })).rejects.toThrow(NotEmpty)
  expect(await numberOf('claim')).toBe(0)
})
