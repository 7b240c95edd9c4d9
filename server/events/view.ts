import type { Event } from '#contract/events.ts'
import { EVENT_ACTIONS, SUBJECT_TYPES } from '#domain/events.ts'
import type { EventRow } from './store.ts'

export function viewEvent(row: EventRow): Event {
  return {
    id: row.id,
    at: row.at.toISOString(),
    actor: row.actor,
    action: known(EVENT_ACTIONS, row.action),
    subject: { type: known(SUBJECT_TYPES, row.subjectType), id: row.subjectId },
    from: viewFields(row.from),
    to: viewFields(row.to),
  }
}

function known<Word extends string>(words: readonly Word[], stored: string): Word {
  const word = words.find(word => word === stored)
  if (word === undefined) throw new Error(`“${stored}” is no word of the audit log`)
  return word
}

function viewFields(stored: EventRow['from']): Event['from'] {
  return typeof stored === 'object' && !Array.isArray(stored) ? stored : null
}
