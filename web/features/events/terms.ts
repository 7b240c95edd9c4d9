import type { EventAction } from '#domain/events.ts'
import {
  ADVISER_LABELS,
  AWAITED_READING_LABELS,
  DISPUTE_STATE_LABELS,
  HOW_PUT_LABELS,
  KEY_SCOPE_LABELS,
  OPINION_STATE_LABELS,
  QUOTE_STATE_LABELS,
  RELATION_KIND_LABELS,
  RELATION_ORIGIN_LABELS,
  RELATION_STATE_LABELS,
  ROLE_LABELS,
  SCAN_STATE_LABELS,
  SOURCE_KIND_LABELS,
  SPEAKER_KIND_LABELS,
  WATCH_INTERVAL_LABELS,
  WATCH_STATE_LABELS,
} from '../../ui/labels.ts'

type Labels = Readonly<Record<string, string>>

/** The terms that a field holds, whatever the event is about. */
const TERMS: Record<string, Labels> = {
  adviser: ADVISER_LABELS,
  advisers: ADVISER_LABELS,
  awaits: AWAITED_READING_LABELS,
  every: WATCH_INTERVAL_LABELS,
  howPut: HOW_PUT_LABELS,
  kind: { ...SOURCE_KIND_LABELS, ...SPEAKER_KIND_LABELS, ...RELATION_KIND_LABELS },
  origin: RELATION_ORIGIN_LABELS,
  role: ROLE_LABELS,
  scope: KEY_SCOPE_LABELS,
}

/** Every record that has a state has states of its own. */
const STATES: Record<string, Labels> = {
  claim: QUOTE_STATE_LABELS,
  dispute: DISPUTE_STATE_LABELS,
  relation: RELATION_STATE_LABELS,
  scan: SCAN_STATE_LABELS,
  source: WATCH_STATE_LABELS,
}

/** A term of the vocabulary as a screen shows it; as it is when the field holds none. */
export function sayTerm(action: EventAction, field: string, value: string): string {
  const labels = field === 'state' ? statesOf(action) : TERMS[field]
  return labels && Object.hasOwn(labels, value) ? (labels[value] ?? value) : value
}

function statesOf(action: EventAction): Labels | undefined {
  if (action === 'relation.opinion_given') return OPINION_STATE_LABELS
  return STATES[action.slice(0, action.indexOf('.'))]
}
