import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readCapture, retryCapture, SourceDraft, startCapture } from '#contract/capture.ts'
import { ErrorBody } from '#contract/error.ts'
import { createSource, readSnapshot } from '#contract/sources.ts'
import { readAllowList } from '../../server/capture/fetch/addresses.ts'
import { createFetcher } from '../../server/capture/fetch/fetch-page.ts'
import { runCapture } from '../../server/capture/service.ts'
import type { Job } from '../../server/deps.ts'
import { leaveUndone } from '../../server/jobs/start.ts'
import { useApi } from '../support/api.ts'
import { makePdf, setLines } from '../support/make-pdf.ts'
import { articlePage, type NewsSite, openSite } from '../support/news-site.ts'

const api = useApi()
const PAGE = fs.readFileSync(path.resolve(import.meta.dirname, '../fixtures/capture/bridge.html'))

const fetcher = createFetcher({ allow: readAllowList('127.0.0.1'), publicUrl: 'http://localhost' })
let site: NewsSite
let queued: Job[] = []
beforeAll(async () => {
  site = await openSite()
})
beforeEach(() => {
  queued = []
  site.pages = {}
  api.deps.enqueue = job => {
    queued.push(job)
    return Promise.resolve()
  }
})
afterAll(async () => {
  api.deps.enqueue = leaveUndone
  await fetcher.close()
  await site.close()
})

