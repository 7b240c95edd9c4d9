import { IconMessage2 } from '@tabler/icons-react'
import type { Comment } from '#contract/comments.ts'
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
    <article
      className={classes.card}
      data-active={active || undefined}
      onPointerEnter={() => onPoint(true)}
      onPointerLeave={() => onPoint(false)}
    >
      <button type="button" className={classes.open} aria-current={active || undefined} onClick={onOpen}>
        <span className={classes.by}>
          <IconMessage2 size={14} aria-label="Comment" />
          <strong>{comment.author.name}</strong>
          <TimeAgo at={comment.createdAt} />
        </span>
        <span className={classes.body}>
          <CommentWords comment={comment} />
        </span>
      </button>
    </article>
  )
}
