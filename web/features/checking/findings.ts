import type { Finding } from '#contract/checks.ts'
import type { ClaimItem } from '#contract/claims.ts'
import { type Sentence, UNCHECKED, type Unchecked } from '#domain/sentences.ts'
import { count } from '../../ui/labels.ts'

export type Found = { conflicts: readonly Finding[]; repeats: readonly Finding[] }

/** A sentence of a draft with what is known of it; `pending` until it has been compared. */
export type SentenceFound = Sentence & Found & { pending: boolean }

export type Claims = ReadonlyMap<string, ClaimItem>

/** What of a draft is shown. */
export const SHOWN = ['all', 'conflicts', 'repeats'] as const
export type Shown = (typeof SHOWN)[number]

export type Mark = 'conflict' | 'repeat'

/** How a sentence is marked; null when there is nothing to say of it. */
export function markOf({ conflicts, repeats }: Found): Mark | null {
  if (conflicts.length > 0) return 'conflict'
  return repeats.length > 0 ? 'repeat' : null
}

/** How a sentence is marked where only some marks are shown; null when it is not. */
export function shownMark(sentence: Found, shown: Shown): Mark | null {
  const mark = markOf(sentence)
  if (mark === null || shown === 'all') return mark
  return (shown === 'conflicts') === (mark === 'conflict') ? mark : null
}

/** What shows the findings of a draft is told: which are shown, which one is open, and where one is opened. */
export type FindingsShown = {
  text: string
  sentences: readonly SentenceFound[]
  shown: Shown
  open: number | null
  onOpen: (index: number) => void
}

/** What a sentence conflicts with or repeats, in words: `Conflicts with 2 claims, repeats 1`. */
export function sayFound({ conflicts, repeats }: Found): string {
  const parts = [
    conflicts.length > 0 ? `conflicts with ${count(conflicts.length, 'claim')}` : '',
    repeats.length > 0
      ? `repeats ${conflicts.length > 0 ? repeats.length : count(repeats.length, 'claim')}`
      : '',
  ].filter(part => part !== '')
  const said = parts.join(', ')
  return said.charAt(0).toUpperCase() + said.slice(1)
}

const claimsIn = (findings: readonly Finding[]) => new Set(findings.map(one => one.claimId)).size

/** The findings of a whole draft in one line: `7 of 84 sentences conflict with 9 claims; 3 repeat 4.` */
export function summarize(sentences: readonly SentenceFound[]): string {
  const conflicting = sentences.filter(one => markOf(one) === 'conflict')
  const repeating = sentences.filter(one => markOf(one) === 'repeat')
  const all = count(sentences.length, 'sentence')
  const conflictPart =
    conflicting.length === 0
      ? sentences.length === 1
        ? 'The one sentence conflicts with nothing that is stored'
        : `None of ${all} conflicts with what is stored`
      : `${conflicting.length} of ${all} ${conflicting.length === 1 ? 'conflicts' : 'conflict'} with ${count(claimsIn(conflicting.flatMap(one => one.conflicts)), 'claim')}`
  const repeatPart =
    repeating.length === 0
      ? ''
      : `; ${repeating.length} ${repeating.length === 1 ? 'repeats' : 'repeat'} ${count(claimsIn(repeating.flatMap(one => one.repeats)), 'claim')}`
  return `${conflictPart}${repeatPart}.`
}

const UNCHECKED_NOUNS: Record<Unchecked, [one: string, many: string]> = {
  short: ['too short', 'too short'],
  question: ['question', 'questions'],
  heading: ['heading', 'headings'],
  long: ['too long', 'too long'],
}

/** What was left out and why: `9 were not compared: 4 questions, 3 headings, 2 too short.` Empty when all were. */
export function sayUnchecked(sentences: readonly SentenceFound[]): string {
  const left = UNCHECKED.flatMap(why => {
    const amount = sentences.filter(one => one.unchecked === why).length
    return amount > 0 ? [{ amount, words: UNCHECKED_NOUNS[why][amount === 1 ? 0 : 1] }] : []
  })
  const total = left.reduce((sum, one) => sum + one.amount, 0)
  if (total === 0) return ''
  const parts = left.map(({ amount, words }) => `${amount} ${words}`)
  return `${total} ${total === 1 ? 'was' : 'were'} not compared: ${parts.join(', ')}.`
}
