import type { EventAction, SubjectType } from '#domain/events.ts'
import type {
  AdviserName,
  AwaitedReading,
  DisputeState,
  HowPut,
  KeyScope,
  OpinionState,
  QuoteState,
  ReasonType,
  RelationKind,
  RelationOrigin,
  RelationState,
  Role,
  ScanState,
  SourceKind,
  SpeakerKind,
  WatchInterval,
  WatchState,
} from '#domain/vocabulary.ts'

/** Every term of the vocabulary in words. A screen never shows a term itself. */

export const ROLE_LABELS: Record<Role, string> = {
  reader: 'Reader',
  researcher: 'Researcher',
  editor: 'Editor',
  admin: 'Admin',
}

export const ROLE_RIGHTS: Record<Role, string> = {
  reader: 'Reads what is published',
  researcher: 'Adds sources and claims, comments, proposes relations',
  editor: 'Also decides, and writes and publishes disputed points',
  admin: 'Also manages people and reads the whole audit log',
}

export const KEY_SCOPE_LABELS: Record<KeyScope, string> = { read: 'Read', write: 'Read and write' }

export const SOURCE_KIND_LABELS: Record<SourceKind, string> = {
  article: 'Article',
  letter: 'Letter',
  statement: 'Statement',
  transcript: 'Transcript',
  post: 'Post',
  report: 'Report',
}

export const SPEAKER_KIND_LABELS: Record<SpeakerKind, string> = {
  person: 'Person',
  organisation: 'Organisation',
  document: 'Document',
}

export const HOW_PUT_LABELS: Record<HowPut, string> = {
  asserted: 'Asserted',
  reported: 'Reported',
  denied: 'Denied',
  questioned: 'Questioned',
}

/** Between the two claims: “A … B”. */
export const RELATION_KIND_LABELS: Record<RelationKind, string> = {
  contradicts: 'Contradicts',
  agrees: 'Agrees',
  supersedes: 'Supersedes',
  different_time: 'Speaks of another time',
  different_scope: 'Speaks of another scope',
  different_definition: 'Uses another definition',
  attribution_only: 'Only reports',
  duplicate: 'Is the same claim',
  unrelated: 'Unrelated',
}

export const RELATION_KIND_MEANINGS: Record<RelationKind, string> = {
  contradicts: 'The two cannot both be true.',
  agrees: 'The two say the same about the same thing.',
  supersedes: 'The later one replaces the earlier one.',
  different_time: 'Both can be true: they speak of different times.',
  different_scope: 'Both can be true: they speak of different people, places or amounts.',
  different_definition: 'Both can be true: they mean different things by the same word.',
  attribution_only: 'One only reports what somebody said; the other says it.',
  duplicate: 'The same statement by the same speaker, stored twice.',
  unrelated: 'The two have nothing to do with each other. The pair is not proposed again.',
}

export const RELATION_STATE_LABELS: Record<RelationState, string> = {
  suggested: 'Suggested',
  confirmed: 'Confirmed',
  dismissed: 'Dismissed',
}

export const AWAITED_READING_LABELS: Record<AwaitedReading, string> = {
  second: 'Second reading',
  third: 'Third reading',
}

export const RELATION_ORIGIN_LABELS: Record<RelationOrigin, string> = {
  person: 'Proposed by a person',
  detector: 'Suggested by the program',
}

export const REASON_TYPE_LABELS: Record<ReasonType, string> = {
  negation: 'Negation',
  antonym: 'Opposite words',
  quantity: 'Number',
  date: 'Date',
  place: 'Place',
  actor: 'Who did it',
  denial: 'Denial',
  exclusivity: 'Only one can hold',
  modality: 'Certain or possible',
  attribution: 'Who said it',
  definition: 'Definition',
  wording: 'Wording',
}

export const DISPUTE_STATE_LABELS: Record<DisputeState, string> = {
  open: 'Open',
  settled: 'Settled',
  withdrawn: 'Withdrawn',
}

export const QUOTE_STATE_LABELS: Record<QuoteState, string> = {
  exact: 'Quote stands in the source',
  moved: 'Quote moved within the source',
  changed: 'Quote was changed in the source',
  missing: 'Quote is no longer in the source',
  unreachable: 'Source could not be read',
}

export const WATCH_INTERVAL_LABELS: Record<WatchInterval, string> = {
  off: 'Not visited again',
  hourly: 'Every hour',
  daily: 'Every day',
  weekly: 'Every week',
}

export const WATCH_STATE_LABELS: Record<WatchState, string> = {
  waiting: 'Not visited yet',
  reached: 'Reached',
  unreachable: 'Unreachable',
  refused: 'Closed to programs',
}