async function sendFile(bytes: Uint8Array, type: string, name = '') {
  const { cookie } = await api.as('researcher')
  return fetch(`${api.url}/api/captures/file?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { cookie, 'content-type': type },
    body: bytes as Uint8Array<ArrayBuffer>,
  })
}

describe('a file', () => {
  test('becomes a draft, and nothing is stored', async () => {
    const answer = await sendFile(PAGE, 'text/html', 'bridge.html')
    expect(answer.status).toBe(200)
    expect(SourceDraft.parse(await answer.json())).toMatchObject({
      title: 'Council says Harrow bridge will close in May',
      authors: ['Ada Lowe', 'Ben Okri'],
      outlet: 'The Harrow Record',
      published: '2024-03-11',
    })
    const { prisma } = api.deps.database
    expect([await prisma.source.count(), await prisma.capture.count()]).toEqual([0, 0])
  })

  test('whose type a browser does not know is told by its bytes and name', async () => {
    const answer = await sendFile(
      new TextEncoder().encode('# Minutes\n\nNo.'),
      'application/octet-stream',
      'minutes.md',
    )
    expect(SourceDraft.parse(await answer.json())).toMatchObject({ title: 'Minutes', text: 'Minutes\n\nNo.' })
  })

  test.each([
    ['that cannot be read', new Uint8Array([0x89, 0x50, 0x4e, 0x47]), 422, /picture/],
    ['that is empty', new Uint8Array(), 422, /empty/],
    ['that is too large', new Uint8Array(25_000_001), 413, /25 MB/],
  ])('%s is refused, with what to do', async (_name, bytes, status, message) => {
    const answer = await sendFile(bytes, 'application/octet-stream')
    const body = ErrorBody.parse(await answer.json())
    expect([answer.status, body.message]).toEqual([status, expect.stringMatching(message)])
    if (status === 422) expect(body.issues).toEqual([{ path: 'file', message: expect.any(String) }])
  })

  test('is not read for those who may not', async () => {
    const { cookie } = await api.as('reader')
    const answer = await fetch(`${api.url}/api/captures/file`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'text/plain' },
      body: 'No.',
    })
    expect(answer.status).toBe(403)
  })

  test('with pages keeps them: a quote knows its page', async () => {
    const pdf = makePdf([setLines(['The bridge will close.']), setLines(['It will stay closed.'])])
    const { text, pages } = SourceDraft.parse(await (await sendFile(pdf, 'application/pdf')).json())
    const researcher = await api.as('researcher')
    const { snapshots } = await researcher.call(createSource, {
      body: { title: 'Report', kind: 'report', text: `${text}  \n`, pages },
    })
    const snapshot = await researcher.call(readSnapshot, { params: { id: snapshots[0]?.id ?? '' } })
    expect(snapshot.pages.map(start => snapshot.text.slice(start, start + 6))).toEqual(['The br', 'It wil'])
  })
})

const start = async (path: string, id?: string) =>
  (await api.as('researcher')).call(startCapture, {
    body: { url: site.url + path, ...(id !== undefined && { id }) },
  })
const read = async (id: string) => (await api.as('researcher')).call(readCapture, { params: { id } })
const run = (id: string) => runCapture(api.deps.database, fetcher.fetchPage, id)

describe('an address', () => {
  test('is fetched in the background and becomes a draft', async () => {
    site.pages['/bridge'] = articlePage({
      title: 'The bridge closes',
      paragraphs: ['The bridge will close in May, the council said.'],
    })
    const { id, state } = await start('/bridge')
    expect(state).toBe('waiting')
    expect(queued).toEqual([{ queue: 'fetch', captureId: id }])
    await run(id)
    expect(await read(id)).toMatchObject({
      state: 'done',
      attempts: 1,
      problem: null,
      draft: {
        title: 'The bridge closes',
        authors: ['Ada Lowe'],
        outlet: 'The Harrow Record',
        url: `${site.url}/bridge`,
      },
    })
    // A second worker that comes late takes nothing back.
    await run(id)
    expect(await read(id)).toMatchObject({ state: 'done', attempts: 1 })
  })

  test('that has a fault is tried again, up to four times', async () => {
    site.pages['/bridge'] = (_request, response) => response.writeHead(503).end()
    const { id } = await start('/bridge')
    for (let attempt = 1; attempt <= 3; attempt++) {
      await expect(run(id)).rejects.toMatchObject({ temporary: true })
      expect(await read(id)).toMatchObject({
        state: 'waiting',
        attempts: attempt,
        problem: expect.stringContaining('503'),
      })
    }
    await run(id)
    expect(await read(id)).toMatchObject({ state: 'failed', attempts: 4 })
  })

  test('that failed may be fetched once more', async () => {
    const { id } = await start('/bridge')
    await run(id)
    expect(await read(id)).toMatchObject({ state: 'failed', problem: expect.stringContaining('404') })
    site.pages['/bridge'] = articlePage({
      title: 'The bridge closes',
      paragraphs: ['The bridge will close.'],
    })
    const researcher = await api.as('researcher')
    expect(await researcher.call(retryCapture, { params: { id } })).toMatchObject({
      state: 'waiting',
      attempts: 0,
    })
    await run(id)
    expect((await read(id)).state).toBe('done')
  })

  test('of something that cannot be read fails with what to do', async () => {
    site.pages['/film'] = (_request, response) =>
      response.writeHead(200, { 'content-type': 'video/mp4' }).end('\0\0\0\u0018f')
    const { id } = await start('/film')
    await run(id)
    expect(await read(id)).toMatchObject({ state: 'failed', problem: expect.stringContaining('video/mp4') })
  })

  test('inside of a network is refused', async () => {
    const researcher = await api.as('researcher')
    const { id } = await researcher.call(startCapture, {
      body: { url: 'http://169.254.169.254/latest/meta-data/' },
    })
    await run(id)
    expect(await read(id)).toMatchObject({
      state: 'failed',
      problem: expect.stringContaining('public Internet'),
    })
  })

  test('asked for twice by a double click is fetched once', async () => {
    const id = randomUUID()
    await start('/bridge', id)
    await expect(start('/bridge', id)).rejects.toMatchObject({ status: 409, body: { current: { id } } })
  })

  test.each(['', 'bridge', 'ftp://example.org/'])('that is none is refused: %j', async url => {
    const researcher = await api.as('researcher')
    await expect(researcher.call(startCapture, { body: { url } })).rejects.toMatchObject({
      status: 400,
      body: { error: 'invalid', message: expect.stringMatching(/^url: /) },
    })
  })

  test('is seen by those alone who gave it', async () => {
    const { id } = await start('/bridge')
    const other = await api.as('researcher', 'other')
    await expect(other.call(readCapture, { params: { id } })).rejects.toMatchObject({ status: 404 })
  })
})
