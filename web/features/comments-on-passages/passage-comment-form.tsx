import { Button } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Comment, createComment } from '#contract/comments.ts'
import type { Person } from '#contract/text.ts'
import type { Span } from '#domain/quote.ts'
import { hasCode } from '../../api/api-error.ts'
import { call } from '../../api/call.ts'
import { newId } from '../../api/new-id.ts'
import { useSending } from '../../api/use-sending.ts'
import { CommentText } from '../../ui/comment-text.tsx'
import { showIssues } from '../../ui/form-errors.ts'
import { sayKey } from '../../ui/keys.ts'
import { stillMentioned } from '../../ui/mentions.ts'
import classes from '../../ui/side-form.module.css'
import { submitOnKeys } from '../../ui/submit-on-keys.ts'
import { useDraft } from '../../ui/use-draft.ts'

type Props = {
  sourceId: string
  quote: Span & { snapshotId: string; exact: string }
  onSaved: (comment: Comment) => void
  /** Told when the form begins to hold something that would be lost, and when it no longer does. */
  onDraft: (kept: boolean) => void
}

const NOBODY: Person[] = []

/** A comment on a passage of a source. Behind an @ people are offered, who are told of it. */
export function PassageCommentForm({ sourceId, quote, onSaved, onDraft }: Props) {
  const client = useQueryClient()
  const [fresh] = useState(() => ({ id: newId(), body: '', mentioned: NOBODY }))
  const draft = useDraft(`comment-${quote.snapshotId}-${quote.start}-${quote.end}`, fresh)
  const [failure, setFailure] = useState<string | null>(null)
  const form = useForm({
    initialValues: draft.initial,
    onValuesChange: values => {
      const kept = values.body.trim() !== ''
      if (kept) draft.keep(values)
      else draft.clear()
      onDraft(kept)
    },
  })
  async function finish(comment: Comment) {
    draft.clear()
    onDraft(false)
    onSaved(comment)
    await client.invalidateQueries({ queryKey: ['comments', 'source', sourceId] })
  }
  const sending = useSending()
  const submit = useMutation({
    onSettled: sending.settle,
    mutationFn: () => {
      const { id, body, mentioned } = form.values
      const mentions = stillMentioned(body, mentioned).map(person => person.id)
      return call(createComment, {
        body: { id, body, mentions, subject: { type: 'source', id: sourceId }, quote },
      })
    },
    onSuccess: finish,
    onError: error => {
      const current = hasCode(error, 'conflict') ? Comment.safeParse(error.current).data : undefined
      if (current?.id === form.values.id) return finish(current)
      setFailure(showIssues(form, error))
      return undefined
    },
  })
  return (
    <form
      ref={submitOnKeys}
      noValidate
      className={classes.form}
      onSubmit={event => {
        event.preventDefault()
        setFailure(null)
        if (sending.start()) submit.mutate()
      }}
    >
      <blockquote className={classes.quote}>{quote.exact}</blockquote>
      <CommentText
        label="Your comment"
        description="For researchers and editors alone. @ and a name tell that person of it."
        data-autofocus
        value={form.values.body}
        error={form.errors['body']}
        onChange={body => form.setFieldValue('body', body)}
        onMention={person => form.setValues(({ mentioned = [] }) => ({ mentioned: [...mentioned, person] }))}
      />
      {failure ? (
        <p role="alert" className="problem">
          {failure} What you typed is kept.
        </p>
      ) : null}
      <div className={classes.save}>
        <Button type="submit" loading={submit.isPending} aria-keyshortcuts="Control+Enter">
          Comment
        </Button>
        <span className="soft">{sayKey('mod+Enter').join(' ')}</span>
      </div>
    </form>
  )
}
