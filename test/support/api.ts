import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { Role } from '#domain/vocabulary.ts'
import { type AppOptions, createApp } from '../../server/app.ts'
import { createAuth } from '../../server/auth/auth.ts'
import type { Deps } from '../../server/deps.ts'
import { leaveUndone } from '../../server/jobs/start.ts'
import { type Client, clientOf } from './client.ts'
import { openTestDatabase } from './database.ts'
import { emptyTables } from './empty-tables.ts'
import { makePerson } from './person.ts'

export { addressOf, type Client, Refused } from './client.ts'

const SECRET = 'a secret of the tests, long enough to sign with'

export type Api = {
  deps: Deps
  url: string
  anonymous: Client
  /** A client of a person with that role; the same person each time within one test, unless `another` is given. */
  as: (role: Role, another?: string) => Promise<Client>
}

/** Opens the program on a database of its own for this file, and empties it before each test. */
export function useApi(options: Pick<AppOptions, 'advisers'> = {}): Api {
  const api = { people: new Map() } as Api & { people: People; server: Server }
  beforeAll(async () => {
    const database = await openTestDatabase()
    const log = pino({ level: 'silent' })
    const publicUrl = 'http://localhost'
    const auth = createAuth({ prisma: database.prisma, secret: SECRET, publicUrl, provider: null, log })
    api.deps = { database, auth, log, now: () => new Date(), publicUrl, enqueue: leaveUndone }
    const app = createApp(api.deps, { trustedProxies: 0, screens: null, ...options })
    api.server = await new Promise<Server>(resolve => {
      const server = app.listen(0, '127.0.0.1', () => resolve(server))
    })
    api.url = `http://127.0.0.1:${(api.server.address() as AddressInfo).port}`
    api.anonymous = clientOf(api.url, null, '')
    api.as = (role, another = '') => personOf(api, role, another)
  })
  beforeEach(async () => {
    api.people.clear()
    await emptyTables(api.deps.database)
  })
  afterAll(async () => {
    api.server.closeAllConnections()
    await new Promise(resolve => api.server.close(resolve))
    await api.deps.database.close()
  })
  return api
}

type People = Map<string, Promise<Client>>

function personOf(api: Api & { people: People }, role: Role, another: string): Promise<Client> {
  const name = `${role}${another && ` ${another}`}`
  const person = api.people.get(name) ?? clientOfPerson(api, role, name)
  api.people.set(name, person)
  return person
}

async function clientOfPerson(api: Api, role: Role, name: string): Promise<Client> {
  const { viewer, cookie } = await makePerson(api.deps, SECRET, { name, role })
  return clientOf(api.url, viewer, cookie)
}
