import fs from 'node:fs'
import { createClaim } from '#contract/claims.ts'
import { createDispute, publishDispute } from '#contract/disputes.ts'
import { listSources, readSnapshot, readSource } from '#contract/sources.ts'
import { selectionOf } from '../support/given.ts'
import { makePdf, setLines } from '../support/make-pdf.ts'
import { articlePage, type NewsSite, openSite } from '../support/news-site.ts'
import { expectAccessible } from './accessible.ts'
import { expect, test } from './fixtures.ts'

const TITLE = 'Council says Harrow bridge will close in May'
const SAID = 'The repair will cost 14 million, and not one penny of it will come from the school budget'
const DENIED = 'the bridge would stay open for buses and bicycles'

const page = (said: string) =>
  articlePage({
    title: TITLE,
    author: 'Ada Lowe',
    published: '2024-03-11',
    paragraphs: [
      'The old bridge over the Wend at Harrow will close to all traffic on 6 May, the council leader told a public meeting on Monday evening.',
      `“${said},” she said to those who had come to listen in the old town hall.`,
      `Shopkeepers on the south bank said they had been told in January that ${DENIED}, and that they had it in writing.`,
    ],
  })

let site: NewsSite
test.beforeEach(async () => {
  site = await openSite({ '/bridge': page(SAID) })
})
test.afterEach(() => site.close())

test('an article is added by its address; what its page changes later is told with every claim of it', async ({
  as,
}) => {
  const [researcher, editor] = [await as('researcher'), await as('editor')]
  const address = `${site.url}/bridge`

  await test.step('a researcher gives the address, and the fields are filled in', async () => {
    const screen = researcher.page
    await screen.goto('/sources/new')
    await screen.getByRole('textbox', { name: 'Note' }).fill('Read out at the desk.')
    await screen.getByRole('textbox', { name: 'Fetch from an address' }).fill(address)
    await screen.getByRole('button', { name: 'Fetch', exact: true }).click()
    await expect(screen.getByRole('textbox', { name: 'Title' })).toHaveValue(TITLE)
    await expect(screen.getByRole('textbox', { name: 'Text' })).toHaveValue(new RegExp(SAID))
    await expect(screen.getByRole('textbox', { name: 'Address', exact: true })).toHaveValue(address)
    await expect(screen.getByRole('textbox', { name: 'Note' })).toHaveValue('Read out at the desk.')
    await expect(screen.getByText('Ada Lowe')).toBeVisible()
    await expectAccessible(screen)
    await screen.getByRole('button', { name: 'Save and open it' }).click()
    await expect(screen.getByRole('heading', { level: 1, name: TITLE })).toBeVisible()
  })

  const { items } = await researcher.client.call(listSources)
  const sourceId = items[0]?.id ?? ''
  const { snapshots } = await researcher.client.call(readSource, { params: { id: sourceId } })
  const { id: snapshotId, text } = await researcher.client.call(readSnapshot, {
    params: { id: snapshots[0]?.id ?? '' },
  })
  const claimOf = (statement: string, words: string) =>
    researcher.client.call(createClaim, {
      body: {
        statement,
        speaker: { name: 'The council', kind: 'organisation' },
        quote: selectionOf(snapshotId, text, words),
      },
    })
  const costs = await claimOf('The repair of the bridge will cost 14 million', SAID)
  const open = await claimOf('The bridge stays open for buses', DENIED)
  const dispute = await editor.client.call(createDispute, {
    body: {
      question: 'Will the bridge close?',
      positions: [
        { label: 'It will', claimIds: [costs.id] },
        { label: 'It stays open', claimIds: [open.id] },
      ],
    },
  })
  const { id, version, slug } = dispute
  await editor.client.call(publishDispute, { params: { id }, body: { version } })

  await test.step('an editor has the page visited every day', async () => {
    const screen = editor.page
    await screen.goto(`/sources/${sourceId}`)
    await screen.getByRole('combobox', { name: 'How often its page is visited again' }).click()
    await screen.getByRole('option', { name: 'Every day' }).click()
    await expect(screen.getByText('Reached')).toBeVisible()
    await expectAccessible(screen)
  })

  site.pages['/bridge'] = page(SAID.replace('14', '40'))

  await test.step('the newsroom edits the page; a visit shows which words', async () => {
    const screen = editor.page
    await screen.getByRole('link', { name: 'Watch' }).click()
    await screen.getByRole('button', { name: 'Visit now' }).click()
    const quote = screen.getByRole('region', {
      name: 'Quote of “The repair of the bridge will cost 14 million”',
    })
    await expect(quote.locator('del')).toHaveText('14')
    await expect(quote.locator('ins')).toHaveText('40')
    await expect(screen.getByText('1 changed or gone')).toBeVisible()
    await expectAccessible(screen)
    await screen.setViewportSize({ width: 360, height: 740 })
    const wide = await screen.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(wide).toBeLessThanOrEqual(0)
  })

  await test.step('the claim and the disputed point say it too', async () => {
    const screen = researcher.page
    await screen.goto(`/claims/${costs.id}`)
    await expect(screen.locator('del', { hasText: '14' })).toBeVisible()
    await expect(screen.locator('ins', { hasText: '40' })).toBeVisible()
    await expectAccessible(screen)
    await screen.goto(`/disputes/${slug}`)
    await expect(screen.getByText('Quote was changed in the source')).toBeVisible()
    await expect(screen.locator('ins', { hasText: '40' })).toBeVisible()
    await expectAccessible(screen)
    // The copy that is opened is the one the quote was taken from.
    await screen.getByRole('link', { name: 'In our copy' }).first().click()
    await expect(screen.getByText('This is not the newest version.')).toBeVisible()
  })
})

test('a file is dropped on the form, and what was typed is not lost', async ({ as }, info) => {
  const { page: screen } = await as('researcher')
  const pdf = makePdf([setLines(['The bridge will close in May.']), setLines(['It will stay closed.'])], {
    Title: 'Report on the bridge',
  })
  const file = info.outputPath('report.pdf')
  fs.writeFileSync(file, pdf)
  await screen.goto('/sources/new')
  await screen.getByRole('textbox', { name: 'Title' }).fill('My own title')
  const chooser = screen.waitForEvent('filechooser')
  await screen.getByRole('button', { name: 'Choose a file…' }).click()
  await (await chooser).setFiles(file)
  await expect(screen.getByRole('textbox', { name: 'Text' })).toHaveValue(
    /The bridge will close in May\.\s+It will stay closed\./,
  )
  await expect(screen.getByRole('textbox', { name: 'Title' })).toHaveValue('My own title')
  await screen.getByRole('button', { name: 'Undo' }).click()
  await expect(screen.getByRole('textbox', { name: 'Text' })).toHaveValue('')
  await screen.setViewportSize({ width: 360, height: 740 })
  await screen.getByRole('textbox', { name: 'Fetch from an address' }).fill(`${site.url}/nowhere`)
  await screen.getByRole('button', { name: 'Fetch', exact: true }).click()
  await expect(screen.getByRole('alert')).toContainText('404')
  site.pages['/nowhere'] = page(SAID)
  await screen.getByRole('button', { name: 'Try again' }).click()
  await expect(screen.getByRole('textbox', { name: 'Text' })).toHaveValue(new RegExp(SAID))
})
