import assert from 'node:assert/strict'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { listClaims } from '#contract/claims.ts'
import { createApiKey } from '#contract/keys.ts'
import { generateClient } from '../../server/db/generate.ts'
import { readEnvironment } from '../../server/env.ts'
import { buildExtension } from '../../server/extension-build.ts'
import { clientOf } from '../support/client.ts'
import { startFirefox } from '../support/firefox.ts'
import { makePerson } from '../support/person.ts'
import { freePort } from '../support/postgres.ts'
import { serveSite } from '../support/site.ts'

const SECRET = 'a secret of the check, long enough to sign with'
const ID = 'extension@counterclaim.example'
const UUID = '6a3b0f0e-4f5d-4f0a-9c55-1d7f4f2b7c11'
const SAID = 'There’s been no decision whatsoever to leave Iraq.'
const CHANGED = 'There has been a decision to leave Iran.'
const PATIENCE_MS = 20_000

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
  return card && { words: card.textContent, padding: getComputedStyle(card).paddingTop,
    open: card.getRootNode().host.matches(':popover-open') }`

async function until(what: string, look: () => Promise<unknown>, holds: (seen: unknown) => boolean) {
  const end = Date.now() + PATIENCE_MS
  for (;;) {
    const seen = await look()
    if (holds(seen)) {
      console.log(`✓ ${what}`)
      return seen
    }
    assert.ok(Date.now() < end, `${what}: ${JSON.stringify(seen)}`)
    await wait(100)
  }
}

generateClient()
const { start } = await import('../../server/main.ts')
const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'counterclaim-firefox-data-'))
const port = await freePort()
const url = `http://127.0.0.1:${port}`
const program = await start({
  environment: readEnvironment({
    PORT: String(port),
    PUBLIC_URL: url,
    DATA_DIR: dataDir,
    AUTH_SECRET: SECRET,
    SEED: 'none',
    SUGGEST: 'off',
    FETCH_ALLOW: '127.0.0.1 localhost',
    LOG_LEVEL: 'silent',
  }),
  say: () => {},
})
const site = await serveSite()
const firefox = await startFirefox(process.env['FIREFOX'] ?? 'firefox-esr', { [ID]: UUID })
const { ask, inPage, throughPage, inBrowser } = firefox

const go = (address: string) => ask('WebDriver:Navigate', { url: address })
const handle = async () => String((await ask('WebDriver:GetWindowHandle'))?.value)
const text = () => inPage('return document.body.innerText')
/** The text holds these words. */
const says = (words: string) => (seen: unknown) => String(seen).includes(words)

async function find(using: 'css selector' | 'xpath', value: string): Promise<string> {
  const found = await ask('WebDriver:FindElement', { using, value })
  return String(Object.values(found?.value as object)[0])
}
async function type(css: string, text: string) {
  const id = await find('css selector', css)
  await ask('WebDriver:ElementClear', { id })
  await ask('WebDriver:ElementSendKeys', { id, text })
}
/** Presses the button of these words. */
async function press(words: string) {
  await ask('WebDriver:ElementClick', {
    id: await find('xpath', `//button[normalize-space()=${JSON.stringify(words)}]`),
  })
}
/** Presses the extension's button in the browser's bar, by which it may read the page in front. */
const pressAction = () =>
  inBrowser(
    `const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs')
     const extension = WebExtensionPolicy.getByID(arguments[0]).extension
     return ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window)`,
    ID,
  )

