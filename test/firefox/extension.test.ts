import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { listClaims } from '#contract/claim-lists.ts'
import { createClaim } from '#contract/claims.ts'
import { createApiKey } from '#contract/keys.ts'
import { createSource } from '#contract/sources.ts'
import { clientOf } from '../support/client.ts'
import { selectionOf } from '../support/given.ts'
import { makePerson } from '../support/person.ts'
import { PROGRAM_SECRET, type Program, startProgram } from '../support/program.ts'
import { serveSite } from '../support/site.ts'
import { driveFirefox } from './driven.ts'

const SAID = 'There’s been no decision whatsoever to leave Iraq.'
const CHANGED = 'There has been a decision to leave Iran.'
const PATIENCE = { timeout: 20_000, interval: 100 }

/** A page that lets no script of its own run, nor a style. */
const ARTICLE = (words: string) => `<!doctype html><html lang="en"><head><title>No decision on Iraq</title>
  <meta http-equiv="Content-Security-Policy" content="default-src 'none'">
  <meta property="og:title" content="No decision on Iraq"></head><body><article><h1>No decision on Iraq</h1>
  <p>A letter made the rounds on Monday. “${words}” Defence Secretary Mark Esper told reporters.</p>
  <p>The chairman of the Joint Chiefs called the letter a draft, and a mistake.</p></article></body></html>`

/** What is highlighted, by kind. */
const HIGHLIGHTED = `return Object.fromEntries([...CSS.highlights].map(([name, ranges]) =>
  [name.replace('counterclaim-', ''), [...ranges].map(range => range.toString())]))`

/** The card of the page, through its closed tree. */
const CARD = `const card = document.querySelector('counterclaim-card')?.openOrClosedShadowRoot?.querySelector('.card')
  return card && { padding: getComputedStyle(card).paddingTop,
    open: card.getRootNode().host.matches(':popover-open') }`

let program: Program
let site: Awaited<ReturnType<typeof serveSite>>
let firefox: Awaited<ReturnType<typeof driveFirefox>>
let client: ReturnType<typeof clientOf>
let page = ''

/** A Firefox in which somebody has told the extension of a server and a key. */
beforeAll(async () => {
  program = await startProgram()
  const { url } = program
  site = await serveSite()
  const person = await makePerson(program.deps, PROGRAM_SECRET, { name: 'Researcher', role: 'researcher' })
  client = clientOf(url, person.viewer, person.cookie)
  const { secret } = await client.call(createApiKey, { body: { name: 'Extension', scope: 'write', days: 1 } })
  firefox = await driveFirefox()
  page = await firefox.front()
  await firefox.openOwn('options.html')
  await vi.waitFor(async () => expect(await firefox.text()).toContain('API key'), PATIENCE)
  await firefox.type('input[type=url]', url)
  await firefox.type('input[type=password]', secret)
  await firefox.press('Test the connection and save')
  await vi.waitFor(async () => expect(await firefox.text()).toContain('Saved. The server answers'), PATIENCE)
}, 120_000)

afterAll(async () => {
  await firefox?.close()
  await site?.close()
  await program?.stop()
})

const highlights = () => firefox.inPage(HIGHLIGHTED)

/** A page of the site with the words, and a claim of them on the server. */
async function claimed(name: string): Promise<string> {
  const url = `${site.url}/${name}`
  site.pages.set(`/${name}`, ARTICLE(SAID))
  const text = `A letter made the rounds on Monday. “${SAID}” Defence Secretary Mark Esper told reporters.`
  const { snapshots } = await client.call(createSource, {
    body: { title: 'No decision on Iraq', kind: 'article', url, text },
  })
  await client.call(createClaim, {
    body: {
      statement: 'There is no decision to leave Iraq',
      speaker: { name: `Mark Esper of ${name}`, kind: 'person' },
      quote: selectionOf(snapshots[0]?.id ?? '', text, SAID),
    },
  })
  return url
}

/** Shows a page and lets the extension read it. */
async function readIn(url: string): Promise<void> {
  await firefox.to(page)
  await firefox.go(url)
  await firefox.pressAction()
}

