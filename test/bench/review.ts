import os from 'node:os'
import { parseArgs } from 'node:util'
import type pg from 'pg'
import { z } from 'zod'
import { showProgress } from '../../seeds/progress.ts'
import type { Engine } from '../../server/db/open.ts'
import { type Program, startProgram } from './api/program.ts'
import { compete, type Percentiles } from './measure.ts'
import { makeSuggestions } from './review/suggestions.ts'

const ENGINES = ['pglite', 'postgres'] as const satisfies readonly Engine[]

/** What is promised of 100,000 suggestions on PostgreSQL, in milliseconds: the next pair is there. */
const GOAL_MS = 100

/** As many pairs as the desk reads at a time. */
const AHEAD = 20

type Case = { name: string; ours: () => Promise<unknown>; bare: () => Promise<unknown> }

/**
 * Measures what the desk asks of the server, each beside the bare SQL that finds as many pairs with their claims, quotes
 * and sources, among made-up suggestions.
 */
export async function runReviewBench(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      suggestions: { type: 'string', default: '100000' },
      claims: { type: 'string', default: '20000' },
      engines: { type: 'string', default: 'postgres' },
      rounds: { type: 'string', default: '100' },
    },
  })
  const wanted = values.engines.split(',')
  for (const engine of ENGINES.filter(engine => wanted.includes(engine)))
    await measure(engine, {
      claims: Number(values.claims),
      suggestions: Number(values.suggestions),
      rounds: Number(values.rounds),
    })
}

async function measure(
  engine: Engine,
  { claims, suggestions, rounds }: { claims: number; suggestions: number; rounds: number },
): Promise<void> {
  const progress = showProgress('claims', claims, process.stdout)
  const program = await startProgram(engine, claims, progress.advance)
  progress.end()
  try {
    await makeSuggestions(program.database.pool, suggestions)
    const load = os.loadavg()[0]?.toFixed(1)
    console.log(
      `\n${engine}, ${suggestions.toLocaleString('en-GB')} suggestions among ${claims.toLocaleString('en-GB')} claims · node ${process.version} · load ${load}`,
    )
    for (const { name, ...contest } of await makeCases(program)) {
      const times = await compete(() => contest, { rounds, warmUp: 5 })
      console.log(line(name, times, engine === 'postgres' && suggestions >= 100_000))
    }
  } finally {
    await program.stop()
  }
}

const Page = z.object({ next: z.string().nullable() })

async function makeCases({ database: { pool }, request }: Program): Promise<Case[]> {
  const get = (query: string) => request('GET', `/api/suggestions?limit=${AHEAD}${query}`)
  const { next } = Page.parse((await get('')).read())
  const speaker = await oneOf(
    pool,
    'SELECT "speakerId" AS one FROM claim GROUP BY 1 ORDER BY count(*) DESC LIMIT 1',
  )
  const topic = await oneOf(
    pool,
    'SELECT t.slug AS one FROM topic t JOIN claim_topic c ON c."topicId" = t.id GROUP BY 1 ORDER BY count(*) DESC LIMIT 1',
  )
  const conflicts = `kind NOT IN ('agrees', 'duplicate')`
  const likeliest = `ORDER BY coalesce(score, 1) DESC, id DESC`
  return [
    { name: 'the first pairs', ours: () => get(''), bare: () => findBare(pool, conflicts, likeliest) },
    {
      name: 'the next pairs',
      ours: () => get(`&cursor=${encodeURIComponent(next ?? '')}`),
      bare: () => findBare(pool, conflicts, `${likeliest} OFFSET ${AHEAD}`),
    },
    {
      name: 'the newest pairs',
      ours: () => get('&order=newest'),
      bare: () => findBare(pool, conflicts, 'ORDER BY id DESC'),
    },
    {
      name: 'the likeliest of a reason',
      ours: () => get('&reason=quantity&minScore=0.7'),
      bare: () => findBare(pool, `${conflicts} AND "reasonTypes"[1] = 'quantity'`, likeliest),
    },
    {
      name: 'of a speaker',
      ours: () => get(`&speaker=${speaker}`),
      bare: () =>
        findBare(
          pool,
          `${conflicts} AND ("aId" IN (SELECT id FROM claim WHERE "speakerId" = '${speaker}')
            OR "bId" IN (SELECT id FROM claim WHERE "speakerId" = '${speaker}'))`,
          likeliest,
        ),
    },
    {
      name: 'of a topic',
      ours: () => get(`&topic=${encodeURIComponent(topic)}`),
      bare: () =>
        findBare(
          pool,
          `${conflicts} AND EXISTS (SELECT 1 FROM claim_topic c JOIN topic t ON t.id = c."topicId"
            WHERE t.slug = '${topic}' AND c."claimId" IN ("aId", "bId"))`,
          likeliest,
        ),
    },
    {
      name: 'agreements',
      ours: () => get('&about=agreements'),
      bare: () => findBare(pool, `kind IN ('agrees', 'duplicate')`, likeliest),
    },
    { name: 'both', ours: () => get('&about=both'), bare: () => findBare(pool, 'TRUE', likeliest) },
    {
      name: 'how many wait',
      ours: () => request('GET', '/api/suggestions/counts'),
      bare: () =>
        pool.query(
          `SELECT kind, "reasonTypes"[1], count(*) FROM relation WHERE state = 'suggested' GROUP BY 1, 2`,
        ),
    },
  ]
}

async function oneOf(pool: pg.Pool, sql: string): Promise<string> {
  const { rows } = await pool.query<{ one: string }>(sql)
  return rows[0]?.one ?? ''
}

/** What a person would write by hand: a page of pairs, then their claims with quotes and sources. */
function findBare(pool: pg.Pool, condition: string, order: string) {
  return pool.query(
    `WITH page AS (SELECT * FROM relation WHERE state = 'suggested' AND ${condition} ${order} LIMIT ${AHEAD})
     SELECT p.*, c.*, q.*, s.title, s.outlet, s.url FROM page p
     JOIN claim c ON c.id IN (p."aId", p."bId")
     JOIN appearance a ON a."claimId" = c.id JOIN quote q ON q.id = a."quoteId"
     JOIN snapshot n ON n.id = q."snapshotId" JOIN source s ON s.id = n."sourceId"`,
  )
}

const ms = (time: number) => time.toFixed(1).padStart(8)

function line(
  name: string,
  { ours, bare }: { ours: Percentiles; bare: Percentiles },
  hasGoal: boolean,
): string {
  const late = hasGoal && ours.p95 > GOAL_MS ? `  over ${GOAL_MS} ms` : ''
  const ratio = (ours.p95 / bare.p95).toFixed(2)
  return `${name.padEnd(26)} p50${ms(ours.p50)}  p95${ms(ours.p95)} ms │ bare p50${ms(bare.p50)}  p95${ms(bare.p95)} ms │ ${ratio} ×${late}`
}
