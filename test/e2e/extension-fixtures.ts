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
}

type Own = { site: Awaited<ReturnType<typeof serveSite>>; browserWithExtension: Browser }

/** What a journey with the extension is given. */
export type Given = Own & Pick<Fixtures, 'program' | 'as'>

let built: Promise<string> | undefined

/** The extension as it is built, where a person has let it read the pages of a site: nobody can press its button here. */
async function extensionFor(siteUrl: string, folder: string): Promise<void> {
  built ??= buildExtension()
  fs.cpSync(path.join(await built, 'chromium'), folder, { recursive: true })
  const file = path.join(folder, 'manifest.json')
  const manifest: object = JSON.parse(fs.readFileSync(file, 'utf8'))
  const leave = { host_permissions: [`http://${new URL(siteUrl).hostname}/*`] }
  fs.writeFileSync(file, JSON.stringify({ ...manifest, ...leave }))
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
    const panelOf = async (page: Page) => {
      const options = await open('options.html')
      const id = await options.evaluate(async url => {
        const tabs = await chrome.tabs.query({} as never)
        return tabs.find(tab => tab.url === url)?.id
      }, page.url())
      await options.close()
      return open(`panel.html?tab=${id}`)
    }
    await use({ context, open, panelOf })
    await context.close()
    fs.rmSync(folder, { recursive: true, force: true })
  },
})
