import { listReports } from '#contract/checks.ts'
import { createSource } from '#contract/sources.ts'
import { expectAccessible } from './accessible.ts'
import { expect, test } from './fixtures.ts'
import { selectWords } from './select-words.ts'

test.use({ stories: true })

const CONFLICT = 'Hurricane Maria killed 64 people in Puerto Rico.'
const DRAFT = `The storm and the numbers

${CONFLICT} Who counted them?

The new library in Ponce opens on Sundays.`

test('a draft is pasted, a conflict opens its claim and reason, the report is kept and its link opens it', async ({
  as,
}) => {
  const { page, client } = await as('researcher')
  await page.goto('/')
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Check a draft' }).click()
  await expectAccessible(page)
  await page.getByRole('textbox', { name: 'Draft' }).fill(DRAFT)
  await page.getByRole('button', { name: 'Read it' }).click()

  const sentence = page.getByRole('link', { name: CONFLICT })
  await expect(sentence).toHaveAttribute('data-mark', 'conflict')
  await expect(sentence.locator('mark').filter({ hasText: '64' })).toBeVisible()
  await expect(page.getByText(/^1 of 4 sentences conflicts with/)).toBeVisible()
  await expect(page.getByRole('link', { name: /library/ })).toHaveCount(0)
  await expectAccessible(page)

  await page.keyboard.press('j')
  const panel = page.getByRole('dialog', { name: /^Conflicts with/ })
  await expect(panel.locator('mark', { hasText: '2,975' }).first()).toBeVisible()
  await expect(panel.getByText(/64 ≠ 2,975|2,975 ≠ 64/).first()).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(sentence).toBeFocused()

  await page.reload()
  await expect(sentence).toBeVisible()
  expect((await client.call(listReports)).items).toEqual([])
  await page.getByRole('button', { name: 'Keep this report' }).click()
  await page.waitForURL(/\/check\/[0-9a-f-]+$/)
  await expect(page.getByRole('heading', { level: 1, name: 'The storm and the numbers' })).toBeVisible()

  const editor = await as('editor')
  await editor.page.goto(page.url())
  await editor.page.getByRole('link', { name: CONFLICT }).click()
  await expect(editor.page.getByRole('dialog').getByText('2,975').first()).toBeVisible()
  await expectAccessible(editor.page)
})

test('a conflict is shown while a claim is written in the reader', async ({ as }) => {
  const { page, client } = await as('researcher')
  const { id } = await client.call(createSource, {
    body: {
      title: 'The storm',
      kind: 'article',
      outlet: 'The Herald',
      text: `It was a year ago. ${CONFLICT} So it was said.`,
    },
  })
  await page.goto(`/sources/${id}`)
  await selectWords(page, CONFLICT)
  await page
    .getByRole('toolbar', { name: 'What to do with the selected words' })
    .getByRole('button', { name: 'Claim', exact: true })
    .click()
  const form = page.getByRole('dialog', { name: 'New claim' })
  const nearby = form.getByRole('region', { name: 'Stored claims nearby' })
  await expect(nearby.getByRole('heading', { name: 'May conflict with' })).toBeVisible()
  await expect(nearby.locator('mark', { hasText: '2,975' }).first()).toBeVisible()
  await expectAccessible(page)
  await form.getByRole('textbox', { name: 'Statement' }).fill('The library in Ponce opens on Sundays.')
  await expect(nearby).toHaveCount(0)
})
