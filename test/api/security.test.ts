import { describe, expect, test } from 'vitest'
import * as accounts from '#contract/accounts.ts'
import { ErrorBody } from '#contract/error.ts'
import { listTopics } from '#contract/topics.ts'
import type { Role } from '#domain/vocabulary.ts'
import { createApp } from '../../server/app.ts'
import { useApi } from '../support/api.ts'
import { listen } from '../support/listen.ts'
import { refusalOf } from '../support/refusal.ts'

const api = useApi()
const PASSWORD = 'a long enough password'
const TOPIC = { name: 'Troops' }

const errorOf = async (answer: Response) => ErrorBody.parse(await answer.json())

async function makeAccount(email: string) {
  const admin = await api.as('admin')
  const { url } = await admin.call(accounts.invite, { body: { email, role: 'researcher' } })
  const body = { secret: url.split('#')[1] ?? '', name: 'Somebody', password: PASSWORD }
  return api.anonymous.send('post', '/api/account-links/use', body)
}

const host = () => new URL(api.url).host

describe('writes from another site', () => {
  test.each([
    ['no header, as a program sends it', () => ({}), 201],
    ['its own page', () => ({ origin: `http://${host()}`, 'sec-fetch-site': 'same-origin' }), 201],
    ['typed by a person', () => ({ 'sec-fetch-site': 'none' }), 201],
    ['another site', () => ({ 'sec-fetch-site': 'cross-site' }), 403],
    ['another port or subdomain', () => ({ 'sec-fetch-site': 'same-site' }), 403],
    ['an old browser on its own page', () => ({ origin: `http://${host()}` }), 201],
    ['an old browser on another site', () => ({ origin: 'https://elsewhere.example' }), 403],
    ['an old browser on another port', () => ({ origin: 'http://127.0.0.1:1' }), 403],
    ['a sandboxed frame', () => ({ origin: 'null' }), 403],
    [
      'a header that lies',
      () => ({ origin: 'https://elsewhere.example', 'sec-fetch-site': 'same-origin' }),
      403,
    ],
  ])('%s', async (_what, headers, status) => {
    const researcher = await api.as('researcher')
    const answer = await researcher.send('post', '/api/topics', TOPIC, headers())
    expect(answer.status).toBe(status)
    if (status === 403) expect(await errorOf(answer)).toMatchObject({ error: 'forbidden' })
    expect((await researcher.call(listTopics)).items).toHaveLength(status === 201 ? 1 : 0)
  })

  test('reading from one is answered, without leave to see it', async () => {
    const answer = await api.anonymous.send('get', '/api/topics', undefined, {
      origin: 'https://elsewhere.example',
    })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
    const preflight = await api.anonymous.send('options', '/api/topics', undefined, {
      origin: 'https://elsewhere.example',
      'access-control-request-method': 'POST',
    })
    expect(preflight.headers.get('access-control-allow-methods')).toBeNull()
  })

  test('a form cannot write: its content type is not read', async () => {
    const researcher = await api.as('researcher')
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      const answer = await researcher.send('post', '/api/topics', JSON.stringify(TOPIC), {
        'content-type': type,
      })
      expect(answer.status).toBe(400)
    }
  })
})

describe('headers', () => {
  test('the session cookie is out of reach of scripts and other sites', async () => {
    const answer = await makeAccount('somebody@example.org')
    expect(answer.status).toBe(201)
    const cookies = answer.headers.getSetCookie()
    expect(cookies).toHaveLength(1)
    const [cookie] = cookies.map(cookie => cookie.toLowerCase().split('; '))
    expect(cookie?.[0]).toMatch(/^counterclaim\.session_token=/)
    expect(cookie).toEqual(expect.arrayContaining(['httponly', 'samesite=lax', 'path=/']))
  })

  test('nothing is loaded from, sent to or framed by another host', async () => {
    for (const path of ['/api/me', '/api/nowhere', '/api/docs']) {
      const { headers } = await api.anonymous.send('get', path)
      const policy = headers.get('content-security-policy') ?? ''
      const directives = new Map(
        policy.split(';').map(directive => {
          const [name = '', ...sources] = directive.trim().split(' ')
          return [name, sources]
        }),
      )
      expect(directives.get('default-src')).toEqual(["'none'"])
      expect(directives.get('frame-ancestors')).toEqual(["'none'"])
      expect(directives.get('base-uri')).toEqual(["'none'"])
      expect(directives.get('script-src')).toEqual(["'self'"])
      expect(policy).not.toMatch(/unsafe|https?:|\*/)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('x-powered-by')).toBeNull()
    }
  })

  test('answers of the API are kept nowhere', async () => {
    const { headers } = await api.anonymous.send('get', '/api/me')
    expect(headers.get('cache-control')).toBe('no-store')
  })
})

