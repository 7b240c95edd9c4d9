import type { Span } from '#domain/quote.ts'

/** The words a claim is made of: UTF-16 offsets in the text of a snapshot. */
export type Passage = Span & { snapshotId: string; exact: string }

export function sayPassage({ snapshotId, start, end }: Passage): string {
  return `${snapshotId}-${start}-${end}`
}

/** Under which name what is typed about a passage is kept. */
export function draftName(passage: Passage): string {
  return `claim-${sayPassage(passage)}`
}
