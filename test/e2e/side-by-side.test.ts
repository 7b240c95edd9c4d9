import express from 'express'
import { listen } from '../support/listen.ts'
import { expectAccessible } from './accessible.ts'
import { expect, test } from './fixtures.ts'

const QUESTION = 'Did the United States decide to leave Iraq in January 2020?'

test.use({ stories: true })

test('a reader without an account compares the sides of a disputed point', async ({ page }) => {
  await page.goto('/')
  await expectAccessible(page)
  await page.getByRole('link', { name: QUESTION }).click()
  await expect(page.getByRole('heading', { level: 1, name: QUESTION })).toBeVisible()

  // The words in dispute are marked on both sides, and lighting one lights the other.
  const said = page.locator('mark.disputed', { hasText: 'prepare for onward movement' }).first()
  const denied = page.locator('mark.disputed', { hasText: 'no decision to leave Iraq' }).first()
  await expect(denied).not.toHaveAttribute('data-lit')
  await said.getByRole('link').focus()
  await expect(denied).toHaveAttribute('data-lit')
  await page.keyboard.press('Enter')
  await expect(denied.getByRole('link')).toBeFocused()
  await expectAccessible(page)

  // Nothing that needs an account is offered.
  await expect(page.getByRole('link', { name: 'Edit' })).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'Discussion' })).toHaveCount(0)

  // Every word leads to its source.
  await page.getByRole('link', { name: 'In our copy' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Letter to Abdul Amir')
  await expect(page.getByText('CJTF-OIR will be repositioning forces').first()).toBeVisible()
})

test('on a phone the sides stand under each other, and nothing scrolls sideways', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  for (const path of [
    '/',
    '/disputes/did-the-united-states-decide-to-leave-iraq-in-january-2020',
    '/claims',
    '/sources',
  ]) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(wider, path).toBeLessThanOrEqual(0)
  }
})

test('what is not published is not there for a reader', async ({ page, as }) => {
  const editor = await as('editor')
  await editor.page.goto('/disputes/how-high-is-mount-everest')
  await editor.page.getByRole('button', { name: 'Unpublish' }).click()
  await expect(editor.page.getByRole('button', { name: 'Publish', exact: true })).toBeVisible()
  await page.goto('/')
  await expect(page.getByRole('link', { name: QUESTION })).toBeVisible()
  await expect(page.getByRole('link', { name: 'How high is Mount Everest?' })).toHaveCount(0)
  await page.goto('/disputes/how-high-is-mount-everest')
  await expect(page.getByRole('heading', { name: 'How high is Mount Everest?' })).toHaveCount(0)
})

test('another page shows the point inside it; its links open outside', async ({ page, browser }) => {
  await page.goto('/disputes/did-the-united-states-decide-to-leave-iraq-in-january-2020')
  await page.getByRole('button', { name: 'Embed' }).click()
  const code = await page.getByRole('textbox', { name: 'Code to embed' }).inputValue()
  await expectAccessible(page)

  const newspaper = await listen(
    express().get('/', (_request, response) => {
      response.send(`<!doctype html><title>News</title><main><h1>Another page</h1>${code}</main>`)
    }),
  )
  const context = await browser.newContext()
  const news = await context.newPage()
  await news.goto(newspaper.url)
  const frame = news.frameLocator('iframe')
  await expect(frame.getByRole('heading', { level: 1, name: QUESTION })).toBeVisible()
  await expect(frame.getByRole('link', { name: 'Edit' })).toHaveCount(0)
  const opened = context.waitForEvent('page')
  await frame.getByRole('link', { name: /on Counterclaim/ }).click()
  await expect((await opened).getByRole('heading', { level: 1, name: QUESTION })).toBeVisible()
  await expect(frame.getByRole('heading', { level: 1, name: QUESTION })).toBeVisible()
  await context.close()
  await newspaper.close()
})
