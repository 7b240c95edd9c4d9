import { createHmac, randomUUID } from 'node:crypto'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Access, Endpoint } from '#contract/endpoint.ts'
import { ErrorBody } from '#contract/error.ts'
import type { Role } from '#domain/vocabulary.ts'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { z } from 'zod'
import { createApp } from '../../server/app.ts'
import { createAuth } from '../../server/auth/auth.ts'
import type { Viewer } from '../../server/auth/viewer.ts'
import type { Deps } from '../../server/deps.ts'
import { emptyTables, openTestDatabase } from './database.ts'

const SECRET = 'a secret of the tests, long enough to sign with'

/** A refusal as a client sees it. */
export class Refused extends Error {
  readonly status: number
  readonly body: ErrorBody

  constructor(status: number, body: ErrorBody) {
    super(`${status} ${body.message}`)
    this.status = status
    this.body = body
  }
}

type Input<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = {
  params?: z.input<P>
  query?: z.input<Q>
  body?: z.input<B>
}

/** A client with a session, or without one. */
export type Client = {
  viewer: Viewer | null
  cookie: string
  /** Sends the request and parses the reply by the contract. Throws `Refused`. */
  call: <
    P extends z.ZodType,
    Q extends z.ZodType,
    B extends z.ZodType,
    R extends z.ZodType,
    Who extends Access,
  >(
    endpoint: Endpoint<P, Q, B, R, Who>,
    input?: Input<P, Q, B>,
  ) => Promise<z.output<R>>
  /** Sends whatever it is given, and returns the answer as it is. */
  send: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Response>
}

export type Api = {
  deps: Deps
  url: string
  anonymous: Client
  /** A client of a person with that role; the same person each time within one test, unless `another` is given. */
  as: (role: Role, another?: string) => Promise<Client>
}

/** Opens the program on a database of its own for this file, and empties it before each test. */
export function useApi(): Api {
  const api = { people: new Map() } as Api & { people: People; server: Server }
  beforeAll(async () => {
    const database = await openTestDatabase()
    const log = pino({ level: 'silent' })
    const publicUrl = 'http://localhost'
    const auth = createAuth({ prisma: database.prisma, secret: SECRET, publicUrl, provider: null, log })
    api.deps = { database, auth, log, now: () => new Date(), publicUrl }
    const app = createApp(api.deps, { trustedProxies: 0, screens: null })
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
  const person = api.people.get(name) ?? makePerson(api, role, name)
  api.people.set(name, person)
  return person
}

async function makePerson(api: Api, role: Role, name: string): Promise<Client> {
  const id = randomUUID()
  await api.deps.database.prisma.user.create({
    data: { id, name, email: `${name.replaceAll(' ', '-')}@example.org`, role, emailVerified: true },
  })
  const { internalAdapter } = await api.deps.auth.$context
  const session = await internalAdapter.createSession(id)
  const signature = createHmac('sha256', SECRET).update(session.token).digest('base64')
  const cookie = `counterclaim.session_token=${encodeURIComponent(`${session.token}.${signature}`)}`
  return clientOf(api.url, { id, name, role }, cookie)
}

/** The path of a call: parameters in their places, the query behind. */
export function addressOf(
  endpoint: Pick<Endpoint, 'path'>,
  input: { params?: unknown; query?: unknown } = {},
): string {
  const params = Object.entries((input.params ?? {}) as Record<string, unknown>)
  const path = params.reduce<string>(
    (path, [name, value]) => path.replace(`:${name}`, encodeURIComponent(String(value))),
    endpoint.path,
  )
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries((input.query ?? {}) as Record<string, unknown>)) {
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== null) query.append(name, String(one))
  }
  return query.size > 0 ? `${path}?${query}` : path
}

function clientOf(url: string, viewer: Viewer | null, cookie: string): Client {
  const send: Client['send'] = (method, path, body, headers = {}) =>
    fetch(url + path, {
      method: method.toUpperCase(),
      headers: {
        ...(cookie && { cookie }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
  return {
    viewer,
    cookie,
    send,
    call: async (endpoint, input = {}) => {
      const answer = await send(endpoint.method, addressOf(endpoint, input), input.body)
      const body: unknown = await answer.json()
      if (!answer.ok) throw new Refused(answer.status, ErrorBody.parse(body))
      if (answer.status !== endpoint.status)
        throw new Error(`answered ${answer.status}, not ${endpoint.status}`)
      return endpoint.reply.parse(body)
    },
  }
}
