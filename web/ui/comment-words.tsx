import type { Comment } from '#contract/comments.ts'
import { cutAtMentions } from './mentions.ts'

/** The words of a comment, with those it mentions set apart. */
export function CommentWords({ comment: { body, mentions } }: { comment: Comment }) {
  return cutAtMentions(body, mentions).map(({ text, mention, start }) =>
    mention ? <strong key={start}>{text}</strong> : text,
  )
}
