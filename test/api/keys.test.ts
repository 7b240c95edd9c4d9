import { describe, expect, test } from 'vitest'
import { updateAccount } from '#contract/accounts.ts'
import { ErrorBody } from '#contract/error.ts'
import * as contract from '#contract/keys.ts'
import { createTopic, listTopics } from '#contract/topics.ts'
import { createApp } from '../../server/app.ts'
import { type Client, useApi } from '../support/api.ts'
import { clientOf, keyClientOf } from '../support/client.ts'
import { eventsOf } from '../support/events.ts'
import { makeKeyOf } from '../support/key.ts'
import { listen } from '../support/listen.ts'
import { allPages } from '../support/pages.ts'
import { issuesOf, refusalOf } from '../support/refusal.ts'

const api = useApi()

const NOTEBOOK = { name: 'A notebook', scope: 'write', days: 30 } as const
const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` })

/** Makes a key by the API, and speaks with it. */
async function withKey(person: Client, body: Partial<(typeof contract.createApiKey.body)['_input']> = {}) {
  const key = await person.call(contract.createApiKey, { body: { ...NOTEBOOK, ...body } })
  return { key, client: keyClientOf(api.url, person.viewer, key.secret) }
}

async function messageOf(answer: Response): Promise<string> {
  return ErrorBody.parse(await answer.json()).message
}

describe('making', () => {
  test('tells the secret once, and stores its hash alone', async () => {
    const researcher = await api.as('researcher')
    const { key } = await withKey(researcher)
    expect(key).toMatchObject({ name: 'A notebook', scope: 'write', lastUsedAt: null, revokedAt: null })
    expect(key.secret).toMatch(/^cck_[\w-]{43}$/)
    expect(key.secret.startsWith(key.start)).toBe(true)
    expect(Date.parse(key.expiresAt ?? '') - Date.parse(key.createdAt)).toBe(30 * 86_400_000)
    const { items } = await researcher.call(contract.listApiKeys)
    const { secret, ...shown } = key
    expect(items).toEqual([shown])
    const stored = await api.deps.database.pool.query<Record<string, unknown>>('SELECT * FROM api_key')
    expect(JSON.stringify(stored.rows)).not.toContain(secret.slice(8))
  })

  test('one that does not end by itself', async () => {
    const { key } = await withKey(await api.as('researcher'), { days: null })
    expect(key.expiresAt).toBeNull()
  })

  test('leaves an event with the person, and no secret in it', async () => {
    const researcher = await api.as('researcher')
    const { key } = await withKey(researcher)
    const events = await eventsOf(api, researcher.viewer?.id ?? '')
    expect(events.at(-1)).toEqual({
      action: 'account.key_made',
      actorId: researcher.viewer?.id,
      from: null,
      to: { keyId: key.id, name: 'A notebook', scope: 'write', expiresAt: key.expiresAt },
    })
  })

  test.each([
    ['no name', { name: '  ' }, [400, 'name']],
    ['a scope that is none', { scope: 'all' as never }, [400, 'scope']],
    ['no day', { days: 0 }, [400, 'days']],
    ['more than a year', { days: 367 }, [400, 'days']],
  ])('is refused for %s', async (_what, wrong, issues) => {
    const body = { ...NOTEBOOK, ...wrong }
    expect(await issuesOf((await api.as('researcher')).call(contract.createApiKey, { body }))).toEqual(issues)
  })

  test('a reader has no use for one that writes', async () => {
    const made = (await api.as('reader')).call(contract.createApiKey, { body: NOTEBOOK })
    expect(await issuesOf(made)).toEqual([422, 'scope'])
  })

  test('ends at fifty that count', async () => {
    const researcher = await api.as('researcher')
    const dead = { scope: 'read', createdAt: new Date(0), expiresAt: new Date(1) } as const
    await makeKeyOf(api.deps, researcher.viewer, dead)
    for (let number = 0; number < 50; number++)
      await makeKeyOf(api.deps, researcher.viewer, { scope: 'read' })
    const { status } = await refusalOf(researcher.call(contract.createApiKey, { body: NOTEBOOK }))
    expect(status).toBe(422)
  })
})

describe('asking with one', () => {
  test('is asking in the person’s name', async () => {
    const researcher = await api.as('researcher')
    const { client } = await withKey(researcher)
    const topic = await client.call(createTopic, { body: { name: 'Troops' } })
    const [event] = await eventsOf(api, topic.id)
    expect(event).toMatchObject({ action: 'topic.created', actorId: researcher.viewer?.id })
  })

  test('is asking with the person’s role of today', async () => {
    const editor = await api.as('editor')
    const { client } = await withKey(editor)
    expect((await client.send('get', '/api/suggestions')).status).toBe(200)
    await (await api.as('admin')).call(updateAccount, {
      params: { id: editor.viewer?.id ?? '' },
      body: { version: 1, role: 'researcher' },
    })
    expect((await client.send('get', '/api/suggestions')).status).toBe(403)
  })

  test('notes the last use', async () => {
    const researcher = await api.as('researcher')
    const { client } = await withKey(researcher)
    await client.call(listTopics)
    const { items } = await researcher.call(contract.listApiKeys)
    expect(items[0]?.lastUsedAt).toEqual(expect.any(String))
  })

  test.each([
    ['another scheme', 'Basic dXNlcjpwYXNz', /Authorization: Bearer KEY/],
    ['no key', 'Bearer', /Authorization: Bearer KEY/],
    ['a key that is not known', 'Bearer cck_nothing', /not known/],
  ])('is refused everywhere for %s, a session beside it or not', async (_what, authorization, message) => {
    const admin = await api.as('admin')
    for (const client of [admin, api.anonymous])
      for (const path of ['/api/me', '/api/disputes', '/api/accounts']) {
        const answer = await client.send('get', path, undefined, { authorization })
        expect(answer.status).toBe(401)
        expect(await messageOf(answer)).toMatch(message)
      }
  })

  test('is refused when the key has run out', async () => {
    const { viewer } = await api.as('researcher')
    const secret = await makeKeyOf(api.deps, viewer, {
      scope: 'read',
      createdAt: new Date(Date.now() - 2_000),
      expiresAt: new Date(Date.now() - 1_000),
    })
    const answer = await api.anonymous.send('get', '/api/topics', undefined, bearer(secret))
    expect([answer.status, await messageOf(answer)]).toEqual([401, expect.stringMatching(/run out/)])
  })

  test('is refused from the moment the account is disabled', async () => {
    const researcher = await api.as('researcher')
    const { client } = await withKey(researcher)
    expect((await client.send('get', '/api/topics')).status).toBe(200)
    await (await api.as('admin')).call(updateAccount, {
      params: { id: researcher.viewer?.id ?? '' },
      body: { version: 1, disabled: true },
    })
    const answer = await client.send('get', '/api/topics')
    expect([answer.status, await messageOf(answer)]).toEqual([401, expect.stringMatching(/disabled/)])
  })

  test('the session beside it gives it no more rights', async () => {
    const admin = await api.as('admin')
    const { viewer } = await api.as('reader')
    const secret = await makeKeyOf(api.deps, viewer, { scope: 'write' })
    const both = clientOf(api.url, admin.viewer, admin.cookie, bearer(secret))
    expect((await both.send('get', '/api/accounts')).status).toBe(403)
    expect((await both.send('post', '/api/topics', { name: 'Troops' })).status).toBe(403)
  })

  test('cannot make or list keys, so that one that is lost does not grow others', async () => {
    const { client } = await withKey(await api.as('admin'))
    expect((await client.send('post', '/api/keys', NOTEBOOK)).status).toBe(403)
    expect((await client.send('get', '/api/keys')).status).toBe(403)
  })

  test('too often is refused, and says when to come back', async () => {
    const { viewer } = await api.as('reader')
    const secret = await makeKeyOf(api.deps, viewer, { scope: 'read' })
    const other = await makeKeyOf(api.deps, viewer, { scope: 'read' })
    const server = await listen(createApp(api.deps, { trustedProxies: 0, screens: null }))
    const ask = (secret: string) => fetch(`${server.url}/api/me`, { headers: bearer(secret) })
    try {
      const statuses = new Set<number>()
      for (let asked = 0; asked < 600; asked++) statuses.add((await ask(secret)).status)
      expect([...statuses]).toEqual([200])
      const refused = await ask(secret)
      expect(refused.status).toBe(429)
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
      expect(ErrorBody.parse(await refused.json()).error).toBe('rate_limited')
      expect((await ask(other)).status).toBe(200)
    } finally {
      await server.close()
    }
  })
})

describe('revoking', () => {
  test('ends a key at once, and leaves an event', async () => {
    const researcher = await api.as('researcher')
    const { key, client } = await withKey(researcher)
    expect((await client.send('get', '/api/topics')).status).toBe(200)
    const revoked = await researcher.call(contract.revokeApiKey, { params: { id: key.id } })
    expect(revoked.revokedAt).toEqual(expect.any(String))
    const answer = await client.send('get', '/api/topics')
    expect([answer.status, await messageOf(answer)]).toEqual([401, expect.stringMatching(/revoked/)])
    expect((await eventsOf(api, researcher.viewer?.id ?? '')).at(-1)).toMatchObject({
      action: 'account.key_revoked',
      from: { keyId: key.id, name: 'A notebook', scope: 'write' },
    })
    const { status } = await refusalOf(researcher.call(contract.revokeApiKey, { params: { id: key.id } }))
    expect(status).toBe(409)
  })

  test('is for its person and admins', async () => {
    const researcher = await api.as('researcher')
    const { key } = await withKey(researcher)
    const params = { id: key.id }
    for (const other of [await api.as('researcher', 'other'), await api.as('editor')]) {
      const { status } = await refusalOf(other.call(contract.revokeApiKey, { params }))
      expect(status).toBe(404)
    }
    const admin = await api.as('admin')
    await admin.call(contract.revokeApiKey, { params })
    const event = (await eventsOf(api, researcher.viewer?.id ?? '')).at(-1)
    expect(event).toMatchObject({ action: 'account.key_revoked', actorId: admin.viewer?.id })
  })
})

describe('listing', () => {
  test('shows a person their own, page by page, and admins all who ask for all', async () => {
    const [researcher, admin] = [await api.as('researcher'), await api.as('admin')]
    for (const name of ['one', 'two', 'three']) await withKey(researcher, { name })
    await withKey(admin, { name: 'four' })
    const mine = await allPages(cursor =>
      researcher.call(contract.listApiKeys, { query: { cursor, limit: 2 } }),
    )
    expect(mine.map(key => key.name)).toEqual(['three', 'two', 'one'])
    expect((await admin.call(contract.listApiKeys)).items.map(key => key.name)).toEqual(['four'])
    const all = await admin.call(contract.listApiKeys, { query: { all: 'true' } })
    expect(all.items.map(key => [key.name, key.person.name])).toEqual([
      ['four', 'admin'],
      ['three', 'researcher'],
      ['two', 'researcher'],
      ['one', 'researcher'],
    ])
    const { status } = await refusalOf(researcher.call(contract.listApiKeys, { query: { all: 'true' } }))
    expect(status).toBe(403)
  })
})

describe('a browser extension', () => {
  const EXTENSION = 'chrome-extension://abcdefghijklmnopabcdefghijklmnop'
  const origins = [
    [EXTENSION, true],
    ['moz-extension://2c127fa4-62c7-7e4f-90e5-472b45eecfdc', true],
    ['https://elsewhere.example', false],
    ['https://elsewhere.example/chrome-extension://abc', false],
    ['chrome-extension://abc.elsewhere.example:80/', false],
    ['null', false],
  ] as const

  test.each(origins)('%s may ask with a key: %s', async (origin, may) => {
    const { client } = await withKey(await api.as('researcher'))
    const preflight = await api.anonymous.send('options', '/api/topics', undefined, {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type',
    })
    expect(preflight.headers.get('access-control-allow-origin')).toBe(may ? origin : null)
    const headers = { origin, 'sec-fetch-site': 'cross-site' }
    const answer = await client.send('post', '/api/topics', { name: 'Troops' }, headers)
    // A key is sent by nobody who does not have it: whoever does is let in, but a page may not read the answer.
    expect(answer.status).toBe(201)
    expect(answer.headers.get('access-control-allow-origin')).toBe(may ? origin : null)
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull()
    if (may) expect(answer.headers.get('vary')).toMatch(/\borigin\b/i)
  })

  test('is told no without a key, session or not', async () => {
    const researcher = await api.as('researcher')
    const headers = { origin: EXTENSION, 'sec-fetch-site': 'cross-site' }
    const read = await researcher.send('get', '/api/topics', undefined, headers)
    expect(read.headers.get('access-control-allow-origin')).toBeNull()
    const write = await researcher.send('post', '/api/topics', { name: 'Troops' }, headers)
    expect(write.status).toBe(403)
    const preflight = await api.anonymous.send('options', '/api/topics', undefined, {
      origin: EXTENSION,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
    })
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull()
  })

  test('may read why its key is refused', async () => {
    const headers = { origin: EXTENSION, ...bearer('cck_nothing') }
    const answer = await api.anonymous.send('get', '/api/topics', undefined, headers)
    expect(answer.status).toBe(401)
    expect(answer.headers.get('access-control-allow-origin')).toBe(EXTENSION)
  })
})
