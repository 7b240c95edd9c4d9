import { type Quote, quoteAt } from '#domain/quote.ts'

/** A text written with a passage between ⟦ and ⟧: the text without them, and the passage's UTF-16 offsets. */
export function readMarked(marked: string): { text: string; start: number; end: number } {
  const start = marked.indexOf('⟦')
  const end = marked.indexOf('⟧') - 1
  if (start < 0 || end < start) throw new Error(`no passage is marked in ${marked}`)
  return { text: marked.replace('⟦', '').replace('⟧', ''), start, end }
}

/** The quote of the marked passage. */
export function quoteOf(marked: string): Quote {
  const { text, start, end } = readMarked(marked)
  const quote = quoteAt(text, start, end)
  if (!quote) throw new Error(`nothing is quoted in ${marked}`)
  return quote
}
