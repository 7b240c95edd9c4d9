import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { LIMITS } from '#contract/text.ts'
import { pageTexts } from '#domain/main-text.ts'
import { decodeText } from './decode.ts'
import { checked, type Extracted, unreadable } from './extracted.ts'
import type { Hints } from './format.ts'
import { readMetadata } from './html-metadata.ts'

/** Reads a web page: its main text, without what stands around it, and what the page says of itself. */
export function extractHtml(bytes: Uint8Array, { charset, url }: Pick<Hints, 'charset' | 'url'>): Extracted {
  const html = decodeText(bytes, charset)
  const document = parse(html)
  const metadata = readMetadata(document, url)
  const texts = pageTexts(document, Readability)
  if (texts === null) throw unreadable('It has more elements than any article. Paste the words instead.')
  const { main, whole } = texts
  const isMore = whole !== main && whole.length <= LIMITS.snapshot
  return { ...checked(metadata, main, []), whole: isMore ? whole : null }
}

function parse(html: string): Document {
  // Without them the parser makes no body to put the words into.
  const whole = /<body[\s>]/i.test(html) || /<frameset[\s>]/i.test(html)
  const { document } = parseHTML(
    whole || /<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`,
  )
  return document
}
