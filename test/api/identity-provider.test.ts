import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createApp } from '../../server/app.ts'
import { createAuth } from '../../server/auth/auth.ts'
import type { Database } from '../../server/db/open.ts'
import { leaveUndone } from '../../server/jobs/start.ts'
import { openTestDatabase } from '../support/database.ts'
import { emptyTables } from '../support/empty-tables.ts'
import { type IdentityProvider, startIdentityProvider } from '../support/identity-provider.ts'
import { freePort } from '../support/postgres.ts'

let provider: IdentityProvider
let database: Database
const servers: Server[] = []

beforeAll(async () => {
  provider = await startIdentityProvider()
  database = await openTestDatabase()
})
beforeEach(() => emptyTables(database))
afterAll(async () => {
  for (const server of servers) {
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
  }
  await database.close()
  await provider.stop()
})

async function serve(signUp: boolean): Promise<string> {
  const publicUrl = `http://127.0.0.1:${await freePort()}`
  const log = pino({ level: 'silent' })
  const auth = createAuth({
    prisma: database.prisma,
    secret: 'a secret of the tests, long enough to sign with',
    publicUrl,
    provider: {
      issuer: provider.issuer,
      clientId: 'counterclaim',
      clientSecret: 'secret',
      name: 'Newsroom',
      signUp,
    },
    log,
  })
  const deps = { database, auth, log, now: () => new Date(), publicUrl, enqueue: leaveUndone }
  const app = createApp(deps, { trustedProxies: 0, screens: null })
  const server = await new Promise<Server>(resolve => {
    const listening = app.listen(Number(new URL(publicUrl).port), '127.0.0.1', () => resolve(listening))
  })
  servers.push(server)
  expect((server.address() as AddressInfo).port).toBe(Number(new URL(publicUrl).port))
  return publicUrl
}

const cookiesOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map(cookie => cookie.split(';')[0])
    .join('; ')

/** Follows the way a browser takes: to the provider, back to us, and asks who it is then. */
async function signIn(url: string) {
  const started = await fetch(`${url}/api/session/provider`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ provider: 'oidc', returnTo: '/sources' }),
  })
  expect(started.status).toBe(200)
  const { url: there } = (await started.json()) as { url: string }
  const consent = await fetch(there, { redirect: 'manual' })
  const back = await fetch(consent.headers.get('location') ?? '', {
    redirect: 'manual',
    headers: { cookie: cookiesOf(started) },
  })
  const me = await fetch(`${url}/api/me`, { headers: { cookie: cookiesOf(back) } })
  return {
    location: back.headers.get('location'),
    me: (await me.json()) as { account: unknown; providers: unknown },
  }
}

test('somebody the provider vouches for signs up as a reader, where that is switched on', async () => {
  const { location, me } = await signIn(await serve(true))
  expect(location).toMatch(/\/sources$/)
  expect(me.account).toMatchObject({ name: 'Grace', email: 'grace@example.org', role: 'reader' })
  expect(me.providers).toEqual([{ id: 'oidc', name: 'Newsroom' }])
  const events = await database.prisma.event.findMany({ orderBy: { id: 'asc' }, select: { action: true } })
  expect(events.map(event => event.action)).toEqual(['account.created', 'account.signed_in'])
})

test('nobody signs up without an invitation, where it is not', async () => {
  const { location, me } = await signIn(await serve(false))
  expect(location).toContain('/sign-in')
  expect(me.account).toBeNull()
})

test('somebody with an account signs in to it by the provider and keeps the role', async () => {
  const url = await serve(false)
  await database.prisma.user.create({
    data: { id: 'grace', name: 'Grace H.', email: 'grace@example.org', role: 'editor', emailVerified: true },
  })
  const { me } = await signIn(url)
  expect(me.account).toMatchObject({ id: 'grace', name: 'Grace H.', role: 'editor' })
})

test('a provider that is not set up is not found', async () => {
  const answer = await fetch(`${await serve(false)}/api/session/provider`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ provider: 'other' }),
  })
  expect(answer.status).toBe(404)
})
