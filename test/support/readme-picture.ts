import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { seedStories } from '../../seeds/stories.ts'
import { readEnvironment } from '../../server/env.ts'
import { start } from '../../server/main.ts'
import { buildWeb } from '../../server/web-build.ts'
import { findChromium } from './chromium.ts'
import { freePort } from './postgres.ts'

/** Takes the README's picture of the Iraq letter side by side from the running program. */
const PICTURE = path.resolve(import.meta.dirname, '../../web/iraq-letter-side-by-side.png')
const POINT = '/disputes/did-the-united-states-decide-to-leave-iraq-in-january-2020'

await buildWeb(line => console.log(line))
const home = fs.mkdtempSync(path.join(os.tmpdir(), 'counterclaim-picture-'))
const port = String(await freePort())
const environment = readEnvironment({ PORT: port, DATA_DIR: home, LOG_LEVEL: 'silent' })
const running = await start({ environment, say: () => {}, seed: deps => seedStories(deps, () => {}) })
const executablePath = findChromium()
const browser = await chromium.launch({ args: ['--no-sandbox'], ...(executablePath && { executablePath }) })
const page = await browser.newPage({ viewport: { width: 1280, height: 1000 }, deviceScaleFactor: 1.5 })
await page.goto(`http://127.0.0.1:${port}${POINT}`)
await page.getByRole('heading', { level: 1 }).waitFor()
await page.evaluate(() => document.fonts.ready)
await page.screenshot({ path: PICTURE })
await browser.close()
await running.stop()
fs.rmSync(home, { recursive: true, force: true })
console.log(`Wrote ${path.relative(process.cwd(), PICTURE)}`)
