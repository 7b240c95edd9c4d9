import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import { readPage } from '#contract/claim-lists.ts'
import { quoteAt } from '#domain/quote.ts'
import { buildExtension } from '../../server/extension-build.ts'
import { ARTICLES } from '../eval/anchor-articles.ts'
import { randomFrom } from '../eval/random.ts'
import { findChromium } from '../support/chromium.ts'

const PAGE_CHARACTERS = 100_000
const CLAIMS = 200
const ROUNDS = 5

/**
 * The extension on a page of 100,000 characters with 200 claims: how long it holds the page up, when it first reads it
 * and when the page has changed, and whether the browser counts a long task (W3C Long Tasks: 50 ms and more).
 */
export async function runExtensionBench(): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'counterclaim-bench-'))
  const paragraphs = makeParagraphs()
  const server = await serve(paragraphs)
  const extension = await extensionWithLeave(path.join(folder, 'extension'))
  const context = await chromium.launchPersistentContext(path.join(folder, 'profile'), {
    executablePath: findChromium() ?? '',
    headless: true,
    args: ['--no-sandbox', `--disable-extensions-except=${extension}`, `--load-extension=${extension}`],
  })
  try {
    const characters = paragraphs.join('\n\n').length
    console.log(`extension: ${CLAIMS} claims on a page of ${characters.toLocaleString('en-GB')} characters`)
    const own = await openOptions(context, server.url)
    for (const what of ['read', 'changed'] as const) {
      const rounds: Held[] = []
      for (let round = 0; round < ROUNDS; round++) rounds.push(await measure(context, own, server.url, what))
      const median = rounds.toSorted((a, b) => a.longest - b.longest)[ROUNDS >> 1]
      console.log(
        `  ${what === 'read' ? 'first read    ' : 'after a change'} longest hold-up ${median?.longest.toFixed(1)} ms (median of ${ROUNDS}), long tasks ${rounds.map(one => one.longTasks).join(' ')}, claims drawn after ${median?.took.toFixed(0)} ms`,
      )
    }
  } finally {
    await context.close()
    server.close()
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

type Held = { longest: number; longTasks: number; took: number }

async function measure(
  context: BrowserContext,
  own: Page,
  url: string,
  what: 'read' | 'changed',
): Promise<Held> {
  const page = await context.newPage()
  await page.goto(`${url}/page`)
  if (what === 'changed') {
    await inject(own, page)
    await drawn(page)
  }
  // What the page itself does at its start is not the extension's.
  await page.evaluate(() => new Promise(resolve => setTimeout(resolve, 1_000)))
  await watch(page)
  if (what === 'read') await inject(own, page)
  else
    await page.evaluate(() => {
      document.querySelector('p')?.append(' Updated.')
    })
  await drawn(page)
  const held = await page.evaluate(() => {
    const { since, longest, longTasks } = globalThis.held
    return { longest, longTasks, took: performance.now() - since }
  })
  await page.close()
  return held
}

declare global {
  var held: { since: number; longest: number; longTasks: number; drawn: Highlight | undefined }
}

/** Notes from now on how long the page waits between two turns, and every long task. */
async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const now = performance.now()
    globalThis.held = {
      since: now,
      longest: 0,
      longTasks: 0,
      drawn: CSS.highlights.get('counterclaim-claim'),
    }
    new PerformanceObserver(list => {
      globalThis.held.longTasks += list.getEntries().length
    }).observe({ type: 'longtask' })
    const { port1, port2 } = new MessageChannel()
    let before = now
    port1.addEventListener('message', () => {
      const turn = performance.now()
      globalThis.held.longest = Math.max(globalThis.held.longest, turn - before)
      before = turn
      port2.postMessage(null)
    })
    port1.start()
    port2.postMessage(null)
  })
}

/** Waits until the claims are drawn, anew where they were drawn before. */
async function drawn(page: Page): Promise<void> {
  await page.waitForFunction(count => {
    const highlight = CSS.highlights.get('counterclaim-claim')
    return highlight !== undefined && highlight.size >= count && highlight !== globalThis.held?.drawn
  }, CLAIMS)
}

async function inject(own: Page, page: Page): Promise<void> {
  await own.evaluate(async url => {
    const [tab] = (await chrome.tabs.query({} as never)).filter(tab => tab.url === url)
    const target = { tabId: tab?.id ?? 0 }
    await chrome.scripting.insertCSS({ target, files: ['page.css'] })
    await chrome.scripting.executeScript({ target, files: ['page.js'] })
  }, page.url())
}

async function openOptions(context: BrowserContext, origin: string): Promise<Page> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))
  const own = await context.newPage()
  await own.goto(worker.url().replace('background.js', 'options.html'))
  await own.evaluate(origin => chrome.storage.local.set({ origin, key: 'cck_bench' }), origin)
  return own
}

async function extensionWithLeave(folder: string): Promise<string> {
  fs.cpSync(path.join(await buildExtension(), 'chromium'), folder, { recursive: true })
  const file = path.join(folder, 'manifest.json')
  const manifest: object = JSON.parse(fs.readFileSync(file, 'utf8'))
  fs.writeFileSync(file, JSON.stringify({ ...manifest, host_permissions: ['http://localhost/*'] }))
  return folder
}

function makeParagraphs(): string[] {
  const random = randomFrom(200)
  const words = ARTICLES.filter(({ language }) => language === 'en').flatMap(({ text }) => text.split(/\s+/))
  const paragraphs: string[] = []
  for (let length = 0; length < PAGE_CHARACTERS; length += (paragraphs.at(-1)?.length ?? 0) + 2)
    paragraphs.push(
      Array.from({ length: 40 + random.below(60) }, () => words[random.below(words.length)]).join(' '),
    )
  return paragraphs
}

/** The page, and in place of the program what it answers about the page. */
async function serve(paragraphs: readonly string[]): Promise<{ url: string; close: () => void }> {
  const pages = answers(paragraphs)
  const html = `<!doctype html><title>A page</title><article>${paragraphs.map(words => `<p>${words}</p>`).join('\n')}</article>`
  const server = http.createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
    const isApi = pathname === readPage.path
    response.setHeader('content-type', isApi ? 'application/json' : 'text/html; charset=utf-8')
    response.end(isApi ? JSON.stringify(pages[Number(searchParams.get('cursor') ?? 0)]) : html)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://localhost:${port}`, close: () => void server.close() }
}

const AT = '2026-01-02T03:04:05.000Z'
const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

function answers(paragraphs: readonly string[]): object[] {
  const text = paragraphs.join('\n\n')
  const items = Array.from({ length: CLAIMS }, (_, number) => {
    const start = text.indexOf(' ', Math.floor(((text.length - 500) * number) / CLAIMS)) + 1
    const quote = quoteAt(text, start, text.indexOf(' ', start + 80))
    const source = { id: idOf(0), title: 'A page', kind: 'article', outlet: null, url: null }
    return {
      quote: { id: idOf(number), snapshotId: idOf(0), ...quote, page: null },
      first: true,
      claim: {
        id: idOf(number),
        version: 1,
        statement: `Claim ${number}`,
        howPut: 'asserted',
        speaker: { id: idOf(0), name: 'Ada', kind: 'person', role: null },
        said: null,
        topics: [],
        createdAt: AT,
        quote: { snapshotId: idOf(0), exact: quote?.exact, start: quote?.start, end: quote?.end },
        source: { ...source, published: null, modified: null },
        appearances: 1,
        disputed: false,
      },
    }
  })
  return [0, 1].map(page => ({
    source: null,
    items: items.slice(page * 100, page * 100 + 100),
    next: page === 0 ? '1' : null,
  }))
}
