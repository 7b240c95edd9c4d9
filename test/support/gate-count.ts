import fs from 'node:fs'
import { z } from 'zod'

export type Tally = { passed: number; failed: number; skipped: number }

export const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0 }

export function add(one: Tally, other: Tally): Tally {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
  }
}

/** How a step tells what came of it: by its exit code alone, or by a report that it writes. */
export type Report = 'exit' | 'vitest' | 'playwright'

const Vitest = z.object({
  testResults: z.array(
    z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }),
  ),
})

const Playwright = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
})

/** A file that could not be run has no test to count, so it counts as one that failed. */
function countVitest(report: unknown): Tally {
  return Vitest.parse(report).testResults.reduce((tally, file) => {
    const all = file.assertionResults.map(result => result.status)
    const passed = all.filter(status => status === 'passed').length
    const failed = all.filter(status => status === 'failed').length
    const broken = file.status === 'failed' && failed === 0 ? 1 : 0
    return add(tally, { passed, failed: failed + broken, skipped: all.length - passed - failed })
  }, NOTHING)
}

function countPlaywright(report: unknown): Tally {
  const { expected, unexpected, flaky, skipped } = Playwright.parse(report).stats
  return { passed: expected, failed: unexpected + flaky, skipped }
}

/** What a report says; a failure that no test accounts for counts as one more. */
export function count(report: Exclude<Report, 'exit'>, contents: unknown, exitCode: number | null): Tally {
  const tally = report === 'vitest' ? countVitest(contents) : countPlaywright(contents)
  return exitCode !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally
}

export function readTally(report: Report, file: string, exitCode: number | null): Tally {
  if (report === 'exit' || !fs.existsSync(file))
    return exitCode === 0 && report === 'exit' ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: 1 }
  return count(report, JSON.parse(fs.readFileSync(file, 'utf8')), exitCode)
}
