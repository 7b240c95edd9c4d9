import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import type { Role } from '#domain/vocabulary.ts'
import { generateClient } from '../../server/db/generate.ts'
import { buildWeb } from '../../server/web-build.ts'
import { type Client, clientOf } from '../support/client.ts'
import { emptyTables } from '../support/empty-tables.ts'
import { type Llm, serveLlm } from '../support/llm-double.ts'
import { makePerson, type Person } from '../support/person.ts'
import { PROGRAM_SECRET, type Program, startProgram } from '../support/program.ts'
import { guard } from './guard.ts'

/** A person with an account, at a screen of their own and as a client of the API. */
export type Actor = Person & { page: Page; client: Client; context: BrowserContext }

export type Fixtures = {
  /** Whether the database holds the example stories when the test begins; it is empty otherwise. */
  stories: boolean
  program: Program
  /** Makes the test fail for what must not happen in the pages of a context. Done already for `page` and for actors. */
  watch: (context: BrowserContext) => Promise<void>
  /** Somebody of that role, signed in; the same person each time within one test, unless `another` is given. */
  as: (role: Role, another?: string) => Promise<Actor>
}

type WorkerFixtures = {
  logLevel: string
  /** Whether a language model can be asked for second opinions. */
  advised: boolean
  /** The endpoint of that model. */
  llm: Llm
  running: Program
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  logLevel: ['silent', { option: true, scope: 'worker' }],
  advised: [false, { option: true, scope: 'worker' }],
  llm: [
    async ({ advised }, use) => {
      const llm = await serveLlm(advised ? { silent: true } : { broken: true })
      await use(llm)
      await llm.close()
    },
    { scope: 'worker' },
  ],
  running: [
    async ({ logLevel, advised, llm }, use) => {
      generateClient()
      await buildWeb(() => {})
      const program = await startProgram({
        FETCH_ALLOW: '127.0.0.1 localhost',
        LOG_LEVEL: logLevel,
        ...(advised && { LLM_URL: llm.url, LLM_MODEL: 'tiny-7b' }),
      })
      await use(program)
      await program.stop()
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  stories: [false, { option: true }],
  program: async ({ running, stories }, use) => {
    await emptyTables(running.deps.database)
    if (stories) {
      const { seedStories } = await import('../../seeds/stories.ts')
      await seedStories(running.deps, () => {})
    }
    await use(running)
  },
  baseURL: async ({ program }, use) => use(program.url),
  watch: async ({ program }, use) => {
    const problems: string[] = []
    await use(context => guard(context, program.url, problems))
    expect(problems, 'what must not happen').toEqual([])
  },
  context: async ({ context, watch }, use) => {
    await watch(context)
    await use(context)
  },
  as: async ({ browser, program, watch, contextOptions }, use) => {
    const known = new Map<string, Promise<Actor>>()
    const enter = async (name: string, role: Role): Promise<Actor> => {
      const person = await makePerson(program.deps, PROGRAM_SECRET, { name, role })
      const context = await browser.newContext({ ...contextOptions, baseURL: program.url })
      await watch(context)
      const [cookie = '', value = ''] = person.cookie.split('=')
      await context.addCookies([{ name: cookie, value, url: program.url, httpOnly: true, sameSite: 'Lax' }])
      const client = clientOf(program.url, person.viewer, person.cookie)
      return { ...person, client, context, page: await context.newPage() }
    }
    await use((role, another = '') => {
      const name = `${role}${another && ` ${another}`}`
      const actor = known.get(name) ?? enter(name, role)
      known.set(name, actor)
      return actor
    })
    for (const actor of known.values()) await (await actor).context.close()
  },
})

export { expect }
