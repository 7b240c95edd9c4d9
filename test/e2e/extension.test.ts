import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Frame, Page } from '@playwright/test'
import { listClaims } from '#contract/claim-lists.ts'
import { createClaim } from '#contract/claims.ts'
import { createApiKey } from '#contract/keys.ts'
import { createRelation, decide } from '#contract/relations.ts'
import { createSource, listSources, readSnapshot, readSource } from '#contract/sources.ts'
import { readWatch, visitNow } from '#contract/watches.ts'
import { selectionOf } from '../support/given.ts'
import { expectAccessible } from './accessible.ts'
import { builtFor, expect, type Given, test } from './extension-fixtures.ts'

const ARTICLE = (words: string) => `<!doctype html><html lang="en"><head>
  <title>No decision on Iraq | The Paper</title>
  <meta property="og:title" content="No decision on Iraq">
  <meta property="og:site_name" content="The Paper">
  <meta property="article:published_time" content="2020-01-06T20:15:00Z">
</head><body>
  <nav><a href="/">Home</a> <a href="/world">World</a></nav>
  <article>
    <h1>No decision on Iraq</h1>
    <p>A letter made the rounds on Monday. “${words}” Defence Secretary Mark Esper
       told reporters.</p>
    <p>The chairman of the Joint Chiefs called the letter a draft, and a mistake.</p>
  </article>
</body></html>`
/** Rules by which a page would hide, move and colour whatever is put into it. */
const HOSTILE =
  'counterclaim-card, div, h2 { display: none !important; position: static !important; color: red !important; opacity: 0 !important }'

const SAID = 'There’s been no decision whatsoever to leave Iraq.'

/** Selects words of a page, as a person does. */
async function select(page: Page, words: string) {
  await page.evaluate(words => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node.nodeValue ?? '').indexOf(words)
      if (at >= 0) document.getSelection()?.setBaseAndExtent(node, at, node, at + words.length)
    }
  }, words)
}

/** What is highlighted in a page, by kind. */
function highlighted(page: Page | Frame) {
  return page.evaluate(() =>
    Object.fromEntries(
      [...CSS.highlights].map(([name, ranges]) => [
        name.replace('counterclaim-', ''),
        [...ranges].map(range => (range instanceof Range ? range.toString() : '')),
      ]),
    ),
  )
}

