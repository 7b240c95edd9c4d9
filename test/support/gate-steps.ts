import type { Report } from './gate-count.ts'
import type { Program } from './gate-programs.ts'

export type Step = {
  name: string
  report: Report
  command: readonly string[]
  /** Steps without whose success this one says nothing. */
  after: readonly string[]
  /** A program that the machine must have. */
  needs?: Program
}

const node = (...args: string[]) => ['node', '--disable-warning=ExperimentalWarning', ...args]

const vitest = (project: string, needs?: Program): Step => ({
  name: project,
  report: 'vitest',
  command: ['vitest', 'run', '--config', 'test/vitest.config.ts', '--project', project],
  after: ['client'],
  ...(needs && { needs }),
})

/** What must pass before a change is good, cheapest first. */
export const STEPS: readonly Step[] = [
  { name: 'format', report: 'exit', command: ['biome', 'ci', '--colors=off', '.'], after: [] },
  { name: 'client', report: 'exit', command: node('server/db/generate.ts'), after: [] },
  { name: 'lint', report: 'exit', command: ['oxlint', '--type-aware', '.'], after: ['client'] },
  { name: 'types', report: 'exit', command: ['tsc'], after: ['client'] },
  vitest('unit'),
  vitest('api-pglite'),
  vitest('api-postgres', 'postgres'),
  vitest('web'),
  { name: 'build', report: 'exit', command: node('server/web-build.ts'), after: [] },
  vitest('crash-pglite'),
  vitest('crash-postgres', 'postgres'),
  {
    name: 'e2e',
    report: 'playwright',
    command: ['playwright', 'test', '--config', 'test/playwright.config.ts'],
    after: ['client', 'build'],
    needs: 'chromium',
  },
  vitest('firefox', 'firefox'),
]

/**
 * The steps of the given names, with those they come after. A name stands for a group as well: `api` for
 * `api-pglite` and `api-postgres`. No name is every step. Throws for a name that is none.
 */
export function chooseSteps(names: readonly string[]): readonly Step[] {
  const chosen = new Set<string>()
  const choose = (step: Step) => {
    chosen.add(step.name)
    for (const before of STEPS) if (step.after.includes(before.name)) choose(before)
  }
  for (const name of names) {
    const meant = STEPS.filter(step => step.name === name || step.name.startsWith(`${name}-`))
    if (meant.length === 0)
      throw new Error(`There is no step “${name}”. The steps: ${STEPS.map(step => step.name).join(', ')}.`)
    for (const step of meant) choose(step)
  }
  return names.length === 0 ? STEPS : STEPS.filter(step => chosen.has(step.name))
}
