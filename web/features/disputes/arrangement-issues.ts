import { type ApiError, hasCode, messageOf } from '../../api/api-error.ts'
import type { EditedPosition } from './arrangement.ts'

type Issue = ApiError['issues'][number]

/** What the server found wrong, at the things it is about: they keep it however they are moved afterwards. */
export type ArrangementIssues = {
  /** By name: question, summary, state, slug, positions. */
  fields: Record<string, string>
  /** Of a side's words, by its key. */
  labels: Record<string, string>
  /** Of a side as a whole, by its key. */
  positions: Record<string, string>
  /** By claim id. */
  claims: Record<string, string>
  /** What belongs to nothing on the screen. */
  rest: string[]
}

export const NO_ISSUES: ArrangementIssues = { fields: {}, labels: {}, positions: {}, claims: {}, rest: [] }

/** Sorts the server's issues to the positions that were sent. */
export function placeIssues(issues: readonly Issue[], sent: readonly EditedPosition[]): ArrangementIssues {
  const placed: ArrangementIssues = { fields: {}, labels: {}, positions: {}, claims: {}, rest: [] }
  for (const { path, message } of issues) put(placed, path.split('.'), message, sent)
  return placed
}

const FIELDS = ['question', 'summary', 'state', 'slug', 'positions']

function put(placed: ArrangementIssues, path: string[], message: string, sent: readonly EditedPosition[]) {
  const [field = '', index, part, place] = path
  const position = field === 'positions' && index !== undefined ? sent[Number(index)] : undefined
  const claim = part === 'claimIds' && place !== undefined ? position?.claims[Number(place)] : undefined
  if (claim) placed.claims[claim.id] ??= message
  else if (position && part === 'label') placed.labels[position.key] ??= message
  else if (position) placed.positions[position.key] ??= message
  else if (FIELDS.includes(field)) placed.fields[field] ??= message
  else placed.rest.push(message)
}

/** What to say of a refused write beside its button: of an input that is not right, only that the fields say more. */
export function refusalSummary(error: unknown): string {
  return hasCode(error, 'invalid')
    ? 'Not saved: the marked fields above are not right yet.'
    : messageOf(error)
}
