import type { Page } from '@playwright/test'
import { listClaims } from '#contract/claims.ts'
import { createApiKey } from '#contract/keys.ts'
import { listSources, readSnapshot, readSource } from '#contract/sources.ts'
import { expect, test } from './extension-fixtures.ts'

const ARTICLE = (words: string) => `<!doctype html><html lang="en"><head>
  <title>No decision on Iraq | The Paper</title>
  <meta property="og:title" content="No decision on Iraq">
  <meta property="og:site_name" content="The Paper">
  <meta property="article:published_time" content="2020-01-06T20:15:00Z">
</head><body>
  <nav><a href="/">Home</a> <a href="/world">World</a></nav>
  <article>
    <h1>No decision on Iraq</h1>
    <p>A letter made the rounds on Monday. “${words}” Defence Secretary Mark Esper
       told reporters.</p>
    <p>The chairman of the Joint Chiefs called the letter a draft, and a mistake.</p>
  </article>
</body></html>`
const SAID = 'There’s been no decision whatsoever to leave Iraq.'

/** Selects words of a page, as a person does. */
async function select(page: Page, words: string) {
  await page.evaluate(words => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node.nodeValue ?? '').indexOf(words)
      if (at >= 0) document.getSelection()?.setBaseAndExtent(node, at, node, at + words.length)
    }
  }, words)
}

/** What is highlighted in a page, by kind. */
function highlighted(page: Page) {
  return page.evaluate(() =>
    Object.fromEntries(
      [...CSS.highlights].map(([name, ranges]) => [
        name.replace('counterclaim-', ''),
        [...ranges].map(range => (range instanceof Range ? range.toString() : '')),
      ]),
    ),
  )
}

test('words of any page become a claim, are seen again, and are seen to change', async ({
  program,
  as,
  site,
  browserWithExtension: { context, open, panelOf },
}) => {
  const { client } = await as('researcher')
  const { secret } = await client.call(createApiKey, { body: { name: 'Extension', scope: 'write', days: 1 } })
  site.pages.set('/letter', ARTICLE(SAID))

  const options = await open('options.html')
  await options.getByLabel('Address of your server').fill(program.url)
  await options.getByLabel('API key').fill(`${secret}x`)
  await options.getByRole('button', { name: 'Test the connection and save' }).click()
  await expect(options.getByText('This API key is not known. Nothing was saved.')).toBeVisible()
  await options.getByLabel('API key').fill(secret)
  await options.getByRole('button', { name: 'Test the connection and save' }).click()
  await expect(options.getByText(/^Saved. The server answers, and knows you as/)).toBeVisible()

  const page = await context.newPage()
  await page.goto(`${site.url}/letter?utm_source=feed`)
  const panel = await panelOf(page)
  await expect(panel.getByText('No claim was made of this page yet')).toBeVisible()
  await select(page, SAID)
  await panel.getByRole('button', { name: 'Make a claim' }).click()
  await expect(panel.getByLabel('Title')).toHaveValue('No decision on Iraq')
  await expect(panel.getByLabel('Outlet')).toHaveValue('The Paper')
  await expect(panel.getByLabel('Published')).toHaveValue('2020-01-06')
  await expect(panel.getByRole('textbox', { name: 'Speaker' })).toHaveValue('Mark Esper')
  await panel.getByLabel('Statement').fill('No decision to leave Iraq was made')

  // The panel closes at any moment; what was typed and the words it is about are there again.
  await panel.reload()
  await expect(panel.getByLabel('Statement')).toHaveValue('No decision to leave Iraq was made')
  await panel.getByRole('button', { name: 'Save the claim' }).click()
  await expect(panel.getByRole('link', { name: 'Open the claim' })).toBeVisible()
  await expect.poll(() => highlighted(page)).toMatchObject({ claim: [SAID] })

  const [claim] = (await client.call(listClaims)).items
  expect(claim).toMatchObject({ statement: 'No decision to leave Iraq was made', quote: { exact: SAID } })
  const [item] = (await client.call(listSources)).items
  const source = await client.call(readSource, { params: { id: item?.id ?? '' } })
  expect(source).toMatchObject({
    title: 'No decision on Iraq',
    outlet: 'The Paper',
    language: 'en',
    canonicalUrl: `${site.url}/letter`,
    published: { edtf: '2020-01-06' },
  })
  const snapshot = await client.call(readSnapshot, { params: { id: source.snapshots[0]?.id ?? '' } })
  expect(snapshot.text).toMatch(/^No decision on Iraq\n\nA letter made the rounds/)

  await page.reload()
  await expect.poll(() => highlighted(page)).toMatchObject({ claim: [SAID] })

  site.pages.set('/letter', ARTICLE('There has been a decision to leave Iran.'))
  await page.reload()
  await expect(panel.getByText('Changed')).toBeVisible()
  await expect(panel.locator('del')).toHaveText(['There’s', 'no', 'whatsoever', 'Iraq'])
  await expect
    .poll(() => highlighted(page))
    .toMatchObject({
      changed: ['There has been a decision to leave Iran.'],
    })
})
