import type { EventAction } from '#domain/events.ts'
import { formatPartialDate, parsePartialDate } from '#domain/partial-date.ts'
import { count, REASON_TYPE_LABELS, SUBJECT_TYPE_LABELS } from '../../ui/labels.ts'
import { sayInstant } from '../../ui/time-ago.tsx'
import { sayField } from './field-labels.ts'
import { sayTerm } from './terms.ts'

/** One field that an event changed, in words. `page` is where what it names can be opened, when it names a record. */
export type FieldChange = {
  name: string
  field: string
  from: string | null
  to: string | null
  page: string | null
}

type Fields = Record<string, unknown> | null

/** What an event changed, one field a line; null where the field did not stand on that side. */
export function changesOf(action: EventAction, from: Fields, to: Fields): FieldChange[] {
  const names = [...new Set([...Object.keys(from ?? {}), ...Object.keys(to ?? {})])]
  return names
    .map(name => ({
      name,
      field: sayField(name),
      from: say(action, name, from?.[name]),
      to: say(action, name, to?.[name]),
      page: pageOf(name, to?.[name] ?? from?.[name]),
    }))
    .filter(change => change.from !== change.to)
}

const PAGES: Record<string, string> = {
  aId: '/claims',
  bId: '/claims',
  fromClaimId: '/claims',
  relationId: '/relations',
  sourceId: '/sources',
  speakerId: '/speakers',
  supersederId: '/claims',
}

function pageOf(name: string, value: unknown): string | null {
  const folder = PAGES[name]
  return folder !== undefined && typeof value === 'string' ? `${folder}/${value}` : null
}

const DATES: readonly string[] = ['said', 'published', 'modified', 'accessed']
const INSTANTS: readonly string[] = ['publishedAt', 'expiresAt']

function say(action: EventAction, name: string, value: unknown): string | null {
  if (value === undefined || value === null || value === '') return null
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (typeof value === 'number')
    return name === 'score' ? `${Math.round(100 * value)} %` : value.toLocaleString('en-GB')
  if (typeof value === 'string') {
    if (DATES.includes(name)) return sayDate(value)
    return INSTANTS.includes(name) ? sayInstant(value) : sayTerm(action, name, value)
  }
  if (Array.isArray(value)) {
    const items = value.map(item => say(action, name, item)).filter(said => said !== null)
    return items.join(items.some(item => item.includes(',')) ? '; ' : ', ') || null
  }
  return sayRecord(action, name, new Map(Object.entries(value)))
}

function sayDate(edtf: string): string {
  const parsed = parsePartialDate(edtf)
  return parsed.ok ? formatPartialDate(parsed.value.edtf) : edtf
}

/** A record within a field: of reasons, sides and subjects what a person needs of them, of any other all its fields. */
function sayRecord(action: EventAction, name: string, fields: ReadonlyMap<string, unknown>): string | null {
  const text = (field: string) => {
    const value = fields.get(field)
    return typeof value === 'string' ? value : ''
  }
  const claimIds = fields.get('claimIds')
  if (name === 'reasons') return `${labelled(REASON_TYPE_LABELS, text('type'))}: ${text('explanation')}`
  if (name === 'subject') return labelled(SUBJECT_TYPE_LABELS, text('type'))
  if (name === 'positions' && Array.isArray(claimIds))
    return `“${text('label')}” with ${count(claimIds.length, 'claim')}`
  const parts = [...fields].flatMap(([field, one]) => {
    const said = say(action, field, one)
    return said === null ? [] : [`${sayField(field)}: ${said}`]
  })
  return parts.join('; ') || null
}

const labelled = (labels: Readonly<Record<string, string>>, term: string) => labels[term] ?? term
