import { createHash } from 'node:crypto'
import path from 'node:path'
import { readCapture, startCapture } from '#contract/capture.ts'
import { FIXTURE_PAGES } from '../support/fixture-pages.ts'
import { builtFor, expect, test } from './extension-fixtures.ts'

const sha256 = (text: string | undefined) =>
  createHash('sha256')
    .update(text ?? '')
    .digest('hex')

test('what a browser captures of a page is what the server fetches of it', async ({ as, site, browser }) => {
  const { client } = await as('researcher')
  const script = path.join(await builtFor('chromium'), 'capture.js')
  const page = await browser.newPage()
  for (const { name, html } of FIXTURE_PAGES) {
    site.pages.set(`/${name}`, html)
    const { id } = await client.call(startCapture, { body: { url: `${site.url}/${name}` } })
    await page.goto(`${site.url}/${name}`)
    await page.addScriptTag({ path: script })
    const read = () => client.call(readCapture, { params: { id } })
    await expect.poll(async () => (await read()).state).toBe('done')
    const fetched = (await read()).draft?.text ?? ''
    const captured = await page.evaluate(words => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = (node.nodeValue ?? '').indexOf(words)
        if (at >= 0) document.getSelection()?.setBaseAndExtent(node, at, node, at + words.length)
      }
      return globalThis.counterclaimCapture?.()?.text
    }, someWordsOf(fetched))
    expect(captured, name).toBe(fetched)
    expect(sha256(captured), name).toBe(sha256(fetched))
  }
  await page.close()
})

/** The first words of the longest paragraph. */
function someWordsOf(text: string): string {
  const [longest = ''] = text.split(/\n+/).toSorted((a, b) => b.length - a.length)
  return longest.split(' ').slice(0, 6).join(' ')
}
