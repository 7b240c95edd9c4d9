import type { Page } from '@playwright/test'

/** Selects words in the text as a mouse does, and lets go of the button. */
export async function selectWords(page: Page, words: string): Promise<void> {
  await page
    .getByText(words)
    .first()
    .evaluate((element, wanted) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const start = node.textContent?.indexOf(wanted) ?? -1
        if (start < 0) continue
        const range = document.createRange()
        range.setStart(node, start)
        range.setEnd(node, start + wanted.length)
        getSelection()?.removeAllRanges()
        getSelection()?.addRange(range)
      }
    }, words)
  await page.getByText(words).first().dispatchEvent('pointerup', { bubbles: true })
}