export const SUBJECT_TYPE_LABELS: Record<SubjectType, string> = {
  account: 'Account',
  source: 'Source',
  snapshot: 'Snapshot',
  speaker: 'Speaker',
  topic: 'Topic',
  claim: 'Claim',
  relation: 'Relation',
  dispute: 'Disputed point',
  comment: 'Comment',
  saved_search: 'Saved search',
  check: 'Checked draft',
  settings: 'Settings',
  scan: 'Scan of all claims',
}

export const SCAN_STATE_LABELS: Record<ScanState, string> = {
  running: 'Running',
  paused: 'Paused',
  done: 'Done',
  cancelled: 'Ended before it was done',
  failed: 'Failed',
}

export const ADVISER_LABELS: Record<AdviserName, string> = {
  nli: 'Model on this machine',
  llm: 'Language model',
}

export const OPINION_STATE_LABELS: Record<OpinionState, string> = {
  waiting: 'Waiting for an answer',
  given: 'Answered',
  unusable: 'Answered, but not usable',
  failed: 'No answer',
}

export const EVENT_ACTION_LABELS: Record<EventAction, string> = {
  'account.created': 'Account created',
  'account.updated': 'Account changed',
  'account.invited': 'Person invited',
  'account.invitation_revoked': 'Invitation revoked',
  'account.reset_link_made': 'Password link made',
  'account.password_set': 'Password set',
  'account.signed_in': 'Signed in',
  'account.signed_out': 'Signed out',
  'account.key_made': 'API key made',
  'account.key_revoked': 'API key revoked',
  'source.created': 'Source added',
  'source.updated': 'Source corrected',
  'source.watch_set': 'Visits set',
  'source.unreachable': 'Page could not be reached',
  'source.reached': 'Page reached again',
  'source.grouped': 'Copies of one text grouped',
  'snapshot.captured': 'Text captured',
  'speaker.created': 'Speaker added',
  'speaker.updated': 'Speaker corrected',
  'topic.created': 'Topic added',
  'topic.renamed': 'Topic renamed',
  'claim.created': 'Claim made',
  'claim.revised': 'Claim revised',
  'claim.appearance_added': 'Appearance added',
  'claim.appearance_removed': 'Appearance taken back',
  'claim.first_marked': 'First appearance marked',
  'claim.quote_changed': 'Quoted words changed at the source',
  'relation.proposed': 'Relation proposed',
  'relation.decided': 'Relation decided',
  'relation.undone': 'Decision undone',
  'relation.reasons_marked': 'Disputed words marked',
  'relation.refreshed': 'Suggestion compared anew',
  'relation.withdrawn': 'Suggestion withdrawn',
  'relation.assigned': 'Pair assigned',
  'relation.opinion_asked': 'Second opinion asked for',
  'relation.opinion_given': 'Second opinion answered',
  'dispute.created': 'Disputed point opened',
  'dispute.updated': 'Disputed point changed',
  'dispute.arranged': 'Positions arranged',
  'dispute.published': 'Disputed point published',
  'dispute.unpublished': 'Disputed point taken back',
  'comment.created': 'Comment written',
  'comment.edited': 'Comment edited',
  'comment.removed': 'Comment removed',
  'saved_search.saved': 'Search saved',
  'saved_search.removed': 'Saved search removed',
  'check.kept': 'Report of a check kept',
  'check.removed': 'Report of a check removed',
  'settings.changed': 'Settings changed',
  'scan.started': 'Scan started',
  'scan.paused': 'Scan paused',
  'scan.resumed': 'Scan resumed',
  'scan.cancelled': 'Scan cancelled',
  'scan.finished': 'Scan finished',
  'scan.failed': 'Scan failed',
}

/** The choices of a `Select` or `MultiSelect`: `choices(ROLES, ROLE_LABELS)`. */
export function choices<Term extends string>(
  terms: readonly Term[],
  labels: Record<Term, string>,
): { value: Term; label: string }[] {
  return terms.map(value => ({ value, label: labels[value] }))
}

const wholeNumber = new Intl.NumberFormat('en-GB')

/** `1 claim`, `2,140 claims`. */
export function count(amount: number, one: string, many = `${one}s`): string {
  return `${wholeNumber.format(amount)} ${amount === 1 ? one : many}`
}

/** `3 outlets`; `3 outlets, 1 voice` where some of them print copies of one text. */
export function sayOutlets({ outlets, voices }: { outlets: number; voices: number }): string {
  const said = count(outlets, 'outlet')
  return voices < outlets ? `${said}, ${count(voices, 'voice')}` : said
}
