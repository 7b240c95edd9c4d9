import type { Span } from '#domain/quote.ts'

/** What a page says of itself, for a source that is new. Dates as EDTF. */
export type PageFacts = {
  url: string
  title: string
  outlet: string
  authors: string[]
  language: string
  published: string
  modified: string
}

/** A text of a page with the place of the selected words in it. */
export type Reading = { text: string; passage: Span & { exact: string } }

/**
 * Words that were selected, with the text they stand in, as both are at that moment; `whole` is all that the page says,
 * where that is more.
 */
export type Captured = Reading & { facts: PageFacts; urls: string[]; whole: Reading | null }