test('words of any page become a claim, are seen again, and are seen to change', async ({
  program,
  as,
  site,
  browserWithExtension: { context, open, panelOf },
}) => {
  const { client } = await as('researcher')
  const { secret } = await client.call(createApiKey, { body: { name: 'Extension', scope: 'write', days: 1 } })
  site.pages.set('/letter', ARTICLE(SAID))

  const options = await open('options.html')
  await options.getByLabel('Address of your server').fill(program.url)
  await options.getByLabel('API key').fill(`${secret}x`)
  await options.getByRole('button', { name: 'Test the connection and save' }).click()
  await expect(options.getByText('This API key is not known. Nothing was saved.')).toBeVisible()
  await options.getByLabel('API key').fill(secret)
  await options.getByRole('button', { name: 'Test the connection and save' }).click()
  await expect(options.getByText(/^Saved. The server answers, and knows you as/)).toBeVisible()
  await expectAccessible(options)

  const page = await context.newPage()
  await page.goto(`${site.url}/letter?utm_source=feed`)
  const panel = await panelOf(page)
  await expect(panel.getByText('No claim was made of this page yet')).toBeVisible()
  await select(page, SAID)
  await panel.getByRole('button', { name: 'Make a claim' }).click()
  await expect(panel.getByLabel('Title')).toHaveValue('No decision on Iraq')
  await expect(panel.getByLabel('Outlet')).toHaveValue('The Paper')
  await expect(panel.getByLabel('Published')).toHaveValue('2020-01-06')
  await expect(panel.getByRole('textbox', { name: 'Speaker' })).toHaveValue('Mark Esper')
  await panel.getByLabel('Statement').fill('No decision to leave Iraq was made')

  // The panel closes at any moment; what was typed and the words it is about are there again.
  await panel.reload()
  await expect(panel.getByLabel('Statement')).toHaveValue('No decision to leave Iraq was made')
  await panel.getByRole('button', { name: 'Save the claim' }).click()
  await expect(panel.getByRole('link', { name: 'Open the claim' })).toBeVisible()
  await expect.poll(() => highlighted(page)).toMatchObject({ claim: [SAID] })

  const [claim] = (await client.call(listClaims)).items
  expect(claim).toMatchObject({ statement: 'No decision to leave Iraq was made', quote: { exact: SAID } })
  const [item] = (await client.call(listSources)).items
  const source = await client.call(readSource, { params: { id: item?.id ?? '' } })
  expect(source).toMatchObject({
    title: 'No decision on Iraq',
    outlet: 'The Paper',
    language: 'en',
    canonicalUrl: `${site.url}/letter`,
    published: { edtf: '2020-01-06' },
  })
  const snapshot = await client.call(readSnapshot, { params: { id: source.snapshots[0]?.id ?? '' } })
  expect(snapshot.text).toMatch(/^No decision on Iraq\n\nA letter made the rounds/)

  // The server reads the same words of the page: there is no second version of it, and no alarm.
  const { client: editor } = await as('editor')
  const params = { id: source.id }
  await editor.call(visitNow, { params })
  await expect.poll(async () => (await editor.call(readWatch, { params })).state).toBe('reached')
  expect((await client.call(readSource, { params })).snapshots).toHaveLength(1)

  await page.reload()
  await expect.poll(() => highlighted(page)).toMatchObject({ claim: [SAID] })

  site.pages.set('/letter', ARTICLE('There has been a decision to leave Iran.'))
  await page.reload()
  await expect(panel.getByText('Changed')).toBeVisible()
  await expectAccessible(panel)
  await expect(panel.locator('del')).toHaveText(['There’s', 'no', 'whatsoever', 'Iraq'])
  await expect
    .poll(() => highlighted(page))
    .toMatchObject({
      changed: ['There has been a decision to leave Iran.'],
    })
})

/** A source of that page with claims made of its words, and the extension that knows the server. */
async function readyFor(
  { program, as, site, browserWithExtension: { open } }: Given,
  paragraphs: string[],
  quoted: string[],
) {
  const { client } = await as('editor')
  const { secret } = await client.call(createApiKey, { body: { name: 'Extension', scope: 'write', days: 1 } })
  const url = `${site.url}/page`
  const body = { title: 'A page', kind: 'article', url, text: paragraphs.join('\n\n') } as const
  const { snapshots } = await client.call(createSource, { body })
  const { id, text } = await client.call(readSnapshot, { params: { id: snapshots[0]?.id ?? '' } })
  const claims = []
  for (const words of quoted)
    claims.push(
      await client.call(createClaim, {
        body: {
          statement: words,
          speaker: { name: 'Ada', kind: 'person' },
          quote: selectionOf(id, text, words),
        },
      }),
    )
  const options = await open('options.html')
  await options.getByLabel('Address of your server').fill(program.url)
  await options.getByLabel('API key').fill(secret)
  await options.getByRole('button', { name: 'Test the connection and save' }).click()
  await expect(options.getByText(/^Saved/)).toBeVisible()
  await options.close()
  return { client, url, claims }
}

const pageOf = (paragraphs: string[]) => paragraphs.map(words => `<p>${words}</p>`).join('')

