import { IconMessage2 } from '@tabler/icons-react'
import type { Comment } from '#contract/comments.ts'
import { MarginCard } from '../../text/margin-card.tsx'
import { CommentWords } from '../../ui/comment-words.tsx'
import { TimeAgo } from '../../ui/time-ago.tsx'
import classes from './passage-comments.module.css'

/** A comment in the margin. Pressing it goes to the words it speaks of. */
export function PassageCommentCard({
  comment,
  active,
  onOpen,
  onPoint,
}: {
  comment: Comment
  active: boolean
  onOpen: () => void
  onPoint: (pointed: boolean) => void
}) {
  return (
    <MarginCard kind="comment" active={active} onOpen={onOpen} onPoint={onPoint}>
      <span className={classes.by}>
        <IconMessage2 size={14} aria-label="Comment" />
        <strong>{comment.author.name}</strong>
        <TimeAgo at={comment.createdAt} />
      </span>
      <span className={classes.body} data-whole={active || undefined}>
        <CommentWords comment={comment} />
      </span>
    </MarginCard>
  )
}
