import type { Verdict } from '#domain/opinion.ts'
import type { AdviserName } from '#domain/vocabulary.ts'

/** What an adviser is told of a claim: nothing else of the store reaches it. */
export type Told = {
  statement: string
  speaker: string
  /** EDTF; null when it is not known. */
  said: string | null
  howPut: string
}

export type Pair = { a: Told; b: Told }

/** Words at odds: where they stand in the statement, in UTF-16 offsets. */
export type Words = { start: number; end: number; exact: string }

export type WordPair = { a: Words; b: Words }

/** What was sent and what came back, as they were, and what that took. */
export type Exchange = { request: string; answer: string | null; attempts: number; tokens: number | null }

/** What came of a question. `unasked`: it waits, as the budget is used up or the process stops. */
export type Reply =
  | { state: 'unasked' }
  | (Exchange & { state: 'given'; verdict: Verdict; spans: WordPair[]; explanation: string | null })
  | (Exchange & { state: 'unusable' | 'failed'; failure: string })

export type Asking = {
  /** Takes one of the day's questions from the budget before it is sent. False when none is left. */
  spend: () => Promise<boolean>
  /** Aborted when the process stops. */
  signal: AbortSignal
}

/** A model that can be asked what it makes of two statements. */
export type Adviser = {
  name: AdviserName
  model: string
  /** The host that statements are sent to; null when they stay on the machine. */
  sentTo: string | null
  /** How often it may be asked on a day; null when that is not limited. */
  perDay: number | null
  /** Never throws for what the model or its host does. */
  ask: (pair: Pair, asking: Asking) => Promise<Reply>
  close: () => Promise<void>
}
