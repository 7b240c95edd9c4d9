import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { readAllowList } from '../../../server/capture/fetch/addresses.ts'
import type { Resolve } from '../../../server/capture/fetch/connect.ts'
import { createFetcher } from '../../../server/capture/fetch/fetch-page.ts'
import { type NewsSite, openSite, type Served } from '../../support/news-site.ts'

let site: NewsSite
beforeAll(async () => {
  site = await openSite()
})
beforeEach(() => {
  site.pages = {}
  site.asked.length = 0
})
afterAll(() => site.close())

const PUBLIC_URL = 'https://newsroom.example'

/** A fetcher that may reach loopback, or not; names are resolved by `resolve`. */
async function withFetcher<Result>(
  use: (fetcher: ReturnType<typeof createFetcher>) => Promise<Result>,
  allow = '127.0.0.0/8',
  resolve?: Resolve,
): Promise<Result> {
  const fetcher = createFetcher({ allow: readAllowList(allow), publicUrl: PUBLIC_URL }, resolve)
  try {
    return await use(fetcher)
  } finally {
    await fetcher.close()
  }
}

const fetched = (path: string) => withFetcher(({ fetchPage }) => fetchPage(site.url + path))
const refused = (path: string) =>
  fetched(path).then(
    () => 'fetched',
    (error: Error & { temporary: boolean }) => ({ message: error.message, temporary: error.temporary }),
  )

const toLoopback: Resolve = (_host, give) => give(null, [{ address: '127.0.0.1', family: 4 }])
const noHost: Resolve = (_host, give) => give(Object.assign(new Error('no'), { code: 'ENOTFOUND' }), [])

const redirect =
  (location: string): Served =>
  (_request, response) => {
    response.writeHead(302, { location }).end()
  }
const answer =
  (status: number, headers: Record<string, string>, body: string | Uint8Array = ''): Served =>
  (_request, response) => {
    response.writeHead(status, headers).end(body)
  }

test('a page comes with its type, and is asked for by name', async () => {
  site.pages['/a'] = answer(
    200,
    {
      'content-type': 'Text/HTML; charset="iso-8859-1"',
      etag: '"1"',
      'last-modified': 'Mon, 11 Mar 2024 07:15:00 GMT',
    },
    '<p>No.',
  )
  expect(await fetched('/a')).toMatchObject({
    url: `${site.url}/a`,
    type: 'text/html',
    charset: 'iso-8859-1',
    etag: '"1"',
    lastModified: 'Mon, 11 Mar 2024 07:15:00 GMT',
  })
  expect(site.asked[0]?.headers['user-agent']).toBe(`Counterclaim/0.1 (+${PUBLIC_URL})`)
})

test.each([
  ['gzip', gzipSync('<p>No.</p>')],
  ['br', brotliCompressSync('<p>No.</p>')],
  ['identity', Buffer.from('<p>No.</p>')],
])('what is packed by %s is unpacked', async (encoding, body) => {
  site.pages['/a'] = answer(200, { 'content-encoding': encoding }, body)
  expect(Buffer.from((await fetched('/a'))?.bytes ?? []).toString()).toBe('<p>No.</p>')
})

test('five redirects are followed, a sixth is not', async () => {
  for (let i = 0; i < 7; i++) site.pages[`/${i}`] = redirect(`/${i + 1}`)
  site.pages['/5'] = 'at last'
  expect((await fetched('/0'))?.url).toBe(`${site.url}/5`)
  site.pages['/5'] = redirect('/6')
  site.pages['/6'] = 'too far'
  expect(await refused('/0')).toMatchObject({
    message: expect.stringContaining('more than 5 times'),
    temporary: false,
  })
})

test.each([
  ['another loopback', 'http://[::1]/'],
  ['the metadata of a cloud', 'http://169.254.169.254/latest/meta-data/'],
  ['a private network', 'http://10.0.0.1/'],
  ['a number', 'http://2130706434:81/'],
  ['a file', 'file:///etc/passwd'],
])('a redirect to %s is not followed', async (_name, location) => {
  site.pages['/a'] = redirect(location)
  const message = await withFetcher(({ fetchPage }) => fetchPage(`${site.url}/a`), '127.0.0.1').catch(
    (error: Error) => error.message,
  )
  expect(message).toMatch(/public Internet|http:\/\/ or https|port/)
})

test('without leave nothing at loopback is asked, whatever its name', async () => {
  const port = new URL(site.url).port
  await expect(withFetcher(({ fetchPage }) => fetchPage(site.url), '')).rejects.toThrow(/public Internet/)
  await expect(
    withFetcher(({ fetchPage }) => fetchPage('http://news.example:8080/'), '', toLoopback),
  ).rejects.toThrow(/public Internet/)
  expect(site.asked).toEqual([])
  // The same name, allowed, is reached: the check is what stood in the way.
  site.pages['/a'] = 'No.'
  await withFetcher(({ fetchPage }) => fetchPage(`http://news.example:${port}/a`), 'news.example', toLoopback)
  expect(site.asked).toHaveLength(1)
})

test.each([
  [404, false],
  [403, false],
  [410, false],
  [429, true],
  [500, true],
  [503, true],
])('an answer of %i is told, and tried again: %s', async (status, temporary) => {
  site.pages['/a'] = answer(status, {})
  expect(await refused('/a')).toEqual({ message: expect.stringContaining(String(status)), temporary })
})

test('a page that has not changed is not sent again', async () => {
  site.pages['/a'] = (request, response) => {
    response.writeHead(request.headers['if-none-match'] === '"1"' ? 304 : 200, { etag: '"1"' }).end()
  }
  const validators = { etag: '"1"', lastModified: null }
  expect(await withFetcher(({ fetchPage }) => fetchPage(`${site.url}/a`, { validators }))).toBeNull()
})

test.each([
  ['as it is', {}, () => Buffer.alloc(26_000_000)],
  ['packed', { 'content-encoding': 'gzip' }, () => gzipSync(Buffer.alloc(30_000_000))],
])('a page that is too large %s is refused', async (_name, headers, make) => {
  site.pages['/a'] = answer(200, headers, make())
  expect(await refused('/a')).toMatchObject({
    message: expect.stringContaining('larger than 25 MB'),
    temporary: false,
  })
})

test.each([
  ['damaged', { 'content-encoding': 'gzip' }, /damaged/],
  ['packed in a way that is not read', { 'content-encoding': 'zstd' }, /zstd/],
])('what is %s is refused', async (_name, headers, expected) => {
  site.pages['/a'] = answer(200, headers, 'not packed')
  expect(await refused('/a')).toMatchObject({ message: expect.stringMatching(expected) })
})

test('a host that hangs up, or is not there, may be there later', async () => {
  site.pages['/a'] = (_request, response) => response.destroy()
  expect(await refused('/a')).toMatchObject({ temporary: true })
  await expect(
    withFetcher(({ fetchPage }) => fetchPage('http://nowhere.example/'), '', noHost),
  ).rejects.toMatchObject({
    message: 'There is no host of that name.',
    temporary: false,
  })
})
