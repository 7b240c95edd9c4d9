import { Alert, Button, Group } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Comment, editComment, removeComment } from '#contract/comments.ts'
import { hasCode, messageOf } from '../../api/api-error.ts'
import { call } from '../../api/call.ts'
import { useCan, useMe } from '../../api/session.ts'
import { CommentText } from '../../ui/comment-text.tsx'
import { CommentWords } from '../../ui/comment-words.tsx'
import { stillMentioned } from '../../ui/mentions.ts'
import { TimeAgo } from '../../ui/time-ago.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import classes from './comments.module.css'
import { type CommentSubject, commentList } from './queries.ts'

/** One comment; its author may edit it, its author or an admin remove it. */
export function CommentEntry({ comment, subject }: { comment: Comment; subject: CommentSubject }) {
  const [doing, setDoing] = useState<'reading' | 'editing' | 'removing'>('reading')
  const me = useMe()?.account
  const admin = useCan('admin')
  const own = me?.id === comment.author.id
  const removed = comment.removedAt !== null
  const done = () => setDoing('reading')
  return (
    <li className={classes.comment}>
      <p className={classes.author}>
        <strong>{comment.author.name}</strong>
        <span className="soft">
          <TimeAgo at={comment.createdAt} />
          {comment.editedAt && !removed ? ', edited' : ''}
        </span>
      </p>
      {comment.quote && !removed ? (
        <blockquote className={classes.passage}>{comment.quote.exact}</blockquote>
      ) : null}
      {doing === 'editing' ? (
        <Editing comment={comment} subject={subject} onDone={done} />
      ) : (
        <p className={removed ? 'soft' : classes.body}>
          {removed ? 'This comment was removed.' : <CommentWords comment={comment} />}
        </p>
      )}
      {doing === 'removing' ? <Removing comment={comment} subject={subject} onDone={done} /> : null}
      {doing === 'reading' && !removed && (own || admin) ? (
        <Group gap="xs">
          {own ? (
            <Button size="compact-xs" variant="subtle" onClick={() => setDoing('editing')}>
              Edit
            </Button>
          ) : null}
          <Button size="compact-xs" variant="subtle" onClick={() => setDoing('removing')}>
            Remove
          </Button>
        </Group>
      ) : null}
    </li>
  )
}

type ChangeProps = { comment: Comment; subject: CommentSubject; onDone: () => void }

function useRefreshed(subject: CommentSubject) {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: commentList(subject).queryKey })
}

function Editing({ comment, subject, onDone }: ChangeProps) {
  const refresh = useRefreshed(subject)
  const draft = useDraft(`comment-edit:${comment.id}`, { body: comment.body })
  const [body, setBody] = useState(draft.initial.body)
  const [mentioned, setMentioned] = useState(comment.mentions)
  const save = useMutation({
    mutationFn: (version: number) =>
      call(editComment, {
        params: { id: comment.id },
        body: { version, body, mentions: stillMentioned(body, mentioned).map(person => person.id) },
      }),
    onSuccess: async () => {
      draft.clear()
      await refresh()
      onDone()
    },
  })
  const current = hasCode(save.error, 'conflict') ? Comment.safeParse(save.error.current).data : undefined
  function type(text: string) {
    setBody(text)
    draft.keep({ body: text })
  }
  function stop() {
    draft.clear()
    onDone()
  }
  return (
    <>
      {save.error ? (
        <Alert role="alert" mb="xs" title={messageOf(save.error)}>
          {current ? `It now reads: ${current.body}` : 'What you typed is kept.'}
        </Alert>
      ) : null}
      <CommentText
        aria-label="Edit your comment"
        value={body}
        onChange={type}
        onMention={person => setMentioned(known => [...known, person])}
      />
      <Group gap="xs" mt="xs">
        <Button
          size="xs"
          loading={save.isPending}
          disabled={body.trim() === ''}
          onClick={() => save.mutate(current?.version ?? comment.version)}
        >
          {current ? 'Save mine instead' : 'Save'}
        </Button>
        <Button size="xs" variant="default" onClick={stop}>
          Cancel
        </Button>
      </Group>
    </>
  )
}

/** Asked for once more: nothing brings a comment back. */
function Removing({ comment, subject, onDone }: ChangeProps) {
  const refresh = useRefreshed(subject)
  const remove = useMutation({
    mutationFn: () =>
      call(removeComment, { params: { id: comment.id }, query: { version: comment.version } }),
    onSuccess: async () => {
      await refresh()
      onDone()
    },
    onError: error => (hasCode(error, 'conflict') ? refresh() : undefined),
  })
  return (
    <Alert role="alert" title={remove.error ? messageOf(remove.error) : 'Remove this comment?'}>
      The words cannot be brought back. That there was a comment stays to be seen.
      <Group gap="xs" mt="xs">
        <Button size="xs" variant="default" loading={remove.isPending} onClick={() => remove.mutate()}>
          Remove it
        </Button>
        <Button size="xs" onClick={onDone}>
          Keep it
        </Button>
      </Group>
    </Alert>
  )
}
