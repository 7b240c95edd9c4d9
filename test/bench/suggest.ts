import os from 'node:os'
import { parseArgs } from 'node:util'
import { showProgress } from '../../seeds/progress.ts'
import type { Engine } from '../../server/db/open.ts'
import { loadDetector } from '../../server/suggestions/detector.ts'
import { type Program, startProgram } from './api/program.ts'
import { measureIndex } from './suggest/index-size.ts'
import { measureRecall } from './suggest/recall.ts'
import { analyseAll, measureSaved } from './suggest/saved.ts'
import { measureScan } from './suggest/scan.ts'

const ENGINES = ['pglite', 'postgres'] as const satisfies readonly Engine[]

const numbers = (list: string) => list.split(',').filter(Boolean).map(Number)

const OPTIONS = {
  claims: { type: 'string', default: '100000' },
  engines: { type: 'string', default: 'postgres' },
} as const

/** Runs one measurement on each of the engines, at each of the sizes. */
async function onEach(
  { claims, engines }: { claims: string; engines: string },
  measure: (program: Program) => Promise<void>,
): Promise<void> {
  const wanted = engines.split(',')
  await loadDetector()
  for (const engine of ENGINES.filter(engine => wanted.includes(engine)))
    for (const count of numbers(claims)) {
      const progress = showProgress('claims', count, process.stdout)
      const program = await startProgram(engine, count, progress.advance)
      progress.end()
      console.log(
        `\n${engine}, ${count.toLocaleString('en-GB')} claims · ${os.availableParallelism()} cores · node ${process.version} · load ${os.loadavg()[0]?.toFixed(1)}`,
      )
      try {
        await measure(program)
      } finally {
        await program.stop()
      }
    }
}

/** Scans over all claims: how long one takes, and the answers of the server while one runs. */
export async function runScanBench(args: string[]): Promise<void> {
  const options = { ...OPTIONS, times: { type: 'string', default: '1' } } as const
  const { values } = parseArgs({ args, options })
  await onEach(values, program => measureScan(program, Number(values.times)))
}

/**
 * Measures what happens between a claim that is saved and the pair on the desk: a claim that is saved beside the bare
 * search for its candidates or, where asked for, the code of a scan by itself at sizes that no database has to hold, and
 * how many of the pairs that brute force finds it finds.
 */
export async function runSuggestBench(args: string[]): Promise<void> {
  const options = {
    ...OPTIONS,
    rounds: { type: 'string', default: '100' },
    index: { type: 'string', default: '' },
    recall: { type: 'string', default: '' },
  } as const
  const { values } = parseArgs({ args, options })
  for (const count of numbers(values.recall)) await measureRecall(count)
  const sizes = numbers(values.index)
  if (sizes.length > 0) await measureIndex(sizes)
  if (sizes.length > 0 || values.recall !== '') return
  await onEach(values, async program => {
    await analyseAll(program.database)
    await measureSaved(program, Number(values.rounds))
  })
}
