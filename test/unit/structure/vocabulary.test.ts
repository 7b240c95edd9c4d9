import { expect, test } from 'vitest'
import { AccountLink } from '#contract/accounts.ts'
import { Decision } from '#contract/relations.ts'
import { EVENT_ACTIONS, SUBJECT_TYPES } from '#domain/events.ts'
import * as vocabulary from '#domain/vocabulary.ts'
import * as enums from '../../../server/db/generated/enums.ts'

/** Each enum of the database beside the list it must equal, in the same order. */
const LISTS = {
  Role: vocabulary.ROLES,
  KeyScope: vocabulary.KEY_SCOPES,
  AccountLinkKind: AccountLink.shape.kind.options,
  SourceKind: vocabulary.SOURCE_KINDS,
  SpeakerKind: vocabulary.SPEAKER_KINDS,
  HowPut: vocabulary.HOW_PUT,
  RelationKind: vocabulary.RELATION_KINDS,
  RelationState: vocabulary.RELATION_STATES,
  AwaitedReading: vocabulary.AWAITED_READINGS,
  RelationOrigin: vocabulary.RELATION_ORIGINS,
  ReasonType: vocabulary.REASON_TYPES,
  DecisionAction: Decision.shape.action.options,
  ScanState: vocabulary.SCAN_STATES,
  NotificationReason: vocabulary.NOTIFICATION_REASONS,
  DisputeState: vocabulary.DISPUTE_STATES,
  QuoteState: vocabulary.QUOTE_STATES,
  CaptureState: vocabulary.CAPTURE_STATES,
  WatchInterval: vocabulary.WATCH_INTERVALS,
  WatchState: vocabulary.WATCH_STATES,
  Adviser: vocabulary.ADVISERS,
  OpinionState: vocabulary.OPINION_STATES,
} satisfies Record<keyof typeof enums, readonly string[]>

const inDatabase = new Map(Object.entries(enums).map(([name, values]) => [name, Object.keys(values)]))

test.each(Object.entries(LISTS))('the database’s %s is the list that code and wire use', (name, list) => {
  expect(inDatabase.get(name)).toEqual([...list])
})

test('every event is about one of the subjects', () => {
  const subjects: readonly string[] = SUBJECT_TYPES
  expect(EVENT_ACTIONS.filter(action => !subjects.includes(action.slice(0, action.indexOf('.'))))).toEqual([])
})
