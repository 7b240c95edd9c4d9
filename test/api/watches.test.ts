import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { readClaim } from '#contract/claims.ts'
import { addSnapshot, readSnapshot, readSource } from '#contract/sources.ts'
import { listWatches, readWatch, setWatch, visitNow, type Watch } from '#contract/watches.ts'
import { readAllowList } from '../../server/capture/fetch/addresses.ts'
import { createFetcher } from '../../server/capture/fetch/fetch-page.ts'
import type { Job } from '../../server/deps.ts'
import { leaveUndone } from '../../server/jobs/start.ts'
import { nextVisit, takeDueVisits, visitSource } from '../../server/watches/visit.ts'
import { useApi } from '../support/api.ts'
import { eventsOf } from '../support/events.ts'
import { given } from '../support/given.ts'
import { articlePage, type NewsSite, openSite } from '../support/news-site.ts'

const api = useApi()
const a = given(api)
const fetcher = createFetcher({ allow: readAllowList('127.0.0.1'), publicUrl: 'http://localhost' })
let site: NewsSite
let queued: Job[] = []
const realNow = () => new Date()

beforeEach(async () => {
  // robots.txt is believed for an hour: each test has a site of its own.
  site = await openSite()
  queued = []
  api.deps.now = realNow
  api.deps.enqueue = job => {
    queued.push(job)
    return Promise.resolve()
  }
  return () => site.close()
})
afterAll(async () => {
  api.deps.enqueue = leaveUndone
  api.deps.now = realNow
  await fetcher.close()
})

const TITLE = 'The bridge will close in May'
const SAID = 'The repair will cost 14 million and take a year'
const page = (said: string) =>
  articlePage({
    title: TITLE,
    paragraphs: [
      'The old bridge over the Wend will close to all traffic in May, the council leader told a meeting on Monday evening.',
      `“${said}, and not one penny of it will come from the school budget,” she said to those who had come to listen.`,
      'Shopkeepers on the south bank said that they had been promised something else only in January.',
    ],
  })

/** A source at the site with a quote in it, visited every day. */
async function watched(path = '/bridge') {
  site.pages[path] = page(SAID)
  const source = await a.source({
    title: TITLE,
    url: site.url + path,
    text: `They said: ${SAID}, and no more.`,
  })
  const claim = await a.claim({ source, words: SAID })
  const editor = await api.as('editor')
  const watch = await editor.call(setWatch, {
    params: { id: source.id },
    body: { version: 1, every: 'daily' },
  })
  return { source, claim, watch }
}

const visit = (sourceId: string, asked = false) => visitSource(api.deps, fetcher.fetchPage, sourceId, asked)
const read = async (id: string): Promise<Watch> =>
  (await api.as('researcher')).call(readWatch, { params: { id } })

describe('setting how often', () => {
  test('queues the first visit and is an event; off takes the next visit away', async () => {
    const { source, watch } = await watched()
    expect(watch).toMatchObject({ every: 'daily', state: 'waiting', quotes: 1, version: 2, altered: [] })
    expect(queued).toContainEqual({ queue: 'visit', sourceId: source.id, asked: false })
    const editor = await api.as('editor')
    const off = await editor.call(setWatch, { params: { id: source.id }, body: { version: 2, every: 'off' } })
    expect(off).toMatchObject({ every: 'off', nextAt: null })
    const actions = (await eventsOf(api, source.id)).map(({ action }) => action)
    expect(actions.filter(action => action === 'source.watch_set')).toHaveLength(2)
  })

  test('is refused to those who came too late, and for a source without an address', async () => {
    const { source } = await watched()
    const editor = await api.as('editor')
    const late = editor.call(setWatch, { params: { id: source.id }, body: { version: 1, every: 'off' } })
    await expect(late).rejects.toMatchObject({ status: 409, body: { current: { every: 'daily' } } })
    const { id } = await a.source()
    for (const call of [
      () => editor.call(setWatch, { params: { id }, body: { version: 1, every: 'daily' } }),
      () => editor.call(visitNow, { params: { id } }),
    ])
      await expect(call()).rejects.toMatchObject({ status: 422, body: { issues: [{ path: 'every' }] } })
  })
})

