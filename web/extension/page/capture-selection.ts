import { Readability } from '@mozilla/readability'
import { pageTexts } from '#domain/main-text.ts'
import { quoteAt } from '#domain/quote.ts'
import type { Captured } from '../../features/claiming/captured.ts'
import { readingsOf } from '../../text/readings.ts'
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
  const readings = readingsOf(pageTexts(copyOf(document), Readability), quote)
  const top = topDocument()
  return readings && { facts: readFacts(top), urls: addressesOf(top), ...readings }
}

/** A copy of a page that nobody is shown: nothing of it runs or is loaded. */
function copyOf(page: Document): Document {
  const copy = page.implementation.createHTMLDocument()
  copy.replaceChild(copy.importNode(page.documentElement, true), copy.documentElement)
  return copy
}
