import { anchor } from '#domain/anchor.ts'
import { normaliseText } from '#domain/plain-text.ts'
import { quoteAt } from '#domain/quote.ts'
import type { Captured } from '../../features/claiming/captured.ts'
import { addressesOf, readFacts } from './facts.ts'
import { pageText } from './page-text.ts'

/** Elements that hold a page's main words; the narrowest that holds what is selected is captured. */
const MAIN = 'article, main, [role="main"]'

/** The selected words with the text they stand in, as both are now; null when nothing is selected that is words of the page. */
export function capture(): Captured | null {
  const range = selectedRange()
  if (!range) return null
  const inside = range.commonAncestorContainer
  const element = inside instanceof Element ? inside : inside.parentElement
  const page = pageText(element?.closest(MAIN) ?? document.body)
  const span = page.spanOf(range)
  const quote = span && quoteAt(page.text, span.start, span.end)
  if (!quote) return null
  // What the server does not store is not in the text that is sent; then the words stand elsewhere in it.
  const text = normaliseText(page.text)
  const found = anchor(text, quote)
  if (found.state !== 'exact' && found.state !== 'moved') return null
  const { start, end } = found
  const top = topDocument()
  return {
    facts: readFacts(top),
    urls: addressesOf(top),
    text,
    passage: { start, end, exact: text.slice(start, end) },
  }
}

/** The document of the whole page: frames of its own origin belong to it. */
export function topDocument(): Document {
  try {
    return window.top?.document ?? document
  } catch {
    return document
  }
}

export function selectedWords(): string {
  return selectedRange()?.toString().trim() ?? ''
}

function selectedRange(): Range | null {
  const selection = document.getSelection()
  return selection && !selection.isCollapsed && selection.rangeCount > 0 ? selection.getRangeAt(0) : null
}
