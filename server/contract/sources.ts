import { z } from 'zod'
import { SOURCE_KINDS } from '#domain/vocabulary.ts'
import { PartialDate, PartialDateInput } from './date.ts'
import { endpoint } from './endpoint.ts'
import { page, paging, several } from './paging.ts'
import { anyText, Id, Instant, LIMITS, NewId, optionalText, Person, text, Version, verbatim } from './text.ts'

/** A source as other records name it. */
export const SourceBrief = z
  .object({
    id: Id,
    title: z.string(),
    kind: z.enum(SOURCE_KINDS),
    outlet: z.string().nullable(),
    url: z.string().nullable(),
    published: PartialDate.nullable(),
    modified: PartialDate.nullable(),
  })
  .meta({ id: 'SourceBrief' })
export type SourceBrief = z.infer<typeof SourceBrief>

export const SnapshotBrief = z
  .object({
    id: Id,
    sha256: z.string(),
    /** UTF-16 units of the text. */
    length: z.int(),
    capturedAt: Instant,
    capturedBy: Person.nullable(),
  })
  .meta({ id: 'SnapshotBrief' })
export type SnapshotBrief = z.infer<typeof SnapshotBrief>

export const Snapshot = SnapshotBrief.extend({
  sourceId: Id,
  text: z.string(),
  /** UTF-16 offsets at which the pages of a paged document start; empty for others. */
  pages: z.array(z.int()),
}).meta({ id: 'Snapshot' })
export type Snapshot = z.infer<typeof Snapshot>

export const Source = SourceBrief.extend({
  version: Version,
  authors: z.array(z.string()),
  language: z.string(),
  canonicalUrl: z.string().nullable(),
  accessed: PartialDate.nullable(),
  note: z.string().nullable(),
  createdAt: Instant,
  createdBy: Person.nullable(),
  /** Newest first. */
  snapshots: z.array(SnapshotBrief),
}).meta({ id: 'Source' })
export type Source = z.infer<typeof Source>

export const SourceItem = SourceBrief.extend({
  authors: z.array(z.string()),
  language: z.string(),
  createdAt: Instant,
  /** How many claims have an appearance in it. */
  claims: z.int(),
  /** How many of them are disputed. */
  disputed: z.int(),
}).meta({ id: 'SourceItem' })
export type SourceItem = z.infer<typeof SourceItem>

/** RFC 5646 in the shapes people use: "en", "en-GB", "zh-Hant". */
const Language = z
  .string()
  .trim()
  .regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/, { error: 'Use a language tag such as “en” or “en-GB”.' })

/** Where the pages of a text start: UTF-16 offsets in it, in ascending order. */
export const PageStarts = z
  .array(z.int().min(0).max(LIMITS.snapshot))
  .max(2_000)
  .refine(starts => starts.every((start, index) => index === 0 || start >= (starts[index - 1] ?? 0)), {
    error: 'Give the starts of the pages in their order.',
  })

/** A full address on the web. */
export const Address = text(LIMITS.url).refine(value => /^https?:\/\/[^\s/]+/i.test(value), {
  error: 'Use a full address that starts with http:// or https://.',
})

const Url = anyText(LIMITS.url)
  .trim()
  .refine(value => value === '' || /^https?:\/\/[^\s/]+/i.test(value), {
    error: 'Use a full address that starts with http:// or https://.',
  })
  .nullish()
  .transform(value => (value ? value : null))

const fields = {
  title: text(LIMITS.title),
  kind: z.enum(SOURCE_KINDS),
  outlet: optionalText(LIMITS.name),
  authors: z.array(text(LIMITS.name)).max(50).default([]),
  language: Language.default('en'),
  url: Url,
  published: PartialDateInput,
  modified: PartialDateInput,
  accessed: PartialDateInput,
  note: optionalText(LIMITS.note),
}

export const listSources = endpoint({
  method: 'get',
  path: '/api/sources',
  access: 'anyone',
  summary: 'List sources, newest first',
  query: z.strictObject({
    ...paging,
    /** Search grammar over title, outlet and text. */
    q: z.string().max(1_000).optional(),
    outlet: several(anyText(LIMITS.name)),
    kind: several(z.enum(SOURCE_KINDS)),
  }),
  reply: page(SourceItem),
})

export const createSource = endpoint({
  method: 'post',
  path: '/api/sources',
  access: 'researcher',
  summary: 'Add a source with the text of its first snapshot',
  body: z.strictObject({
    id: NewId,
    ...fields,
    text: verbatim(LIMITS.snapshot),
    pages: PageStarts.default([]),
  }),
  reply: Source,
  status: 201,
})

export const readSource = endpoint({
  method: 'get',
  path: '/api/sources/:id',
  access: 'anyone',
  summary: 'Read a source and the list of its snapshots',
  params: z.strictObject({ id: Id }),
  reply: Source,
})

export const updateSource = endpoint({
  method: 'patch',
  path: '/api/sources/:id',
  access: 'researcher',
  summary: 'Correct what is known of a source',
  params: z.strictObject({ id: Id }),
  body: z.strictObject({
    version: Version,
    title: fields.title.optional(),
    kind: fields.kind.optional(),
    outlet: optionalText(LIMITS.name).optional(),
    authors: z.array(text(LIMITS.name)).max(50).optional(),
    language: Language.optional(),
    url: Url.optional(),
    published: PartialDateInput.optional(),
    modified: PartialDateInput.optional(),
    accessed: PartialDateInput.optional(),
    note: optionalText(LIMITS.note).optional(),
  }),
  reply: Source,
})

export const addSnapshot = endpoint({
  method: 'post',
  path: '/api/sources/:id/snapshots',
  access: 'researcher',
  summary: 'Capture the text of a source as it stands now; the same text again makes no new snapshot',
  params: z.strictObject({ id: Id }),
  body: z.strictObject({
    text: verbatim(LIMITS.snapshot),
    pages: PageStarts.default([]),
    whole: verbatim(LIMITS.snapshot)
      .nullable()
      .default(null)
      .describe(
        'All that the page says, where `text` is its main text: it is stored instead when words that are quoted of the source stand in it alone',
      ),
  }),
  reply: Source,
  status: 201,
})

export const listCopies = endpoint({
  method: 'get',
  path: '/api/sources/:id/copies',
  access: 'researcher',
  summary:
    'List the other sources whose texts are copies of this one’s, as reprints of an agency’s report are',
  params: z.strictObject({ id: Id }),
  reply: z.object({ items: z.array(SourceBrief) }),
})

export const readSnapshot = endpoint({
  method: 'get',
  path: '/api/snapshots/:id',
  access: 'anyone',
  summary: 'Read the text of a snapshot',
  params: z.strictObject({ id: Id }),
  reply: Snapshot,
})

export const listOutlets = endpoint({
  method: 'get',
  path: '/api/outlets',
  access: 'anyone',
  summary: 'List the outlets of the sources, those with most sources first, or those that match',
  query: z.strictObject({ q: anyText(LIMITS.name).optional() }),
  reply: z.object({ items: z.array(z.object({ outlet: z.string(), sources: z.int() })) }),
})
