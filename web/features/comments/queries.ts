import { type Comment, listComments } from '#contract/comments.ts'
import { call } from '../../api/call.ts'
import { keysetOptions } from '../../api/keyset.ts'

export type CommentSubject = Comment['subject']

export const commentList = (subject: CommentSubject) =>
  keysetOptions({
    queryKey: ['comments', subject.type, subject.id],
    fetchPage: ({ cursor, signal }) =>
      call(listComments, { query: { subject: subject.type, id: subject.id, cursor, limit: 50 }, signal }),
  })
