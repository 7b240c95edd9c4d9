import { anchor } from '#domain/anchor.ts'
import type { PageTexts } from '#domain/main-text.ts'
import type { Quote, Span } from '#domain/quote.ts'

/** A text of a page with the place of the selected words in it. */
export type Reading = { text: string; passage: Span & { exact: string } }

function readingOf(text: string, quote: Quote): Reading | null {
  const found = anchor(text, quote)
  if (found.state !== 'exact' && found.state !== 'moved') return null
  const { start, end } = found
  return { text, passage: { start, end, exact: text.slice(start, end) } }
}

/**
 * Where selected words stand in the texts of a page: in its main text, and in all that it says where that is more. Words
 * that stand outside of the main text are read of the whole. Null when they stand in neither.
 */
export function readingsOf(
  texts: PageTexts | null,
  quote: Quote,
): (Reading & { whole: Reading | null }) | null {
  if (texts === null) return null
  const whole = readingOf(texts.whole, quote)
  const main = readingOf(texts.main, quote)
  if (main === null) return whole && { ...whole, whole: null }
  return { ...main, whole: texts.whole === texts.main ? null : whole }
}
