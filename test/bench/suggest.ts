import { parseArgs } from 'node:util'
import { showProgress } from '../../seeds/progress.ts'
import type { Engine } from '../../server/db/open.ts'
import { loadDetector } from '../../server/suggestions/detector.ts'
import { startProgram } from './api/program.ts'
import { measureIndex } from './suggest/index-size.ts'
import { measureRecall } from './suggest/recall.ts'
import { measureSaved } from './suggest/saved.ts'
import { measureScan } from './suggest/scan.ts'

const ENGINES = ['pglite', 'postgres'] as const satisfies readonly Engine[]

const numbers = (list: string) => list.split(',').filter(Boolean).map(Number)

/**
 * Measures what happens between a claim that is saved and the pair on the desk: a scan over all claims with the answers of
 * the server meanwhile, a claim that is saved beside the bare search for its candidates, the index by itself at sizes that
 * no database has to hold, and how many of the pairs that brute force finds the index finds.
 */
export async function runSuggestBench(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      claims: { type: 'string', default: '10000,100000' },
      engines: { type: 'string', default: 'postgres' },
      rounds: { type: 'string', default: '100' },
      index: { type: 'string', default: '' },
      recall: { type: 'string', default: '' },
    },
  })
  for (const count of numbers(values.recall)) await measureRecall(count)
  const sizes = numbers(values.index)
  if (sizes.length > 0) await measureIndex(sizes)
  const wanted = values.engines.split(',')
  await loadDetector()
  for (const engine of ENGINES.filter(engine => wanted.includes(engine)))
    for (const claims of numbers(values.claims)) {
      console.log(`\n${engine}, ${claims.toLocaleString('en-GB')} claims`)
      const progress = showProgress('claims', claims, process.stdout)
      const program = await startProgram(engine, claims, progress.advance)
      progress.end()
      try {
        await measureScan(program)
        await measureSaved(program, Number(values.rounds))
      } finally {
        await program.stop()
      }
    }
}