/** Opens the panel of the page in front as a page of its own. */
async function openPanel(): Promise<void> {
  const tab = await firefox.tabInFront()
  await firefox.to(await firefox.openTab())
  await firefox.openOwn(`panel.html?tab=${tab}`)
}

test('words that are selected become a claim in the side panel, and are marked in the page', async () => {
  site.pages.set('/new', ARTICLE(SAID))
  await readIn(`${site.url}/new`)
  const sideBar = () => firefox.inBrowser('return SidebarController.isOpen && SidebarController.currentID')
  await expect.poll(async () => String(await sideBar()), PATIENCE).toContain('counterclaim')
  await firefox.select(SAID)
  await openPanel()
  await expect.poll(firefox.text, PATIENCE).toContain('No claim was made of this page yet')
  await expect.poll(firefox.text, PATIENCE).toContain('Make a claim')
  await firefox.press('Make a claim')
  await expect.poll(firefox.text, PATIENCE).toContain('Save the claim')
  await firefox.press('Save the claim')
  await expect.poll(firefox.text, PATIENCE).toContain('Open the claim')
  const [claim] = (await client.call(listClaims)).items
  expect(claim?.quote.exact).toBe(SAID)
  await firefox.to(page)
  await expect.poll(highlights, PATIENCE).toEqual({ claim: [SAID] })
})

test('a press on marked words opens a card that no script of the page can look into', async () => {
  await readIn(await claimed('card'))
  await expect.poll(highlights, PATIENCE).toEqual({ claim: [SAID] })
  const [x, y] = (await firefox.inPage(
    `const box = [...CSS.highlights.get('counterclaim-claim')][0].getClientRects()[0]
     return [Math.round(box.x + 10), Math.round(box.y + box.height / 2)]`,
  )) as [number, number]
  await firefox.pressAt(x, y)
  await expect.poll(() => firefox.throughPage(CARD), PATIENCE).toEqual({ padding: '14px', open: true })
  expect(await firefox.inPage("return document.querySelector('counterclaim-card').shadowRoot")).toBeNull()
})

test('words that change are shown as changed: in the page, in the panel, and when it is opened again', async () => {
  const url = await claimed('changed')
  await readIn(url)
  await expect.poll(highlights, PATIENCE).toEqual({ claim: [SAID] })
  await firefox.inPage(
    `const [words] = document.querySelector('p').childNodes
     words.data = words.data.replace(arguments[0], arguments[1])`,
    SAID,
    CHANGED,
  )
  await expect.poll(highlights, PATIENCE).toEqual({ changed: [CHANGED] })
  await openPanel()
  await expect.poll(firefox.text, PATIENCE).toContain('Quote was changed in the source')
  site.pages.set('/changed', ARTICLE(CHANGED))
  await readIn(url)
  await expect.poll(highlights, PATIENCE).toEqual({ changed: [CHANGED] })
})

test('the browser is asked for leave to read a site, which is then read though no button is pressed', async () => {
  const url = await claimed('leave')
  await readIn(url)
  await expect.poll(highlights, PATIENCE).toEqual({ claim: [SAID] })
  await openPanel()
  await expect
    .poll(() => firefox.inPage("return document.querySelector('input[type=checkbox]') !== null"), PATIENCE)
    .toBe(true)
  await firefox.click('input[type=checkbox]')
  const allow = () =>
    firefox.inBrowser(`const { panel } = PopupNotifications
      const button = panel.firstElementChild?.button
      if (panel.state !== 'open' || !button) return 'waiting'
      button.click()
      return 'allowed'`)
  await expect.poll(allow, PATIENCE).toBe('allowed')
  const isOn = () => firefox.inPage("return document.querySelector('input[type=checkbox]')?.checked ?? null")
  await expect.poll(isOn, PATIENCE).toBe(true)
  await firefox.to(page)
  await firefox.go(url)
  await expect.poll(highlights, PATIENCE).toEqual({ claim: [SAID] })
})
