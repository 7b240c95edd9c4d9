import { expect, test } from 'vitest'
import { listAccounts, readMe, signIn, updateAccount } from '#contract/accounts.ts'
import { listSources } from '#contract/sources.ts'
import { ApiError } from '../../../web/api/api-error.ts'
import { call } from '../../../web/api/call.ts'
import { fakeServer } from '../../support/fake-server.ts'

const nobody = { account: null, accountsExist: true, providers: [] }
const emptyPage = { items: [], next: null }

test('a reply is parsed, and fields the contract does not know are left out', async () => {
  fakeServer(() => ({ json: { ...nobody, surprise: 1 } }))
  expect(await call(readMe)).toEqual(nobody)
})

test('a body goes as JSON, and signing in says who came in', async () => {
  const { sent } = fakeServer(() => ({ json: nobody }))
  await call(signIn, { body: { email: 'ada@example.org', password: 'correct horse' } })
  expect(sent).toEqual([
    { method: 'POST', url: '/api/session', body: { email: 'ada@example.org', password: 'correct horse' } },
  ])
})

test('parameters are put into the path, encoded', async () => {
  const { sent } = fakeServer(() => ({ status: 404, json: { error: 'not_found', message: 'No.' } }))
  await call(updateAccount, { params: { id: 'a/b ü' }, body: { version: 1 } }).catch(() => undefined)
  expect(sent[0]?.url).toBe('/api/accounts/a%2Fb%20%C3%BC')
})

test.each([
  [{}, '/api/sources'],
  [{ outlet: ['AFP', 'The Sun & Son'] }, '/api/sources?outlet=AFP&outlet=The+Sun+%26+Son'],
  [{ outlet: [], q: '' }, '/api/sources'],
  [{ q: undefined, limit: 5 }, '/api/sources?limit=5'],
  [{ kind: 'letter' as const }, '/api/sources?kind=letter'],
])('the query %j is asked as %s', async (query, url) => {
  const { sent } = fakeServer(() => ({ json: emptyPage }))
  await call(listSources, { query })
  expect(sent[0]?.url).toBe(url)
})

test('a refusal carries its code, its issues and the current record', async () => {
  const issues = [{ path: 'role', message: 'No such role.' }]
  fakeServer(() => ({
    status: 409,
    json: { error: 'conflict', message: 'Changed meanwhile.', issues, current: { version: 4 } },
  }))
  const error = await call(listAccounts).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(ApiError)
  expect(error).toMatchObject({
    status: 409,
    code: 'conflict',
    message: 'Changed meanwhile.',
    issues,
    current: { version: 4 },
  })
})

test.each([
  ['no answer', 'unreachable' as const, 'unreachable'],
  ['a gateway', { status: 502, text: '<h1>Bad gateway</h1>' }, 'unreachable'],
  ['an error page', { status: 500, text: '<h1>Oh no</h1>' }, 'internal'],
  ['a reply of another shape', { json: { accounts: [] } }, 'internal'],
  ['a reply that is no JSON', { text: 'ok' }, 'internal'],
])('%s is the error %s', async (_, answer, code) => {
  fakeServer(() => answer)
  await expect(call(readMe)).rejects.toMatchObject({ name: 'ApiError', code })
})

test('an aborted call is an abort, not an unreachable server', async () => {
  fakeServer(() => ({ json: nobody }))
  await expect(call(readMe, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' })
})