test('a page that writes itself anew is read anew, whatever address it then has', async ({
  program,
  as,
  site,
  browserWithExtension,
}) => {
  const words = ['No decision was made on Monday by anybody here.', 'The letter was a draft, and a mistake.']
  const { url } = await readyFor({ program, as, site, browserWithExtension }, words, [
    'No decision was made on Monday',
  ])
  site.pages.set('/page', `<main>${pageOf(words)}</main>`)
  site.pages.set('/other', '<main><p>Other words.</p></main>')
  const page = await browserWithExtension.context.newPage()
  await page.goto(`${site.url}/other`)
  const panel = await browserWithExtension.panelOf(page)
  await expect(panel.getByText('No claim was made of this page yet')).toBeVisible()

  await page.evaluate(
    ({ url, html }) => {
      history.pushState(null, '', url)
      document.querySelector('main')!.innerHTML = html
    },
    { url, html: pageOf(words) },
  )
  await expect.poll(() => highlighted(page)).toEqual({ claim: ['No decision was made on Monday'] })
  await expect(panel.getByText('1 claim')).toBeVisible()

  await page.evaluate(() => {
    document.querySelector('main')!.prepend('Updated. ')
    document.querySelector('p')!.innerHTML = 'A decision was <em>made</em> on Monday by anybody here.'
  })
  await expect.poll(() => highlighted(page)).toEqual({ changed: ['A decision was made on Monday'] })
  await expect(panel.locator('del')).toHaveText(['No'])
})

test('disputed claims are told apart, and those in a frame of the page are found there', async ({
  program,
  as,
  site,
  browserWithExtension,
}) => {
  const words = [
    'It was decided on Sunday evening.',
    'Nothing was decided on that day at all.',
    'So they say.',
  ]
  const { client, claims } = await readyFor(
    { program, as, site, browserWithExtension },
    words,
    words.slice(0, 2),
  )
  const [left, right] = claims
  const relation = await client.call(createRelation, {
    body: { leftId: left?.id ?? '', rightId: right?.id ?? '', kind: 'contradicts', note: 'The same day.' },
  })
  const body = { version: relation.version, kind: 'contradicts', note: 'Both speak of Sunday.' } as const
  await client.call(decide, { params: { id: relation.id }, body })
  site.pages.set('/page', `<p>${words[0]}</p><iframe src="/frame"></iframe>`)
  site.pages.set('/frame', `<p>${words[1]}</p>`)
  const page = await browserWithExtension.context.newPage()
  await page.goto(`${site.url}/page`)
  const panel = await browserWithExtension.panelOf(page)
  await expect(panel.getByText('2 claims, 2 disputed')).toBeVisible()
  await expect(panel.getByText('Quote was', { exact: false })).toHaveCount(0)
  await expect.poll(() => highlighted(page)).toEqual({ disputed: [words[0]] })
  const frame = page.frames().find(frame => frame.url().endsWith('/frame'))
  await expect.poll(async () => frame && highlighted(frame)).toEqual({ disputed: [words[1]] })

  await panel.getByRole('button', { name: words[0] ?? '' }).click()
  await expect.poll(() => highlighted(page)).toEqual({ disputed: [words[0]], shown: [words[0]] })
})

