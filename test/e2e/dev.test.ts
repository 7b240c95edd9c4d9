import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { launch, SERVES } from '../support/server-process.ts'
import { expect, test } from './fixtures.ts'

/** What whoever changes the program works with: `npm run dev`, the screens from their sources beside the server. */

test('the screens come from their sources, and ask the server', async ({ browser, running }) => {
  // Depending on `running` means that the screens are built by now.
  expect(running.url).toBeTruthy()
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'counterclaim-dev-'))
  const dev = await launch('server/dev.ts', {
    DATA_DIR: path.join(home, 'data'),
    SEED: 'stories',
    NO_COLOR: '1',
  })
  const context = await browser.newContext()
  try {
    const address = (await dev.said(/Local:\s+http\S+/)).replace(/^Local:\s+/, '')
    await dev.said(SERVES)
    const page = await context.newPage()
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByRole('main').getByRole('link', { name: /Iraq/ }).first()).toBeVisible()
    expect(await page.evaluate(() => document.querySelector('script[src="/main.tsx"]') !== null)).toBe(true)
  } finally {
    await context.close()
    await dev.end('SIGTERM')
    fs.rmSync(home, { recursive: true, force: true })
  }
})
