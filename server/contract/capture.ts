import { z } from 'zod'
import { CAPTURE_STATES, SOURCE_KINDS } from '#domain/vocabulary.ts'
import { endpoint } from './endpoint.ts'
import { Address, PageStarts } from './sources.ts'
import { anyText, Id, Instant, LIMITS, NewId } from './text.ts'

/** What was read from a document, to be corrected and saved as a source. Dates are EDTF; null is what it does not say. */
export const SourceDraft = z
  .object({
    text: z.string(),
    pages: PageStarts,
    title: z.string().nullable(),
    kind: z.enum(SOURCE_KINDS).nullable(),
    outlet: z.string().nullable(),
    authors: z.array(z.string()),
    language: z.string().nullable(),
    url: z.string().nullable(),
    published: z.string().nullable(),
    modified: z.string().nullable(),
  })
  .meta({ id: 'SourceDraft' })
export type SourceDraft = z.infer<typeof SourceDraft>

/** An address on its way to a draft. */
export const Capture = z
  .object({
    id: Id,
    url: z.string(),
    state: z.enum(CAPTURE_STATES),
    /** Bytes that came, and that are said to come. */
    received: z.int(),
    expected: z.int().nullable(),
    /** How often it was tried. */
    attempts: z.int(),
    /** Of a failed one why; of a waiting one why the last try failed. */
    problem: z.string().nullable(),
    createdAt: Instant,
    draft: SourceDraft.nullable(),
  })
  .meta({ id: 'Capture' })
export type Capture = z.infer<typeof Capture>

/** Bytes of the largest file that is read; of some kinds less. */
export const MOST_FILE_BYTES = 25_000_000

export const readFile = endpoint({
  method: 'post',
  path: '/api/captures/file',
  access: 'researcher',
  summary:
    'Read a file (HTML, PDF, DOCX, TXT, Markdown; its bytes are the body) as a draft of a source; nothing is stored',
  query: z.strictObject({ name: anyText(LIMITS.title).optional() }),
  bytes: MOST_FILE_BYTES,
  body: z.instanceof(Uint8Array, {
    error: 'Send the bytes of a file as the body, with their type as its Content-Type.',
  }),
  reply: SourceDraft,
})

export const startCapture = endpoint({
  method: 'post',
  path: '/api/captures',
  access: 'researcher',
  summary: 'Fetch an address as a draft of a source, in the background',
  body: z.strictObject({ id: NewId, url: Address }),
  reply: Capture,
  status: 201,
})

export const readCapture = endpoint({
  method: 'get',
  path: '/api/captures/:id',
  access: 'researcher',
  summary: 'Say how far an address that is fetched has come, and give its draft',
  params: z.strictObject({ id: Id }),
  reply: Capture,
})

export const retryCapture = endpoint({
  method: 'post',
  path: '/api/captures/:id/retry',
  access: 'researcher',
  summary: 'Fetch an address that failed once more',
  params: z.strictObject({ id: Id }),
  reply: Capture,
})
