import { LIMITS } from '#contract/text.ts'
import { normaliseText } from '#domain/plain-text.ts'
import { unprocessable } from '#domain/refusals.ts'
import type { SourceKind } from '#domain/vocabulary.ts'
import { detectLanguage } from './language.ts'

/** What is known of a document before its text is looked at. Dates are EDTF. Null is not known. */
export type Metadata = {
  title: string | null
  authors: string[]
  outlet: string | null
  published: string | null
  modified: string | null
  language: string | null
  canonicalUrl: string | null
  kind: SourceKind | null
}

/**
 * A document as a source is made of it. `pages` holds the UTF-16 offset in `text` at which each page starts; `whole` is all that a
 * web page says where `text` is less, else null.
 */
export type Extracted = Metadata & { text: string; pages: number[]; whole: string | null }

export const NOTHING_KNOWN: Metadata = {
  title: null,
  authors: [],
  outlet: null,
  published: null,
  modified: null,
  language: null,
  canonicalUrl: null,
  kind: null,
}

const PARAGRAPH = '\n\n'

/** The text of paragraphs as it is stored, with what is known of it. Throws when no words are left, or too many are. */
export function extractedFrom(metadata: Metadata, paragraphs: readonly string[]): Extracted {
  return checked(metadata, normaliseText(paragraphs.join(PARAGRAPH)), [])
}

/** Refuses what cannot be stored, and finds out the language where the document does not say it. */
export function checked(metadata: Metadata, text: string, pages: number[]): Extracted {
  if (text === '')
    throw unreadable(
      'It holds no words. If its words are pictures, run text recognition first, or paste them.',
    )
  if (text.length > LIMITS.snapshot)
    throw unreadable(
      `Its text is ${text.length.toLocaleString('en-GB')} characters long; the limit is ${LIMITS.snapshot.toLocaleString('en-GB')}. Save the part that matters as a file of its own, or paste it.`,
    )
  return { ...metadata, language: metadata.language ?? detectLanguage(text), text, pages, whole: null }
}

/** The refusal of a document that cannot be read; `why` says what is wrong and what to do. */
export function unreadable(why: string) {
  return unprocessable(why, [{ path: 'file', message: why }])
}
