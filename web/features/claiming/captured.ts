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

/** Words that were selected, with the text they stand in, as both are at that moment. */
export type Captured = { facts: PageFacts; urls: string[]; text: string; passage: Span & { exact: string } }
