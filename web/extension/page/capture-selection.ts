import { Readability } from '@mozilla/readability'
import { anchor } from '#domain/anchor.ts'
import { mainText } from '#domain/main-text.ts'
import { normaliseText } from '#domain/plain-text.ts'
import { type Quote, quoteAt } from '#domain/quote.ts'
import type { Captured } from '../../features/claiming/captured.ts'
import { addressesOf, readFacts } from './facts.ts'
import { pageText } from './page-text.ts'
import { selectedRange, topDocument } from './selection.ts'

/**
 * The selected words with the page's text, as both are now: its main text, as the server reads it of the same page, or
 * all its words where the selected ones stand outside of that. Null when nothing is selected that is words of the page.
 */
export function captureSelection(): Captured | null {
  const range = selectedRange()
  if (!range) return null
  const page = pageText(document.body)
  const span = page.spanOf(range)
  const quote = span && quoteAt(page.text, span.start, span.end)
  if (!quote) return null
  const main = mainText(copyOf(document), Readability)
  const top = topDocument()
  for (const text of [main ?? '', normaliseText(page.text)]) {
    const passage = passageIn(text, quote)
    if (passage) return { facts: readFacts(top), urls: addressesOf(top), text, passage }
  }
  return null
}

function passageIn(text: string, quote: Quote): Captured['passage'] | null {
  const found = anchor(text, quote)
  if (found.state !== 'exact' && found.state !== 'moved') return null
  const { start, end } = found
  return { start, end, exact: text.slice(start, end) }
}

/** A copy of a page that nobody is shown: nothing of it runs or is loaded. */
function copyOf(page: Document): Document {
  const copy = page.implementation.createHTMLDocument()
  copy.replaceChild(copy.importNode(page.documentElement, true), copy.documentElement)
  return copy
}
