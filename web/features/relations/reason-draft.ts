import type { ReasonType } from '#domain/vocabulary.ts'
import type { Words } from './selection.ts'

export type ReasonDraft = {
  type: ReasonType
  /** Empty until somebody writes one: then the sentence made of the marked words stands. */
  explanation: string
  left: Words | null
  right: Words | null
  leftQuote: Words | null
  rightQuote: Words | null
}

export const BLANK: ReasonDraft = {
  type: 'negation',
  explanation: '',
  left: null,
  right: null,
  leftQuote: null,
  rightQuote: null,
}

/** The sentence that the marked words make by themselves. */
export function explain(reason: ReasonDraft): string {
  if (reason.explanation.trim() !== '') return reason.explanation.trim()
  const [left, right] = [reason.left?.exact ?? '', reason.right?.exact ?? '']
  return reason.type === 'quantity' || reason.type === 'date'
    ? `${left} ≠ ${right}`
    : `“${left}” stands against “${right}”`
}

/** The reasons whose words are marked in both statements, as the server takes them. */
export function reasonsOf(drafts: readonly ReasonDraft[]) {
  return drafts.flatMap(one => {
    const { left, right } = one
    return left && right ? [{ ...one, explanation: explain(one), left, right }] : []
  })
}
