import { useInfiniteQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { itemsOf } from '../../api/keyset.ts'
import { LoadMore } from '../../ui/load-more.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { CommentEntry } from './comment-entry.tsx'
import { CommentForm } from './comment-form.tsx'
import classes from './comments.module.css'
import { type CommentSubject, commentList } from './queries.ts'

/** What those who work on a record say to each other about it, oldest first. For researchers, and not for paper. */
export function Discussion({ subject }: { subject: CommentSubject }) {
  const query = useInfiniteQuery(commentList(subject))
  const heading = useId()
  return (
    <section className={`${classes.discussion} no-print`} aria-labelledby={heading}>
      <h2 id={heading}>Discussion</h2>
      <Loaded query={query} shape="list">
        {data => {
          const comments = itemsOf(data)
          return (
            <>
              {comments.length === 0 ? (
                <p className="soft">
                  Nobody has said anything yet. What is written here is for researchers and editors alone.
                </p>
              ) : (
                <ol className={classes.comments}>
                  {comments.map(comment => (
                    <CommentEntry key={comment.id} comment={comment} subject={subject} />
                  ))}
                </ol>
              )}
              <LoadMore query={query} noun="comments" />
            </>
          )
        }}
      </Loaded>
      <CommentForm key={`${subject.type}-${subject.id}`} subject={subject} />
    </section>
  )
}
