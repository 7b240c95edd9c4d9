import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ENVIRONMENT } from '../../server/env.ts'
import { add, NOTHING, type Report, readTally, type Tally } from './gate-count.ts'
import { endGroup } from './gate-group.ts'
import type { Step } from './gate-steps.ts'
import { signal } from './processes.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')

/** No step takes this long unless it hangs: better to end it and say so than to meet the limit of whoever runs us. */
const STEP_LIMIT_MS = 25 * 60_000

export type Outcome = { tally: Tally; output: string; ms: number }

/** How to ask for no colours: Playwright sets FORCE_COLOR for its workers, and Node warns where both are set. */
function colours(report: Report): NodeJS.ProcessEnv {
  if (process.stdout.isTTY) return { FORCE_COLOR: '1' }
  return report === 'playwright' ? { FORCE_COLOR: '0' } : { NO_COLOR: '1' }
}

/** Our own tools first, and none of the program's settings that this shell may hold: no test is to meet a real database. */
export function stepEnvironment(report: Report): NodeJS.ProcessEnv {
  const left = new Set([...Object.keys(ENVIRONMENT.shape), 'NO_COLOR', 'FORCE_COLOR'])
  const tools = path.join(ROOT, 'node_modules/.bin')
  return {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !left.has(name))),
    PATH: `${tools}${path.delimiter}${process.env['PATH'] ?? ''}`,
    ...colours(report),
  }
}

function reportArguments({ report }: Step, file: string): string[] {
  return report === 'vitest' ? ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`] : []
}

/** Runs a step in a process group and a temporary folder of its own, and leaves nothing of either. */
export async function runStep(step: Step, stop: AbortSignal): Promise<Outcome> {
  const startedAt = performance.now()
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'counterclaim-gate-'))
  // PostgreSQL runs as somebody else than root, who must reach a folder in here.
  fs.chmodSync(temporary, 0o755)
  const report = path.join(temporary, 'report.json')
  const written = path.join(temporary, 'output')
  const { exitCode, leftBehind } = await runCommand(
    [...step.command, ...reportArguments(step, report)],
    { ...stepEnvironment(step.report), TMPDIR: temporary, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    written,
    stop,
  )
  const tally = readTally(step.report, report, exitCode)
  const output = fs.readFileSync(written, 'utf8').trim()
  fs.rmSync(temporary, { recursive: true, force: true, maxRetries: 3 })
  return {
    tally: leftBehind ? add(tally, { ...NOTHING, failed: 1 }) : tally,
    output: leftBehind ? `${output}\nIt left processes behind, which have been ended.` : output,
    ms: performance.now() - startedAt,
  }
}

/** Runs a command with its output in a file: a pipe would stay open for as long as anything it left behind. */
async function runCommand(
  command: readonly string[],
  env: NodeJS.ProcessEnv,
  written: string,
  stop: AbortSignal,
): Promise<{ exitCode: number | null; leftBehind: boolean }> {
  const output = fs.openSync(written, 'a')
  const [file = '', ...args] = command
  const child = spawn(file, args, { cwd: ROOT, env, stdio: ['ignore', output, output], detached: true })
  const end = (what: NodeJS.Signals) => child.pid && signal(-child.pid, what)
  const onStop = () => end('SIGTERM')
  stop.addEventListener('abort', onStop)
  const limit = setTimeout(() => {
    fs.writeSync(output, `\nEnded after ${STEP_LIMIT_MS / 60_000} minutes: it hangs.\n`)
    end('SIGKILL')
  }, STEP_LIMIT_MS)
  const exitCode = await new Promise<number | null>(resolve => {
    child.once('exit', resolve)
    child.once('error', error => {
      fs.writeSync(output, `${error.message}\n`)
      resolve(null)
    })
  })
  clearTimeout(limit)
  stop.removeEventListener('abort', onStop)
  const leftBehind = child.pid !== undefined && (await endGroup(child.pid))
  fs.closeSync(output)
  return { exitCode, leftBehind }
}
