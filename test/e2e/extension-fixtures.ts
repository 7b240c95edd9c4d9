import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import { buildExtension } from '../../web/extension/build.ts'
import { findChromium } from '../support/chromium.ts'
import { serveSite } from '../support/site.ts'
import { test as base } from './fixtures.ts'

export { expect } from './fixtures.ts'

type Browser = {
  context: BrowserContext
  /** Opens one of the extension's own pages. */
  open: (page: string) => Promise<Page>
  /** Opens the panel as a page of its own, for the tab of `page`. */
  panelOf: (page: Page) => Promise<Page>
}

type Fixtures = { site: Awaited<ReturnType<typeof serveSite>>; browserWithExtension: Browser }

/** The extension as it is built, where a person has let it read the pages of `localhost`: nobody can press a button here. */
function copyWithLeave(built: string, folder: string): void {
  fs.cpSync(built, folder, { recursive: true })
  const file = path.join(folder, 'manifest.json')
  const manifest: object = JSON.parse(fs.readFileSync(file, 'utf8'))
  fs.writeFileSync(file, JSON.stringify({ ...manifest, host_permissions: ['http://localhost/*'] }))
}

export const test = base.extend<Fixtures, { extension: string }>({
  extension: [
    async ({}, use) => {
      const built = await buildExtension()
      const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'counterclaim-extension-'))
      copyWithLeave(path.join(built, 'chromium'), folder)
      await use(folder)
      fs.rmSync(folder, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  site: async ({}, use) => {
    const site = await serveSite()
    await use(site)
    await site.close()
  },
  browserWithExtension: async ({ extension }, use) => {
    const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'counterclaim-profile-'))
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: findChromium() ?? '',
      headless: true,
      args: ['--no-sandbox', `--disable-extensions-except=${extension}`, `--load-extension=${extension}`],
    })
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))
    const origin =
      new URL(worker.url()).origin.replace('null', '') || worker.url().replace(/(\/\/[^/]+).*/, '$1')
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
    fs.rmSync(profile, { recursive: true, force: true })
  },
})
