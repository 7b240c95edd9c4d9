import { z } from 'zod'

/** Controls other than tab, line feed and carriage return: PostgreSQL refuses NUL, and nobody can see the rest. */
const CONTROL = /[^\P{Cc}\t\n\r]/u

const storable = (value: string) => value.isWellFormed() && !CONTROL.test(value)
const STORABLE = 'Contains a control character or half of a character pair. Remove it and try again.'

/** Lengths in UTF-16 code units. */
export const LIMITS = {
  title: 500,
  name: 200,
  url: 2_000,
  statement: 2_000,
  question: 300,
  label: 300,
  note: 4_000,
  comment: 10_000,
  /** More than anybody quotes; a tsvector of it still fits. */
  quote: 20_000,
  /** A text to be checked in one go: some 10,000 words. */
  draft: 60_000,
  snapshot: 500_000,
} as const

const tooLong = (max: number) => ({
  error: `Too long. The limit is ${max.toLocaleString('en-GB')} characters.`,
})

/** Trimmed text of 1 to `max` UTF-16 units that the database can hold. */
export const text = (max: number) =>
  z
    .string()
    .trim()
    .min(1, { error: 'Write something here.' })
    .max(max, tooLong(max))
    .refine(storable, { error: STORABLE })

/** As `text`, but nothing, null or white space alone is null. */
export const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max, tooLong(max))
    .refine(storable, { error: STORABLE })
    .nullish()
    .transform(value => (value ? value : null))

/** Text kept as it is, white space included, as offsets count in it. */
export const verbatim = (max: number) =>
  z
    .string()
    .min(1, { error: 'Write something here.', abort: true })
    .max(max, tooLong(max))
    .refine(value => value.trim() !== '', { error: 'Write something here.' })

/** Text of at most `max` UTF-16 units, empty too, that the database can hold or compare with. */
export const anyText = (max: number) =>
  z.string().max(max, tooLong(max)).refine(storable, { error: STORABLE })

/** In lower case, as the database gives ids back: two spellings of one id are one id. */
export const Id = z.uuid({ error: 'Not an id.' }).toLowerCase()

/** An id the caller may choose, so that a request sent twice writes once. Version 7 keeps lists in order of time. */
export const NewId = Id.optional()

/** The version the caller saw; a write on an older one is a `conflict`. */
export const Version = z.int({ error: 'Send the version you saw.' }).min(1)

/** ISO 8601 in UTC, milliseconds. */
export const Instant = z.iso.datetime()

/** Accounts are numbered by the library that keeps them, in a form of its own. */
export const AccountId = z.string().min(1).max(64).refine(storable, { error: STORABLE })

/** A person as others see them. */
export const Person = z.object({ id: z.string(), name: z.string() }).meta({ id: 'Person' })
export type Person = z.infer<typeof Person>
