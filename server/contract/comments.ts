import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { page, paging } from './paging.ts'
import { Quote } from './quotes.ts'
import { Id, Instant, LIMITS, NewId, Person, text, Version } from './text.ts'

export const COMMENT_SUBJECTS = ['source', 'claim', 'relation', 'dispute'] as const

const Subject = z.object({ type: z.enum(COMMENT_SUBJECTS), id: Id })

export const Comment = z
  .object({
    id: Id,
    version: Version,
    /** Empty when it was removed. */
    body: z.string(),
    subject: Subject,
    quoteId: Id.nullable(),
    /** The passage of a source it speaks of. */
    quote: Quote.nullable(),
    author: Person,
    /** Whom it names with an @. */
    mentions: z.array(Person),
    createdAt: Instant,
    editedAt: Instant.nullable(),
    removedAt: Instant.nullable(),
  })
  .meta({ id: 'Comment' })
export type Comment = z.infer<typeof Comment>

/** Ids of accounts; they find it under their bell. */
const mentions = z.array(z.string().min(1).max(64)).max(20).optional()

export const listComments = endpoint({
  method: 'get',
  path: '/api/comments',
  access: 'researcher',
  summary: 'List the comments on one record, oldest first',
  query: z.strictObject({ ...paging, subject: z.enum(COMMENT_SUBJECTS), id: Id }),
  reply: page(Comment),
})

export const createComment = endpoint({
  method: 'post',
  path: '/api/comments',
  access: 'researcher',
  summary: 'Comment on a source, claim, relation or dispute; on a passage of a source with its selection',
  body: z.strictObject({
    id: NewId,
    subject: z.strictObject({ type: z.enum(COMMENT_SUBJECTS), id: Id }),
    body: text(LIMITS.comment),
    mentions,
    /** With a source only: the passage it speaks of. */
    quote: z
      .strictObject({ snapshotId: Id, start: z.int().min(0), end: z.int().min(1), exact: z.string().min(1) })
      .nullish(),
  }),
  reply: Comment,
  status: 201,
})

export const editComment = endpoint({
  method: 'patch',
  path: '/api/comments/:id',
  access: 'researcher',
  summary: 'Edit one’s own comment',
  params: z.strictObject({ id: Id }),
  body: z.strictObject({ version: Version, body: text(LIMITS.comment), mentions }),
  reply: Comment,
})

export const removeComment = endpoint({
  method: 'delete',
  path: '/api/comments/:id',
  access: 'researcher',
  summary: 'Remove one’s own comment, or anyone’s as an admin; its place stays',
  params: z.strictObject({ id: Id }),
  query: z.strictObject({ version: z.coerce.number().int().min(1) }),
  reply: Comment,
})
