import type { Comment } from '#contract/comments.ts'
import { viewQuote } from '../claims/view.ts'
import type { CommentRow, Subject } from './store.ts'

export function viewComment(row: CommentRow): Comment {
  return {
    id: row.id,
    version: row.version,
    body: row.body,
    subject: subjectOf(row),
    quoteId: row.quoteId,
    quote: row.quote && viewQuote(row.quote),
    author: row.author,
    mentions: row.mentions.map(({ account }) => account),
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    removedAt: row.removedAt?.toISOString() ?? null,
  }
}

export function subjectOf(row: CommentRow): Subject {
  if (row.sourceId !== null) return { type: 'source', id: row.sourceId }
  if (row.claimId !== null) return { type: 'claim', id: row.claimId }
  if (row.relationId !== null) return { type: 'relation', id: row.relationId }
  if (row.disputeId !== null) return { type: 'dispute', id: row.disputeId }
  throw new Error(`comment ${row.id} is on nothing`)
}