try {
  console.log(`Firefox ${firefox.version}`)
  const folder = path.join(await buildExtension(), 'firefox')
  await ask('Addon:Install', { path: folder, temporary: true })

  const person = await makePerson(program.deps, SECRET, { name: 'Researcher', role: 'researcher' })
  const client = clientOf(url, person.viewer, person.cookie)
  const { secret } = await client.call(createApiKey, { body: { name: 'Extension', scope: 'write', days: 1 } })
  await go(`moz-extension://${UUID}/options.html`)
  await until('the options open', text, says('API key'))
  await type('input[type=url]', url)
  await type('input[type=password]', secret)
  await press('Test the connection and save')
  await until('the options save a server and a key', text, says('Saved. The server answers'))

  site.pages.set('/letter', ARTICLE(SAID))
  await go(`${site.url}/letter`)
  const page = await handle()
  await pressAction()
  await until(
    'the side bar opens at a press of the button',
    () => inBrowser('return SidebarController.isOpen && SidebarController.currentID'),
    says('counterclaim'),
  )
  const tab = await inBrowser(
    `const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs')
     return ExtensionParent.apiManager.global.tabTracker.getId(gBrowser.selectedTab)`,
  )
  await inPage(
    `const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
     for (let node = walker.nextNode(); node; node = walker.nextNode()) {
       const at = node.nodeValue.indexOf(arguments[0])
       if (at >= 0) document.getSelection().setBaseAndExtent(node, at, node, at + arguments[0].length)
     }`,
    SAID,
  )
  const opened = (await ask('WebDriver:NewWindow', { type: 'tab', focus: false })) as { handle?: string }
  const panel = String(opened.handle)
  const to = (handle: string, focus = true) => ask('WebDriver:SwitchToWindow', { handle, focus })
  await to(panel)
  await go(`moz-extension://${UUID}/panel.html?tab=${String(tab)}`)
  await until('the panel reads the page', text, says('No claim was made of this page yet'))
  await until('the panel knows what is selected', text, says('Make a claim'))
  await press('Make a claim')
  await until('the form holds the words', text, says('Save the claim'))
  await press('Save the claim')
  await until('the claim is saved', text, says('Open the claim'))
  const [claim] = (await client.call(listClaims)).items
  assert.equal(claim?.quote.exact, SAID)

  await to(page)
  const highlights = () => inPage(HIGHLIGHTED)
  await until('its words are marked', highlights, seen => isDeepStrictEqual(seen, { claim: [SAID] }))
  await inPage('document.getSelection().removeAllRanges()')
  const at = (await inPage(
    `const box = [...CSS.highlights.get('counterclaim-claim')][0].getClientRects()[0]
     return [Math.round(box.x + 10), Math.round(box.y + box.height / 2)]`,
  )) as [number, number]
  await ask('WebDriver:PerformActions', {
    actions: [
      {
        type: 'pointer',
        id: 'mouse',
        actions: [
          { type: 'pointerMove', x: at[0], y: at[1], duration: 0 },
          { type: 'pointerDown', button: 0 },
          { type: 'pointerUp', button: 0 },
        ],
      },
    ],
  })
  const card = await until('a press opens the card', () => throughPage(CARD), says('[object'))
  assert.deepEqual({ ...(card as object), words: '' }, { words: '', padding: '14px', open: true })
  assert.equal(await inPage("return document.querySelector('counterclaim-card').shadowRoot"), null)

  await inPage(
    `const [words] = document.querySelector('p').childNodes
     words.data = words.data.replace(arguments[0], arguments[1])`,
    SAID,
    CHANGED,
  )
  await until('changed words are marked as changed', highlights, seen =>
    isDeepStrictEqual(seen, { changed: [CHANGED], shown: [CHANGED] }),
  )
  await to(panel)
  await until('the panel says so', text, says('Quote was changed in the source'))

  site.pages.set('/letter', ARTICLE(CHANGED))
  await to(page)
  await go(`${site.url}/letter`)
  await pressAction()
  await until('and they are when the page is opened again', highlights, seen =>
    isDeepStrictEqual(seen, { changed: [CHANGED] }),
  )

  await to(panel)
  await ask('WebDriver:ElementClick', { id: await find('css selector', 'input[type=checkbox]') })
  await until(
    'the browser asks whether the site may be read',
    () =>
      inBrowser(`const { panel } = PopupNotifications
        const button = panel.firstElementChild?.button
        if (panel.state !== 'open' || !button) return 'waiting'
        button.click()
        return 'allowed'`),
    says('allowed'),
  )
  await until(
    'the site may be read by itself',
    () => inPage("return String(document.querySelector('input[type=checkbox]')?.checked)"),
    says('true'),
  )
  await to(page)
  await go(`${site.url}/letter`)
  await until('so its words are marked though no button was pressed', highlights, seen =>
    isDeepStrictEqual(seen, { changed: [CHANGED] }),
  )
} finally {
  await firefox.close()
  await site.close()
  await program.stop()
  fs.rmSync(dataDir, { recursive: true, force: true })
}
