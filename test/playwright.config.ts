import path from 'node:path'
import { defineConfig } from '@playwright/test'
import { findChromium } from './support/chromium.ts'

const chromium = findChromium()

/** The journeys, in the Chromium that the machine has, else in Playwright's own. */
export default defineConfig({
  testDir: path.join(import.meta.dirname, 'e2e'),
  testMatch: '*.test.ts',
  outputDir: path.join(import.meta.dirname, '.output/e2e'),
  timeout: 240_000,
  expect: { timeout: 30_000 },
  retries: 0,
  // One server of our own and a browser keep two cores busy.
  workers: 1,
  forbidOnly: true,
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ? [['line'], ['json']] : 'list',
  use: {
    browserName: 'chromium',
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(chromium !== null && { executablePath: chromium }),
      // Root may not sandbox in a container; and no name but our own address is ever looked up.
      args: ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost'],
    },
  },
})
