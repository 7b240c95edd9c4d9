import os from 'node:os'
import { parseArgs } from 'node:util'
import { showProgress } from '../../seeds/progress.ts'
import type { Engine } from '../../server/db/open.ts'
import { type Case, makeCases } from './api/cases.ts'
import { type Request, startProgram } from './api/program.ts'
import { compete, type Percentiles } from './measure.ts'

const ENGINES = ['pglite', 'postgres'] as const satisfies readonly Engine[]

/** What is promised: no more than this many times the bare query, and on the largest PostgreSQL this many milliseconds. */
const GOAL_RATIO = 3
const GOAL_MS = 50

const WARM_UP = 30

type Result = {
  engine: Engine
  claims: number
  name: string
  ours: Percentiles
  bare: Percentiles
  ratioP95: number
}

/** Measures the API beside the bare SQL of the same query, per engine and size, and prints a table. */
export async function runApiBench(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      claims: { type: 'string', default: '1000,100000' },
      engines: { type: 'string', default: ENGINES.join(',') },
      rounds: { type: 'string', default: '300' },
      'data-dir': { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  })
  const wanted = values.engines.split(',')
  const results: Result[] = []
  console.log(machine())
  for (const engine of ENGINES.filter(engine => wanted.includes(engine)))
    for (const claims of values.claims.split(',').map(Number))
      results.push(...(await measure(engine, claims, Number(values.rounds), values['data-dir'])))
  console.log(`${machine()}\n`)
  console.log(table(results))
  if (values.json) console.log(JSON.stringify({ machine: machine(), results }, null, 2))
}

function machine(): string {
  const load = os.loadavg()[0]?.toFixed(1)
  return `${os.availableParallelism()} cores (${os.cpus()[0]?.model ?? 'unknown'}) · node ${process.version} · load ${load}`
}

async function measure(
  engine: Engine,
  claims: number,
  rounds: number,
  dataDir: string | undefined,
): Promise<Result[]> {
  console.log(`\n${engine}, ${claims.toLocaleString('en-GB')} claims`)
  const progress = showProgress('claims', claims, process.stdout)
  const program = await startProgram(
    engine,
    claims,
    progress.advance,
    engine === 'pglite' ? dataDir : undefined,
  )
  progress.end()
  try {
    const results: Result[] = []
    for (const one of await makeCases(program)) {
      await check(one, program.request)
      const times = await compete(one.next, { rounds: Math.ceil(rounds * one.share), warmUp: WARM_UP })
      results.push({ engine, claims, name: one.name, ...times, ratioP95: times.ours.p95 / times.bare.p95 })
      console.log(line(results.at(-1)!))
    }
    return results
  } finally {
    await program.stop()
  }
}

/** Both sides must find the same, or the comparison says nothing. */
async function check({ name, checks }: Case, request: Request): Promise<void> {
  for (const { path, idsOf, bare } of checks) {
    const [ours, theirs] = [idsOf((await request('GET', path)).read()), await bare()]
    if (ours.toSorted().join() !== theirs.toSorted().join())
      throw new Error(
        `${name}: ${path} finds other claims than the bare query (${ours.length}, ${theirs.length}).`,
      )
  }
}

const COLUMNS = [28, 8, 8, 8, 3, 8, 8, 8, 9] as const

const row = (cells: readonly string[]) =>
  cells
    .map((cell, index) => (index === 0 ? cell.padEnd(COLUMNS[0]) : cell.padStart(COLUMNS[index] ?? 8)))
    .join('')

const ms = ({ p50, p95, p99 }: Percentiles) => [p50, p95, p99].map(time => time.toFixed(1))

function line({ engine, claims, name, ours, bare, ratioP95 }: Result): string {
  const slow = ratioP95 > GOAL_RATIO
  const late = engine === 'postgres' && claims >= 100_000 && ours.p95 > GOAL_MS
  const missed = [...(slow ? [`over ${GOAL_RATIO} ×`] : []), ...(late ? [`over ${GOAL_MS} ms`] : [])].join(
    ', ',
  )
  return `${row([name, ...ms(ours), '│', ...ms(bare), `${ratioP95.toFixed(2)} ×`])}  ${missed}`.trimEnd()
}

function table(results: readonly Result[]): string {
  const head = row(['milliseconds', 'p50', 'p95', 'p99', '│', 'bare p50', 'p95', 'p99', 'p95 ratio'])
  const groups = Map.groupBy(
    results,
    ({ engine, claims }) => `${engine}, ${claims.toLocaleString('en-GB')} claims`,
  )
  return [...groups].map(([title, rows]) => [title, head, ...rows.map(line), ''].join('\n')).join('\n')
}
