import { describe, expect, test } from 'vitest'
import { count, readTally } from '../../support/gate-count.ts'
import { chooseSteps, STEPS } from '../../support/gate-steps.ts'

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map(one => ({ status: one })),
})

describe('what a report counts', () => {
  test.each([
    ['all passed', [file('passed', 'passed', 'passed')], 0, [2, 0, 0]],
    ['one of each', [file('failed', 'passed', 'failed', 'skipped')], 1, [1, 1, 1]],
    ['a test yet to be written is skipped', [file('passed', 'todo', 'pending')], 0, [0, 0, 2]],
    ['a file that cannot be run is a failure', [file('failed'), file('passed', 'passed')], 1, [1, 1, 0]],
    ['a failure outside every test is one more', [file('passed', 'passed')], 1, [1, 1, 0]],
    ['an end by a signal is a failure', [file('passed', 'passed')], null, [1, 1, 0]],
  ] as const)('of Vitest: %s', (_name, testResults, exitCode, [passed, failed, skipped]) => {
    expect(count('vitest', { testResults }, exitCode)).toEqual({ passed, failed, skipped })
  })

  test.each([
    ['all passed', { expected: 3, unexpected: 0, flaky: 0, skipped: 0 }, 0, [3, 0, 0]],
    [
      'a test that passed only when tried again has failed',
      { expected: 1, unexpected: 1, flaky: 1, skipped: 1 },
      1,
      [1, 2, 1],
    ],
    [
      'a failure outside every test is one more',
      { expected: 3, unexpected: 0, flaky: 0, skipped: 0 },
      1,
      [3, 1, 0],
    ],
  ] as const)('of Playwright: %s', (_name, stats, exitCode, [passed, failed, skipped]) => {
    expect(count('playwright', { stats }, exitCode)).toEqual({ passed, failed, skipped })
  })

  test('a step that should have written a report and did not has failed, whatever its exit code', () => {
    expect(readTally('vitest', '/nowhere/report.json', 0)).toEqual({ passed: 0, failed: 1, skipped: 0 })
    expect(readTally('exit', '/nowhere/report.json', 0)).toEqual({ passed: 1, failed: 0, skipped: 0 })
    expect(readTally('exit', '/nowhere/report.json', 2)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })

  test('a report of another shape is no report', () => {
    expect(() => count('vitest', { results: [] }, 0)).toThrow()
  })
})

const names = (...asked: string[]) => chooseSteps(asked).map(({ name }) => name)

describe('which steps are run', () => {
  test('all of them when none is named, each after those it depends on', () => {
    expect(names()).toEqual(STEPS.map(({ name }) => name))
    for (const [place, { after }] of STEPS.entries())
      expect(STEPS.slice(0, place).map(({ name }) => name)).toEqual(expect.arrayContaining([...after]))
  })

  test.each([
    [['format'], ['format']],
    [['unit'], ['client', 'unit']],
    [['api'], ['client', 'api-pglite', 'api-postgres']],
    [['firefox'], ['client', 'firefox']],
    [
      ['e2e', 'format'],
      ['format', 'client', 'build', 'e2e'],
    ],
  ])('%j', (asked, expected) => {
    expect(names(...asked)).toEqual(expected)
  })

  test('a name that is none is refused with those that are', () => {
    expect(() => chooseSteps(['units'])).toThrow('There is no step “units”. The steps: format, client, lint')
  })
})
