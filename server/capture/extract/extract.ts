import type { Extracted } from './extracted.ts'
import { type Format, formatOf, type Hints, refuseTooLarge } from './format.ts'

/**
 * Reads a document: its words as paragraphs, and what it says of itself. Loads only what reads that format. Throws a
 * refusal at the field `file`, with what is wrong and what to do, when it cannot be read.
 */
export async function extract(bytes: Uint8Array, hints: Hints): Promise<Extracted> {
  const format = formatOf(bytes, hints)
  refuseTooLarge(bytes, format)
  return READERS[format](bytes, hints)
}

const READERS = {
  html: async (bytes, hints) => (await import('./html.ts')).extractHtml(bytes, hints),
  pdf: async bytes => (await import('./pdf.ts')).extractPdf(bytes),
  docx: async bytes => (await import('./docx.ts')).extractDocx(bytes),
  markdown: async (bytes, { charset }) => (await import('./markdown.ts')).extractMarkdown(bytes, charset),
  text: async (bytes, { charset }) => (await import('./plain.ts')).extractPlain(bytes, charset),
} satisfies Record<Format, (bytes: Uint8Array, hints: Hints) => Promise<Extracted>>
