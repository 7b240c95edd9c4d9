import { afterEach, describe, expect, test } from 'vitest'
import { signOut, updateAccount } from '#contract/accounts.ts'
import { updateClaim } from '#contract/claims.ts'
import { LIVE_PATH } from '#contract/live.ts'
import { decide } from '#contract/relations.ts'
import type { Role } from '#domain/vocabulary.ts'
import { createApp } from '../../server/app.ts'
import { recordEvents } from '../../server/events/store.ts'
import { useApi } from '../support/api.ts'
import { givenDisputes } from '../support/given-disputes.ts'
import { listen } from '../support/listen.ts'
import { type LiveStream, listenLive, tells } from '../support/live-stream.ts'

const api = useApi()
const a = givenDisputes(api)

const streams: LiveStream[] = []
afterEach(() => {
  for (const stream of streams.splice(0)) stream.close()
})

/** Listens as a person of that role, once the server hears. */
async function hear(role: Role, another = '', url = api.url): Promise<LiveStream> {
  const { cookie } = await api.as(role, another)
  const stream = await listenLive(url, cookie)
  streams.push(stream)
  return stream
}

test('whoever listens hears of a write, after it is there', async () => {
  const editor = await hear('editor')
  const { id } = await a.claim()
  expect(await editor.heard(tells('claim.created', id))).toBeDefined()
  const relation = await a.relation()
  await editor.heard(tells('relation.proposed', relation.id))
  const other = await api.as('editor', 'other')
  await other.call(decide, {
    params: { id: relation.id },
    body: { version: relation.version, kind: 'unrelated', note: 'Two counts.' },
  })
  await editor.heard(tells('relation.decided', relation.id))
})

test('a write that is refused tells nothing', async () => {
  const editor = await hear('editor')
  const claim = await a.claim()
  const researcher = await api.as('researcher')
  const answer = await researcher.send('PATCH', `/api/claims/${claim.id}`, {
    version: 7,
    statement: 'Nothing',
  })
  expect(answer.status).toBe(409)
  const body = { version: 1, statement: 'A decision has been made' }
  await researcher.call(updateClaim, { params: { id: claim.id }, body })
  const message = await editor.heard(tells('claim.revised', claim.id))
  expect(
    'changes' in message && message.changes.filter(({ action }) => action === 'claim.revised'),
  ).toHaveLength(1)
})

test('it is a stream of events that nothing on the way may hold back', async () => {
  const { status, headers } = await hear('researcher')
  expect(status).toBe(200)
  expect(headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  expect(headers.get('cache-control')).toBe('no-cache, no-transform')
  expect(headers.get('content-encoding')).toBeNull()
})

test('processes on one database hear of each other', async () => {
  const app = createApp(api.deps, { trustedProxies: 0, screens: null })
  const server = await listen(app)
  const editor = await hear('editor', '', server.url)
  const { id } = await a.claim()
  await editor.heard(tells('claim.created', id))
  editor.close()
  await server.close()
})

test('of very many events at once it is told only that they were many', async () => {
  const editor = await hear('editor')
  await api.deps.database.prisma.$transaction(tx =>
    recordEvents(
      tx,
      Array.from({ length: 500 }, (_, n) => ({
        actor: null,
        action: 'relation.proposed',
        subjectId: `r${n}`,
      })),
    ),
  )
  await editor.heard(message => 'missed' in message)
})

describe('who hears what', () => {
  test('nobody without an account', async () => {
    expect((await api.anonymous.send('GET', LIVE_PATH)).status).toBe(401)
  })

  test('a reader hears nothing of what is not published, and nobody but an admin of accounts', async () => {
    const [reader, editor, admin] = [await hear('reader'), await hear('editor'), await hear('admin')]
    const other = await api.as('researcher', 'other')
    const { id } = await a.claim()
    await other.call(signOut)
    const theirs = other.viewer?.id ?? ''
    await admin.heard(tells('account.signed_out', theirs))
    await editor.heard(tells('claim.created', id))
    const marker = await a.claim()
    const last = await editor.heard(tells('claim.created', marker.id))
    expect(tells('account.signed_out', theirs)(last)).toBe(false)
    const quiet = reader.heard(message => 'changes' in message).then(() => 'heard')
    reader.close()
    await expect(quiet).rejects.toThrow('the stream ended')
  })
})

describe('a stream ends', () => {
  test('when its person signs out', async () => {
    const stream = await hear('researcher', 'leaving')
    await (await api.as('researcher', 'leaving')).call(signOut)
    await stream.ended
  })

  test('when the account is disabled', async () => {
    const stream = await hear('researcher', 'disabled')
    const id = (await api.as('researcher', 'disabled')).viewer?.id ?? ''
    await (await api.as('admin')).call(updateAccount, {
      params: { id },
      body: { version: 1, disabled: true },
    })
    await stream.ended
  })

  test('when the process is told to stop', async () => {
    const stopping = new AbortController()
    const app = createApp(api.deps, { trustedProxies: 0, screens: null, stopping: stopping.signal })
    const server = await listen(app)
    const stream = await hear('researcher', '', server.url)
    stopping.abort()
    await stream.ended
    await server.close()
  })
})

test('one person listens so often and no more, whoever leaves makes room', async () => {
  const open = await Promise.all(Array.from({ length: 12 }, () => hear('editor')))
  expect(open.map(({ status }) => status)).toEqual(open.map(() => 200))
  expect((await hear('editor')).status).toBe(429)
  expect((await hear('editor', 'other')).status).toBe(200)
})

test('a connection to the database that is lost is made again, and whoever listens is told to read again', async () => {
  if (api.deps.database.engine === 'pglite') return
  const editor = await hear('editor')
  const { id } = await a.claim()
  await editor.heard(tells('claim.created', id))
  const again = await hear('editor')
  await api.deps.database.pool.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'`,
  )
  await again.heard(message => 'missed' in message)
  const next = await a.claim()
  await again.heard(tells('claim.created', next.id))
})
