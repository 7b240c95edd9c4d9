/** The field's standard terms. Prisma's enums, the wire's enums and the screen's labels all start here. */

export const ROLES = ['reader', 'researcher', 'editor', 'admin'] as const
export type Role = (typeof ROLES)[number]

/** What a program may do with an API key, within its person's role: `read` changes nothing. */
export const KEY_SCOPES = ['read', 'write'] as const
export type KeyScope = (typeof KEY_SCOPES)[number]

export const SOURCE_KINDS = ['article', 'letter', 'statement', 'transcript', 'post', 'report'] as const
export type SourceKind = (typeof SOURCE_KINDS)[number]

export const SPEAKER_KINDS = ['person', 'organisation', 'document'] as const
export type SpeakerKind = (typeof SPEAKER_KINDS)[number]

/** How a claim is put by its speaker. */
export const HOW_PUT = ['asserted', 'reported', 'denied', 'questioned'] as const
export type HowPut = (typeof HOW_PUT)[number]

/** What holds between two claims. `unrelated` is the verdict that dismisses a proposed pair. */
export const RELATION_KINDS = [
  'contradicts',
  'agrees',
  'supersedes',
  'different_time',
  'different_scope',
  'different_definition',
  'attribution_only',
  'duplicate',
  'unrelated',
] as const
export type RelationKind = (typeof RELATION_KINDS)[number]

export const RELATION_STATES = ['suggested', 'confirmed', 'dismissed'] as const
export type RelationState = (typeof RELATION_STATES)[number]

/** Which reading a pair waits for: a second one after a contradiction, a third one after readers disagreed. */
export const AWAITED_READINGS = ['second', 'third'] as const
export type AwaitedReading = (typeof AWAITED_READINGS)[number]

export const RELATION_ORIGINS = ['person', 'detector'] as const
export type RelationOrigin = (typeof RELATION_ORIGINS)[number]

/** Why a pair is proposed. `wording` means only that the words differ: shown, never a finding by itself. */
export const REASON_TYPES = [
  'negation',
  'antonym',
  'quantity',
  'date',
  'place',
  'actor',
  'denial',
  'exclusivity',
  'modality',
  'attribution',
  'definition',
  'wording',
] as const
export type ReasonType = (typeof REASON_TYPES)[number]

export const DISPUTE_STATES = ['open', 'settled', 'withdrawn'] as const
export type DisputeState = (typeof DISPUTE_STATES)[number]

/** Why something stands under a person's bell. Of several reasons the first one counts. */
export const NOTIFICATION_REASONS = [
  'mentioned',
  'contradicted',
  'disputed',
  'quote_changed',
  'followed',
] as const
export type NotificationReason = (typeof NOTIFICATION_REASONS)[number]

/** How far a scan over all claims has come; the last three are its end. */
export const SCAN_STATES = ['running', 'paused', 'done', 'cancelled', 'failed'] as const
export type ScanState = (typeof SCAN_STATES)[number]

/** What became of a quote when it was looked for in a text. `unreachable`: the text could not be fetched. */
export const QUOTE_STATES = ['exact', 'moved', 'changed', 'missing', 'unreachable'] as const
export type QuoteState = (typeof QUOTE_STATES)[number]

/** How far a page that is fetched to make a source of has come. */
export const CAPTURE_STATES = ['waiting', 'fetching', 'reading', 'done', 'failed'] as const
export type CaptureState = (typeof CAPTURE_STATES)[number]

/** How often the page of a source is visited again. */
export const WATCH_INTERVALS = ['off', 'hourly', 'daily', 'weekly'] as const
export type WatchInterval = (typeof WATCH_INTERVALS)[number]

/** What came of the last visits. `refused`: the site’s robots.txt does not want them. */
export const WATCH_STATES = ['waiting', 'reached', 'unreachable', 'refused'] as const
export type WatchState = (typeof WATCH_STATES)[number]

/** Who is asked for second opinions: a model on this machine (natural language inference), or one at an endpoint. */
export const ADVISERS = ['nli', 'llm'] as const
export type AdviserName = (typeof ADVISERS)[number]

/** How far an opinion has come. `unusable`: what was answered does not fit the question; `failed`: nothing was answered. */
export const OPINION_STATES = ['waiting', 'given', 'unusable', 'failed'] as const
export type OpinionState = (typeof OPINION_STATES)[number]

/** Whether `role` may do what `needed` may do: each role includes those before it. Null is nobody signed in. */
export function atLeast(role: Role | null, needed: Role): boolean {
  return role !== null && ROLES.indexOf(role) >= ROLES.indexOf(needed)
}
