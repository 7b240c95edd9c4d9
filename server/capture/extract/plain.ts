import { normaliseText } from '#domain/plain-text.ts'
import { decodeText } from './decode.ts'
import { checked, type Extracted, NOTHING_KNOWN, unreadable } from './extracted.ts'

/** Share of controls and broken characters from which bytes are no text. */
const NOISE = 0.1
const NOISY = /(?![\t-\r\u007f-\u009f])[\p{Cc}\ufffd]/gu

/** Lines that are full are wrapped: they go on in the next one. UTF-16 units. */
const WRAPPED_FROM = 55
const WRAPPED_TO = 100
const MOST_LINES = 0.8

/** Reads plain text, in whatever encoding. Throws when the bytes are no text. */
export function extractPlain(bytes: Uint8Array, charset: string | null): Extracted {
  const text = decodeText(bytes, charset)
  const noise = text.match(NOISY)?.length ?? 0
  if (noise > text.length * NOISE)
    throw unreadable('It holds no text that can be read. Choose a PDF, DOCX, HTML, TXT or Markdown file.')
  return checked(NOTHING_KNOWN, normaliseText(unwrap(text.replaceAll(/\r\n?/g, '\n'))), [])
}

/** Puts the lines of each paragraph together where the whole text was wrapped at one width. */
function unwrap(text: string): string {
  const blocks = text.split(/\n[^\S\n]*\n/)
  const inner = blocks.flatMap(block => block.split('\n').slice(0, -1))
  const full = inner.filter(
    line => line.trimEnd().length >= WRAPPED_FROM && line.trimEnd().length <= WRAPPED_TO,
  )
  if (inner.length < 3 || full.length < inner.length * MOST_LINES) return text
  return blocks
    .map(block =>
      block
        .split('\n')
        .map(line => line.trim())
        .join(' '),
    )
    .join('\n\n')
}
