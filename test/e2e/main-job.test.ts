import { listClaims } from '#contract/claim-lists.ts'
import { expectAccessible } from './accessible.ts'
import { expect, test } from './fixtures.ts'
import { selectWords } from './select-words.ts'

const DENIED = 'There is no plan to close the harbour.'
const PLANNED = 'The harbour will close in March.'

const ARTICLE = `Harbour to close, says the port authority

The port authority of Westhaven announced on Monday that the old harbour has no future. “${PLANNED}” said Ines Okafor, head of the authority, to reporters at the quay.

The mayor, Tomas Lind, disagreed within the hour. “${DENIED}” he said in the town hall. 🚢 The ferries, he added, go on as before.`

test('from a sentence in an article to the disputed point side by side', async ({ as, page: reader }) => {
  const { page, client } = await as('researcher')

  await test.step('a researcher adds the article', async () => {
    await page.goto('/sources/new')
    await page.getByRole('textbox', { name: 'Text', exact: true }).fill(ARTICLE)
    await page.getByRole('textbox', { name: 'Title' }).fill('Harbour to close, says the port authority')
    await page.getByRole('combobox', { name: 'Outlet' }).fill('Westhaven Courier')
    await page.getByRole('textbox', { name: 'Published' }).fill('6 January 2020')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Save and open it' }).click()
    await expect(page.getByRole('heading', { level: 1, name: /Harbour to close/ })).toBeVisible()
  })

  await test.step('marks two sentences and makes a claim of each', async () => {
    for (const [words, speaker] of [
      [PLANNED, 'Ines Okafor'],
      [DENIED, 'Tomas Lind'],
    ] as const) {
      await selectWords(page, words)
      await page
        .getByRole('toolbar', { name: 'What to do with the selected words' })
        .getByRole('button', { name: 'Claim', exact: true })
        .click()
      await expect(page.getByRole('textbox', { name: 'Statement' })).toHaveValue(words)
      await page.getByRole('textbox', { name: 'Speaker' }).fill(speaker)
      await page.getByRole('button', { name: 'Save the claim' }).click()
      await expect(page.getByRole('button', { name: 'Save the claim' })).toHaveCount(0)
    }
    const { items } = await client.call(listClaims, { query: {} })
    expect(items.map(claim => claim.quote.exact)).toEqual([DENIED, PLANNED])
    await page.reload()
    await expect(page.getByRole('article').filter({ hasText: PLANNED })).toBeVisible()
    await expectAccessible(page)
  })

  const editor = await as('editor')
  await test.step('an editor links them and decides', async () => {
    const { items } = await client.call(listClaims, { query: { q: 'March' } })
    await editor.page.goto(`/claims/${items[0]?.id ?? ''}/link`)
    await editor.page.getByLabel('Find the other claim').fill('no plan')
    await editor.page.getByRole('button', { name: /no plan to close/ }).click()
    for (const [speaker, first, last] of [
      ['Ines Okafor', 'will', 'close'],
      ['Tomas Lind', 'no', 'close'],
    ] as const) {
      const statement = editor.page
        .getByRole('region', { name: `Claim of ${speaker}` })
        .getByRole('group', { name: 'Statement' })
      await statement.getByRole('button', { name: first, exact: true }).click()
      await statement.getByRole('button', { name: last, exact: true }).click({ modifiers: ['Shift'] })
    }
    await editor.page.getByLabel('Why').fill('Closing in March and no plan to close cannot both be true.')
    await editor.page.getByRole('button', { name: 'Link and decide' }).click()
    await editor.page.getByRole('link', { name: 'Put both on a disputed point' }).click()
  })

  await test.step('puts both on a disputed point and publishes it', async () => {
    await editor.page.getByRole('textbox', { name: 'Question' }).fill('Will the harbour close?')
    await editor.page.getByRole('textbox', { name: 'Side A', exact: true }).fill('Yes, in March')
    await editor.page.getByRole('textbox', { name: 'Side B', exact: true }).fill('No')
    await expectAccessible(editor.page)
    await editor.page.getByRole('button', { name: 'Open the point' }).click()
    await expect(
      editor.page.getByRole('heading', { level: 1, name: 'Will the harbour close?' }),
    ).toBeVisible()
    await reader.goto('/')
    await expect(reader.getByRole('link', { name: 'Will the harbour close?' })).toHaveCount(0)
    await editor.page.getByRole('button', { name: 'Publish', exact: true }).click()
    await expect(editor.page.getByRole('button', { name: 'Unpublish' })).toBeVisible()
  })

  await test.step('a reader without an account compares the sides and goes to the source', async () => {
    await reader.goto('/')
    await reader.getByRole('link', { name: 'Will the harbour close?' }).click()
    await expect(reader.locator('mark.disputed', { hasText: 'will close' }).first()).toBeVisible()
    await expect(reader.locator('mark.disputed', { hasText: 'no plan to close' }).first()).toBeVisible()
    await expect(reader.getByText('Closing in March and no plan to close cannot both be true.')).toBeVisible()
    await reader.getByRole('link', { name: 'In our copy' }).first().click()
    await expect(reader.getByRole('heading', { level: 1, name: /Harbour to close/ })).toBeVisible()
    // A reader marks nothing.
    await selectWords(reader, PLANNED)
    await expect(reader.getByRole('toolbar', { name: 'What to do with the selected words' })).toHaveCount(0)
  })
})
