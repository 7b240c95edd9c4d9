import { gzipSync } from 'node:zlib'
import { expect, test } from './fixtures.ts'

/** Of the script that a first visit loads, compressed as the server sends it. */
const MOST_BYTES = 250_000

test.use({ stories: true })

test('the first page comes with at most 250 kB of script, whatever it shows', async ({ page }) => {
  const scripts: Promise<number>[] = []
  page.on('response', response => {
    if (response.request().resourceType() !== 'script') return
    scripts.push(response.body().then(body => gzipSync(body).length))
  })
  await page.goto('/')
  await expect(page.getByRole('main').getByRole('link').first()).toBeVisible()
  await page.waitForLoadState('networkidle')
  const sizes = await Promise.all(scripts)
  expect(sizes.length).toBeGreaterThan(0)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(MOST_BYTES)
})
