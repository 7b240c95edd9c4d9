import type { Reading } from '../../text/readings.ts'

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

/**
 * Words that were selected, with the text they stand in, as both are at that moment; `whole` is all that the page says,
 * where that is more.
 */
export type Captured = Reading & { facts: PageFacts; urls: string[]; whole: Reading | null }