describe('input that cannot be read', () => {
  test('a body over the limit', async () => {
    const researcher = await api.as('researcher')
    const answer = await researcher.send('post', '/api/topics', { name: 'x'.repeat(4_300_000) })
    expect(answer.status).toBe(413)
    expect(await errorOf(answer)).toMatchObject({ error: 'too_large' })
  })

  test.each(['{"name": ', '"Troops"', '[]', '[1]', 'null', '{"name":"\\ud800"}', '{"name":"\\u0000"}'])(
    'the body %s',
    async body => {
      const researcher = await api.as('researcher')
      const answer = await researcher.send('post', '/api/topics', body)
      expect(answer.status).toBe(400)
      expect(await errorOf(answer)).toMatchObject({ error: 'invalid' })
    },
  )

  test('an address where nothing is', async () => {
    for (const [method, path] of [
      ['GET', '/api/nowhere'],
      ['POST', '/api/health'],
      ['GET', '/api/auth/list-sessions'],
      ['POST', '/api/auth/sign-up/email'],
      ['GET', '/api/__proto__'],
    ] as const) {
      const answer = await api.anonymous.send(method, path)
      expect(answer.status).toBe(404)
      expect(await errorOf(answer)).toEqual({ error: 'not_found', message: `There is no ${method} ${path}.` })
    }
  })

  test('an address that is none, or characters that no text holds', async () => {
    const admin = await api.as('admin')
    for (const path of [
      '/api/disputes/%E0%A4%A',
      '/api/disputes/%00',
      '/api/disputes?q=%00',
      '/api/disputes?topic=%00',
      '/api/events?actor=%00',
      '/api/events?id=a&subject=claim&action=nothing',
      '/api/claims?limit=1e9',
      '/api/claims?limit=0',
      '/api/claims?unknown=1',
    ]) {
      const answer = await admin.send('get', path)
      expect([path, answer.status]).toEqual([path, 400])
      expect(await errorOf(answer)).toMatchObject({ error: 'invalid' })
    }
  })
})

test('an error of ours tells a client nothing of how the server is made', async () => {
  const { pool } = api.deps.database
  const researcher = await api.as('researcher')
  await pool.query('ALTER TABLE topic RENAME TO topic_elsewhere')
  try {
    const answers = [
      await researcher.send('get', '/api/topics'),
      await researcher.send('post', '/api/topics', TOPIC),
    ]
    for (const answer of answers) {
      expect(answer.status).toBe(500)
      const text = await answer.text()
      expect(ErrorBody.parse(JSON.parse(text)).error).toBe('internal')
      expect(text).not.toMatch(/\bat \/|node_modules|\.ts|prisma|topic|relation/i)
    }
  } finally {
    await pool.query('ALTER TABLE topic_elsewhere RENAME TO topic')
  }
})

describe('guessing a password', () => {
  test('is stopped, for the address that guesses alone', async () => {
    await makeAccount('somebody@example.org')
    const server = await listen(createApp(api.deps, { trustedProxies: 1, screens: null }))
    const guess = (address: string, password: string) =>
      fetch(`${server.url}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
        body: JSON.stringify({ email: 'somebody@example.org', password }),
      })
    try {
      const statuses: number[] = []
      for (let number = 0; number < 11; number++)
        statuses.push((await guess('192.0.2.1', `wrong number ${number}`)).status)
      expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429])
      const stopped = await guess('192.0.2.1', PASSWORD)
      expect([stopped.status, (await errorOf(stopped)).error]).toEqual([429, 'rate_limited'])
      // Whatever the client itself says in front of what the proxy adds.
      expect((await guess('198.51.100.7, 192.0.2.1', PASSWORD)).status).toBe(429)
      expect((await guess('192.0.2.2', PASSWORD)).status).toBe(200)
    } finally {
      await server.close()
    }
  })

  test('cannot be carried on by a header, where no proxy is trusted', async () => {
    const statuses: number[] = []
    for (let number = 0; number < 11; number++) {
      const headers = {
        'x-forwarded-for': `192.0.2.${number}`,
        'x-counterclaim-client-address': `192.0.2.${number}`,
      }
      const body = { email: 'somebody@example.org', password: PASSWORD }
      statuses.push((await api.anonymous.send('post', '/api/session', body, headers)).status)
    }
    expect(statuses.at(-1)).toBe(429)
  })
})

const change = async (id: string | undefined, body: { role?: Role; disabled?: boolean }) =>
  (await api.as('admin')).call(accounts.updateAccount, {
    params: { id: id ?? '' },
    body: { version: 1, ...body },
  })

describe('rights that are taken away', () => {
  test('a disabled account has no session and gets none', async () => {
    const made = await makeAccount('somebody@example.org')
    const { account } = accounts.Me.parse(await made.json())
    const cookie = made.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const ask = () => api.anonymous.send('get', '/api/comments?subject=claim&id=x', undefined, { cookie })
    expect((await ask()).status).toBe(400)
    await change(account?.id, { disabled: true })
    expect((await ask()).status).toBe(401)
    const body = { email: 'somebody@example.org', password: PASSWORD }
    const { status } = await refusalOf(api.anonymous.call(accounts.signIn, { body }))
    expect(status).toBe(403)
  })

  test('a new role counts from the next request', async () => {
    const researcher = await api.as('researcher')
    const write = async () => (await researcher.send('post', '/api/topics', TOPIC)).status
    expect(await write()).toBe(201)
    await change(researcher.viewer?.id, { role: 'reader' })
    expect(await write()).toBe(403)
  })

  test('a cookie whose signature is wrong is nobody’s', async () => {
    const { cookie } = await api.as('admin')
    const forged = cookie.replace(/.{6}$/, 'AAAAAA')
    const answer = await api.anonymous.send('get', '/api/accounts', undefined, { cookie: forged })
    expect(answer.status).toBe(401)
  })
})
