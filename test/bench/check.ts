import os from 'node:os'
import { parseArgs } from 'node:util'
import type pg from 'pg'
import { showProgress } from '../../seeds/progress.ts'
import type { Engine } from '../../server/db/open.ts'
import { type Program, startProgram } from './api/program.ts'
import { compete, type Percentiles, verdict } from './measure.ts'
import { analyseAll } from './suggest/saved.ts'

const ENGINES = ['pglite', 'postgres'] as const satisfies readonly Engine[]

/** What is promised of 100,000 claims on PostgreSQL, in milliseconds. */
const GOAL_DRAFT = 3_000
const GOAL_STATEMENT = 300

const DRAFT_WORDS = 2_000
const STATEMENTS = 200

/** As many as a sentence is compared with. */
const CANDIDATES = 40

type Result = { name: string; ours: Percentiles; bare: Percentiles; goal: number }

/**
 * Measures `POST /api/check/text` with a draft of 2,000 words and `POST /api/check` with one statement, each beside the
 * bare search for claims that share words, and prints a table.
 */
export async function runCheckBench(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      claims: { type: 'string', default: '1000,100000' },
      engines: { type: 'string', default: ENGINES.join(',') },
      rounds: { type: 'string', default: '10' },
    },
  })
  const wanted = values.engines.split(',')
  for (const engine of ENGINES.filter(engine => wanted.includes(engine)))
    for (const claims of values.claims.split(',').map(Number))
      await measure(engine, claims, Number(values.rounds))
}

async function measure(engine: Engine, claims: number, rounds: number): Promise<void> {
  const progress = showProgress('claims', claims, process.stdout)
  const program = await startProgram(engine, claims, progress.advance)
  progress.end()
  try {
    await analyseAll(program.database)
    const cpu = os.cpus()[0]?.model ?? 'unknown'
    const load = os.loadavg()[0]?.toFixed(1)
    console.log(
      `\n${engine}, ${claims.toLocaleString('en-GB')} claims · ${os.availableParallelism()} cores (${cpu}) · node ${process.version} · load ${load}`,
    )
    for (const result of await compare(program, rounds)) console.log(line(result, engine, claims))
  } finally {
    await program.stop()
  }
}

async function compare({ database: { pool }, request }: Program, rounds: number): Promise<Result[]> {
  const { rows } = await pool.query<{ statement: string }>(
    `SELECT statement FROM claim ORDER BY md5(id::text) LIMIT ${STATEMENTS * 4}`,
  )
  // Other numbers than the stored ones have: half of the draft conflicts, which is the worst case.
  const statements = rows.map(({ statement }) =>
    statement.replaceAll(/\d+/g, digits => `${Number(digits) + 3}`),
  )
  const sentences = draftOf(statements)
  const text = sentences.join(' ')
  const draft = await compete(
    () => ({
      ours: () => request('POST', '/api/check/text', { text }),
      bare: async () => {
        for (const sentence of sentences) await findBare(pool, sentence)
      },
    }),
    { rounds, warmUp: 2 },
  )
  let next = 0
  const one = await compete(
    () => {
      const statement = statements[next++ % STATEMENTS] ?? ''
      return {
        ours: () => request('POST', '/api/check', { statement }),
        bare: () => findBare(pool, statement),
      }
    },
    { rounds: rounds * 10, warmUp: 10 },
  )
  return [
    { name: `a draft of ${sentences.length} sentences`, ...draft, goal: GOAL_DRAFT },
    { name: 'one statement', ...one, goal: GOAL_STATEMENT },
  ]
}

/** Two statements a sentence, as long as sentences of the news are. */
function draftOf(statements: readonly string[]): string[] {
  const sentences: string[] = []
  let words = 0
  for (let at = 0; at + 1 < statements.length && words < DRAFT_WORDS; at += 2) {
    const [one = '', other = ''] = statements.slice(at, at + 2).map(statement => statement.replace(/\.$/, ''))
    const sentence = `${one}, while ${other}.`
    words += sentence.split(' ').length
    sentences.push(sentence)
  }
  return sentences
}

/** What a person would write by hand: the claims that share any word, the best by the database's own rank. */
function findBare(pool: pg.Pool, statement: string) {
  return pool.query(
    `SELECT c.id, c.statement FROM claim c,
       (SELECT string_agg(quote_literal(lexeme), ' | ')::tsquery AS any FROM unnest(to_tsvector('english', $1))) q
     WHERE c.words @@ q.any ORDER BY ts_rank(c.words, q.any) DESC LIMIT ${CANDIDATES}`,
    [statement],
  )
}

const ms = (time: number) => time.toFixed(0).padStart(7)

function line({ name, ours, bare, goal }: Result, engine: Engine, claims: number): string {
  const promised = engine === 'postgres' && claims >= 100_000
  const ratio = (ours.p95 / bare.p95).toFixed(2)
  return `${name.padEnd(28)} p50${ms(ours.p50)}  p95${ms(ours.p95)} ms │ bare p50${ms(bare.p50)}  p95${ms(bare.p95)} ms │ ${ratio} ×${promised ? verdict(ours.p95, goal, 'ms') : ''}`
}