test('a press on marked words opens a card that the page cannot touch; it is spoken, stepped through and closed', async ({
  program,
  as,
  site,
  browserWithExtension,
}) => {
  const words = ['It was decided on Sunday evening.', 'Nothing was decided on that day at all.']
  const { url, claims } = await readyFor({ program, as, site, browserWithExtension }, words, words)
  // A page that loads nothing, forbids styles in itself, and hides what it does not know.
  site.pages.set(
    '/page',
    `<!doctype html><html lang="en"><title>A page</title><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${createHash('sha256').update(HOSTILE).digest('base64')}'">
    <style>${HOSTILE}</style>${pageOf([words[0] ?? '', 'Nothing was decided on Monday at all.'])}<button>Of the page</button>`,
  )
  const page = await browserWithExtension.context.newPage()
  await page.goto(url)
  await page.setViewportSize({ width: 360, height: 700 })
  await browserWithExtension.panelOf(page)
  await page.bringToFront()
  await expect.poll(() => highlighted(page)).toMatchObject({ claim: [words[0]] })
  await page.getByText('It was decided').click({ position: { x: 30, y: 8 } })

  const card = page.getByRole('dialog', { name: words[0] ?? '' })
  await expect(card).toBeFocused()
  await expect(card).toContainText('Ada')
  await expect(card.getByRole('link', { name: 'Open the claim' })).toHaveAttribute(
    'href',
    `${program.url}/claims/${claims[0]?.id}`,
  )
  const box = await card.boundingBox()
  expect(box?.x).toBeGreaterThanOrEqual(0)
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360)
  // A style of its own, whatever the page's policy and rules say.
  expect(await card.evaluate(element => getComputedStyle(element).paddingTop)).toBe('14px')

  await card.getByRole('button', { name: 'Next claim' }).press('Enter')
  const changed = page.getByRole('dialog', { name: words[1] ?? '' })
  await expect(changed).toContainText('Claim 2 of 2')
  await expect(changed).toContainText('Quote was changed in the source')
  await expect(changed.locator('del')).toContainText('that day')
  await expect(changed.locator('ins')).toContainText('Monday')
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(changed).toBeHidden()
  expect(await highlighted(page)).not.toHaveProperty('shown')

  // Without a pointer: the key that the browser gives to the next claim.
  const ofThePage = page.getByRole('button', { name: 'Of the page' })
  await ofThePage.focus()
  await browserWithExtension.pressCommand('next-claim', page)
  await expect(page.getByRole('dialog')).toBeFocused()
  await page.getByRole('button', { name: 'Close' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(ofThePage).toBeFocused()
})

test('a bookmark hands words of a page to the form, where no extension is', async ({
  as,
  site,
  program,
  browser,
}) => {
  const { client, cookie } = await as('researcher')
  // Not the context of the actor, in which nothing may be asked of another site.
  const context = await browser.newContext({ baseURL: program.url })
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, url: program.url, httpOnly: true, sameSite: 'Lax' }])
  const page = await context.newPage()
  await page.goto('/keys')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expectAccessible(page)
  await page.goto('/anywhere')
  await expect(page.getByRole('link', { name: 'Make a claim' })).toBeVisible()
  await expectAccessible(page)
  const bookmark = (await page.getByRole('link', { name: 'Make a claim' }).getAttribute('href')) ?? ''
  expect(bookmark).toMatch(/^javascript:/)
  site.pages.set('/letter', ARTICLE(SAID))
  await page.goto(`${site.url}/letter?utm_source=feed`)
  await select(page, SAID)
  const window = context.waitForEvent('page')
  await page.evaluate(
    code => {
      // As the browser runs a bookmark: in the page, at a press of the person.
      const script = document.createElement('script')
      script.textContent = code
      document.body.append(script)
    },
    decodeURIComponent(bookmark.replace(/^javascript:/, '')),
  )
  const form = await window
  await expect(form.getByLabel('Title')).toHaveValue('No decision on Iraq')
  await expect(form.getByRole('textbox', { name: 'Statement' })).toHaveValue(SAID)
  await expect(form).toHaveURL(`${program.url}/annotate`)
  await expectAccessible(form)
  await form.reload()
  await expect(form.getByRole('textbox', { name: 'Speaker' })).toHaveValue('Mark Esper')
  await form.getByRole('button', { name: 'Save the claim' }).click()
  await expect(form).toHaveURL(/\/claims\/[\w-]{36}$/)
  const [claim] = (await client.call(listClaims)).items
  expect(claim).toMatchObject({ quote: { exact: SAID }, source: { title: 'No decision on Iraq' } })
  await context.close()
})

test('what is put into a page is small: kilobytes as they are packed', async () => {
  const folder = await builtFor('chromium')
  const sizeOf = (script: string) => gzipSync(fs.readFileSync(path.join(folder, script))).length / 1_000
  expect(sizeOf('page.js')).toBeLessThanOrEqual(9)
  expect(sizeOf('capture.js')).toBeLessThanOrEqual(25)
})
