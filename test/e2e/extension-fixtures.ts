import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import { buildExtension } from '../../server/extension-build.ts'
import { findChromium } from '../support/chromium.ts'
import { serveSite } from '../support/site.ts'
import { test as base, expect, type Fixtures } from './fixtures.ts'

export { expect }

type Browser = {
  context: BrowserContext
  /** Opens one of the extension's own pages. */
  open: (page: string) => Promise<Page>
  /** Opens the panel as a page of its own, for the tab of `page`. */
  panelOf: (page: Page) => Promise<Page>
  /** What happens at a key that the browser keeps for the extension, which a driver cannot press. */
  pressCommand: (command: string, page: Page) => Promise<void>
}

type Own = { site: Awaited<ReturnType<typeof serveSite>>; browserWithExtension: Browser }

/** What a journey with the extension is given. */
export type Given = Own & Pick<Fixtures, 'program' | 'as'>

let built: Promise<string> | undefined

/** The folder of the extension as it is built for a browser. */
export async function builtFor(browser: 'chromium' | 'firefox'): Promise<string> {
  built ??= buildExtension()
  return path.join(await built, browser)
}

/** The extension as it is built, where a person has let it read the pages of a site: nobody can press its button here. */
async function extensionFor(siteUrl: string, folder: string): Promise<void> {
  fs.cpSync(await builtFor('chromium'), folder, { recursive: true })
  const file = path.join(folder, 'manifest.json')
  const manifest: object = JSON.parse(fs.readFileSync(file, 'utf8'))
  const leave = { host_permissions: [`http://${new URL(siteUrl).hostname}/*`] }
  fs.writeFileSync(file, JSON.stringify({ ...manifest, ...leave }))
  // No script of a page may look into the card, and so no test could.
  const script = path.join(folder, 'page.js')
  const closed = fs.readFileSync(script, 'utf8')
  const open = closed.replace(/mode:(["'`])closed\1/, 'mode:"open"')
  expect(open).not.toBe(closed)
  fs.writeFileSync(script, open)
}

export const test = base.extend<Own>({
  site: async ({ program }, use) => {
    const site = await serveSite()
    expect(new URL(site.url).hostname).not.toBe(new URL(program.url).hostname)
    await use(site)
    await site.close()
  },
  browserWithExtension: async ({ site }, use) => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'counterclaim-extension-'))
    const extension = path.join(folder, 'extension')
    await extensionFor(site.url, extension)
    const context = await chromium.launchPersistentContext(path.join(folder, 'profile'), {
      executablePath: findChromium() ?? '',
      headless: true,
      args: ['--no-sandbox', `--disable-extensions-except=${extension}`, `--load-extension=${extension}`],
    })
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))
    const [origin = ''] = /^chrome-extension:\/\/[^/]+/.exec(worker.url()) ?? []
    const open = async (page: string) => {
      const opened = await context.newPage()
      await opened.goto(`${origin}/${page}`)
      return opened
    }
    const tabOf = (page: Page) =>
      worker.evaluate(async url => {
        const tabs = await chrome.tabs.query({} as never)
        return tabs.find(tab => tab.url === url)?.id
      }, page.url())
    const panelOf = async (page: Page) => open(`panel.html?tab=${await tabOf(page)}`)
    const pressCommand = async (command: string, page: Page) =>
      worker.evaluate(
        ([command, id]) => {
          const { onCommand } = chrome.commands as unknown as {
            onCommand: { dispatch: (command: string, tab: { id: number }) => void }
          }
          onCommand.dispatch(command, { id })
        },
        [command, (await tabOf(page)) ?? 0] as const,
      )
    await use({ context, open, panelOf, pressCommand })
    await context.close()
    fs.rmSync(folder, { recursive: true, force: true })
  },
})
