import { queryOptions } from '@tanstack/react-query'
import { type Comment, listComments } from '#contract/comments.ts'
import { call } from '../../api/call.ts'

export type PassageComment = Comment & { quote: NonNullable<Comment['quote']> }

/** The comments on passages of a source. The key starts with that of all comments on it. */
export const passageComments = (sourceId: string) =>
  queryOptions({
    queryKey: ['comments', 'source', sourceId, 'passages'],
    queryFn: async ({ signal }) => {
      const found: PassageComment[] = []
      let cursor: string | undefined
      do {
        const query = { subject: 'source' as const, id: sourceId, cursor, limit: 100 }
        const { items, next } = await call(listComments, { query, signal })
        found.push(...items.filter(speaksOfPassage))
        cursor = next ?? undefined
      } while (cursor !== undefined)
      return found
    },
  })

function speaksOfPassage(comment: Comment): comment is PassageComment {
  return comment.quote !== null && comment.removedAt === null
}
