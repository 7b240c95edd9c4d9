import { listClaims } from '#contract/claim-lists.ts'
import { listRelations } from '#contract/relations.ts'
import { expectAccessible } from './accessible.ts'
import { type Actor, expect, test } from './fixtures.ts'

test.use({ stories: true })

async function claimId({ client }: Actor, q: string): Promise<string> {
  const { items } = await client.call(listClaims, { query: { q } })
  expect(items).toHaveLength(1)
  return items[0]?.id ?? ''
}

test('an editor finds the other claim, marks the words with the keyboard and decides', async ({ as }) => {
  const editor = await as('editor')
  const { page } = editor
  const snow = await claimId(editor, '"8,848.86 m"')
  await page.goto(`/claims/${snow}`)
  await page.getByRole('link', { name: 'Link to another claim' }).click()
  await page.getByLabel('Find the other claim').fill('rock speaker:bureau')
  await page.getByRole('button', { name: /The rock of Mount Everest/ }).click()
  await expectAccessible(page)

  for (const [side, first] of [
    ['Claim of Nepal and China', '8,848.86'],
    ['Claim of State Bureau of Surveying and Mapping', '8,844.43'],
  ] as const) {
    const statement = page.getByRole('region', { name: side }).getByRole('group', { name: 'Statement' })
    await statement.getByRole('button', { name: first, exact: true }).click()
    await page.keyboard.press('Shift+ArrowRight')
    await expect(statement.locator('mark')).toHaveText([first, ' ', 'm'])
  }
  await page.getByRole('button', { name: 'Link and decide' }).click()
  await expect(page.getByText('Say why: the reason stands under your name.')).toBeVisible()
  await page.getByRole('combobox', { name: 'What is in dispute' }).click()
  await page.getByRole('option', { name: 'Number' }).click()
  await page.getByRole('combobox', { name: 'What holds' }).click()
  await page.getByRole('option', { name: 'Uses another definition' }).click()
  await page.getByLabel('Why').fill('Snow and rock are two heights.')
  await page.getByRole('button', { name: 'Link and decide' }).click()
  await expect(page.getByRole('heading', { name: 'Uses another definition: confirmed' })).toBeVisible()

  const { items } = await editor.client.call(listRelations, {
    query: { claim: snow, kind: 'different_definition' },
  })
  expect(items[0]?.reasons[0]).toMatchObject({
    type: 'quantity',
    explanation: expect.stringContaining(' m ≠ '),
  })
})

test('two editors decide at once: one gets a conflict and loses nothing they typed', async ({ as }) => {
  const [first, second] = [await as('editor'), await as('editor', 'two')]
  const claim = await claimId(first, '"6 and 18" -nothing')
  for (const { page } of [first, second]) {
    await page.goto(`/claims/${claim}`)
    const card = page.getByRole('article').filter({ hasText: '2,975 excess deaths' })
    await card.getByRole('button', { name: 'Decide otherwise' }).click()
    await card.getByLabel('Why').fill(page === first.page ? 'Other months.' : 'Other causes of death.')
  }
  await first.page.getByRole('button', { name: 'Decide', exact: true }).click()
  await expect(first.page.getByText('Your decision stands under your name.')).toBeVisible()

  await second.page.getByRole('button', { name: 'Decide', exact: true }).click()
  await expect(second.page.getByRole('alert').filter({ hasText: 'Other months.' })).toBeVisible()
  await expect(second.page.getByLabel('Why')).toHaveValue('Other causes of death.')
  await second.page.getByRole('button', { name: 'Decide', exact: true }).click()
  await expect(second.page.getByText('Your decision stands under your name.')).toBeVisible()
})
