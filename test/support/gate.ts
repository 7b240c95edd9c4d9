import { add, NOTHING, type Tally } from './gate-count.ts'
import { type Program, provide } from './gate-programs.ts'
import { runStep, stepEnvironment } from './gate-run.ts'
import { chooseSteps, type Step } from './gate-steps.ts'

/** `npm test`: every step, or those named (`npm test -- unit api`). Says what failed, and ends with the count. */

const inCI = ['true', '1'].includes(process.env['CI'] ?? '')
const write = (text: string) => process.stdout.write(text)
const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`

const words = ({ passed, failed, skipped }: Tally) => `${passed} passed, ${failed} failed, ${skipped} skipped`

type Result = { step: Step; tally: Tally }

/** Why a step cannot be run, or null. A program is looked for once, and what is missing is said once. */
function obstacle(
  step: Step,
  results: readonly Result[],
  looked: Map<Program, string | null>,
): string | null {
  const before = results.find(({ step: { name }, tally }) => step.after.includes(name) && tally.passed === 0)
  if (before) return `The step “${before.step.name}” must pass first.`
  if (!step.needs) return null
  const known = looked.get(step.needs)
  if (known !== undefined) return known === null ? null : 'For the same reason.'
  const missing = provide(step.needs, stepEnvironment(step.report), line => write(`${line} `))
  looked.set(step.needs, missing)
  return missing
}

async function runSteps(steps: readonly Step[], stop: AbortSignal): Promise<Result[]> {
  const results: Result[] = []
  const looked = new Map<Program, string | null>()
  for (const step of steps) {
    if (stop.aborted) break
    write(`${step.name.padEnd(14)} `)
    const missing = obstacle(step, results, looked)
    if (missing !== null) {
      write(`skipped: ${missing}\n`)
      results.push({ step, tally: { ...NOTHING, skipped: 1 } })
      continue
    }
    const { tally, output, ms } = await runStep(step, stop)
    write(`${words(tally)} (${seconds(ms)})\n`)
    if (tally.failed > 0 && !stop.aborted) write(`\n${output}\n\n`)
    results.push({ step, tally })
  }
  return results
}

async function main(): Promise<number> {
  const steps = chooseSteps(process.argv.slice(2))
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort())
  const results = await runSteps(steps, stop.signal)
  if (stop.signal.aborted) {
    write('\nStopped.\n')
    return 130
  }
  const total = results.reduce((sum, { tally }) => add(sum, tally), NOTHING)
  const failed = results.filter(({ tally }) => tally.failed > 0).map(({ step }) => step.name)
  if (failed.length > 0) write('\nFailed; each can be run alone:\n')
  for (const name of failed) write(`  npm test -- ${name}\n`)
  if (inCI && total.skipped > 0) write('\nUnder CI nothing may be skipped.\n')
  write(`\n${words(total)}\n`)
  return total.failed > 0 || (inCI && total.skipped > 0) ? 1 : 0
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
}