describe('a visit', () => {
  test('captures what changed and says which words, everywhere', async () => {
    const { source, claim } = await watched()
    expect(await visit(source.id)).toBe('read')
    expect(await read(source.id)).toMatchObject({
      state: 'reached',
      failures: 0,
      altered: [{ state: 'moved' }],
    })
    site.pages['/bridge'] = page(SAID.replace('14', '40'))
    await visit(source.id)
    const watch = await read(source.id)
    expect(watch.altered).toMatchObject([
      {
        claimId: claim.id,
        state: 'changed',
        exact: SAID,
        words: SAID.replace('14', '40'),
        difference: [{ before: { text: '14' }, after: { text: '40' } }],
      },
    ])
    const researcher = await api.as('researcher')
    const { appearances } = await researcher.call(readClaim, { params: { id: claim.id } })
    expect(appearances[0]).toMatchObject({ state: 'changed', now: { since: watch.altered[0]?.since } })
    const events = await eventsOf(api, claim.id)
    expect(events.find(({ action }) => action === 'claim.quote_changed')).toMatchObject({ actorId: null })
  })

  test('finds words again that stand beside the main text, and says when those change', async () => {
    const reply = 'We were promised in writing that the ferry would stay free'
    const withReply = (words: string) =>
      page(SAID).replace('</body>', `<aside><h2>Replies</h2><p>${words}, writes a reader.</p></aside></body>`)
    const { source } = await watched()
    site.pages['/bridge'] = withReply(reply)
    const researcher = await api.as('researcher')
    const text = `The page. ${SAID}. Replies. ${reply}, writes a reader.`
    await researcher.call(addSnapshot, { params: { id: source.id }, body: { text } })
    const told = await researcher.call(readSource, { params: { id: source.id } })
    const claim = await a.claim({ source: told, words: reply })
    await visit(source.id)
    expect((await researcher.call(readClaim, { params: { id: claim.id } })).appearances).toMatchObject([
      { state: 'moved' },
    ])
    site.pages['/bridge'] = withReply(reply.replace('free', 'cheap'))
    await visit(source.id)
    expect((await read(source.id)).altered).toContainEqual(
      expect.objectContaining({ claimId: claim.id, state: 'changed', words: reply.replace('free', 'cheap') }),
    )
    site.pages['/bridge'] = page(SAID)
    await visit(source.id)
    const { snapshots } = await researcher.call(readSource, { params: { id: source.id } })
    const newest = await researcher.call(readSnapshot, { params: { id: snapshots[0]?.id ?? '' } })
    expect(newest.text).not.toContain('Replies')
  })

  test('of a page that says it has not changed captures nothing', async () => {
    const { source } = await watched()
    site.pages['/bridge'] = (request, response) => {
      const same = request.headers['if-none-match'] === '"7"'
      response
        .writeHead(same ? 304 : 200, { etag: '"7"', 'content-type': 'text/html' })
        .end(same ? '' : page(SAID))
    }
    expect([await visit(source.id), await visit(source.id)]).toEqual(['read', 'unchanged'])
    const researcher = await api.as('researcher')
    const { snapshots } = await researcher.call(readSource, { params: { id: source.id } })
    expect(snapshots).toHaveLength(2)
  })

  test('that finds nothing makes it unreachable, later each time, until it is back', async () => {
    const { source, claim } = await watched()
    delete site.pages['/bridge']
    expect(await visit(source.id)).toBe('unreachable')
    const first = await read(source.id)
    expect(first).toMatchObject({
      state: 'unreachable',
      failures: 1,
      problem: expect.stringContaining('404'),
    })
    await visit(source.id)
    const second = await read(source.id)
    expect(second).toMatchObject({ failures: 2, since: first.since })
    expect(Date.parse(second.nextAt ?? '') - Date.parse(second.visitedAt ?? '')).toBe(
      2 * 24 * 60 * 60 * 1_000,
    )
    const researcher = await api.as('researcher')
    const { appearances } = await researcher.call(readClaim, { params: { id: claim.id } })
    expect(appearances[0]).toMatchObject({ state: 'unreachable', now: { since: first.since } })
    site.pages['/bridge'] = page(SAID)
    await visit(source.id)
    expect(await read(source.id)).toMatchObject({ state: 'reached', failures: 0, problem: null })
    const actions = (await eventsOf(api, source.id)).map(({ action }) => action)
    expect(actions.filter(action => /source\.(unreachable|reached)/.test(action)).toSorted()).toEqual([
      'source.reached',
      'source.unreachable',
    ])
  })

  test('that robots.txt does not want is not made, unless somebody asks', async () => {
    const { source } = await watched('/private/bridge')
    site.pages['/robots.txt'] = 'User-agent: *\nDisallow: /private/'
    expect(await visit(source.id)).toBe('refused')
    expect(site.asked.map(({ path }) => path)).toEqual(['/robots.txt'])
    expect(await read(source.id)).toMatchObject({
      state: 'refused',
      problem: expect.stringContaining('robots.txt'),
    })
    expect(await visit(source.id, true)).toBe('read')
  })

  test('of something that cannot be read is told, and nothing is captured', async () => {
    const { source } = await watched()
    site.pages['/bridge'] = (_request, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('<p></p>')
    expect(await visit(source.id)).toBe('unreachable')
    expect((await read(source.id)).problem).toMatch(/no words/)
  })

  test('that nobody asked for is not made of a source that is off', async () => {
    const { source } = await watched()
    const editor = await api.as('editor')
    await editor.call(setWatch, { params: { id: source.id }, body: { version: 2, every: 'off' } })
    expect(await visit(source.id)).toBeNull()
    await editor.call(visitNow, { params: { id: source.id } })
    expect(queued.at(-1)).toEqual({ queue: 'visit', sourceId: source.id, asked: true })
    expect(await visit(source.id, true)).toBe('read')
    expect(await read(source.id)).toMatchObject({ every: 'off', state: 'reached', nextAt: null })
  })
})

test('what is due is given to one process alone, and again when it was not done', async () => {
  const { source } = await watched()
  const [one, other] = [await takeDueVisits(api.deps), await takeDueVisits(api.deps)]
  expect([one, other]).toEqual([[source.id], []])
  api.deps.now = () => new Date(Date.now() + 20 * 60_000)
  expect(await takeDueVisits(api.deps)).toEqual([source.id])
  await visit(source.id)
  expect(await takeDueVisits(api.deps)).toEqual([])
})

test.each([
  ['off', 0, null],
  ['hourly', 0, 1],
  ['hourly', 1, 1],
  ['hourly', 3, 4],
  ['hourly', 99, 672],
  ['weekly', 0, 168],
  ['weekly', 99, 672],
] as const)('%s after %i failures the next visit is in %s hours', (every, failures, hours) => {
  const now = new Date('2024-03-11T00:00:00Z')
  const next = nextVisit(every, failures, now)
  expect(next === null ? null : (next.getTime() - now.getTime()) / 3_600_000).toBe(hours)
})

test('the list holds what is visited, by state and by whether quotes changed', async () => {
  const { source } = await watched()
  const other = await watched('/other')
  await visit(source.id)
  site.pages['/bridge'] = page('The repair has not been paid for by anybody at all so far')
  await visit(source.id)
  const researcher = await api.as('researcher')
  const ids = async (query: object) =>
    (await researcher.call(listWatches, { query })).items.map(({ source: { id } }) => id)
  expect(await ids({})).toEqual([other.source.id, source.id])
  expect(await ids({ altered: 'true' })).toEqual([source.id])
  expect(await ids({ state: 'waiting' })).toEqual([other.source.id])
  const { items, next } = await researcher.call(listWatches, { query: { limit: 1 } })
  expect(items).toHaveLength(1)
  expect(await ids({ limit: 1, cursor: next })).toEqual([source.id])
})
