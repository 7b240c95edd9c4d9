import { Alert, Button } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { createComment } from '#contract/comments.ts'
import type { Person } from '#contract/text.ts'
import { call } from '../../api/call.ts'
import { newId } from '../../api/new-id.ts'
import { CommentText } from '../../ui/comment-text.tsx'
import { showIssues } from '../../ui/form-errors.ts'
import { stillMentioned } from '../../ui/mentions.ts'
import { useDraft } from '../../ui/use-draft.ts'
import classes from './comments.module.css'
import { type CommentSubject, commentList } from './queries.ts'

const NOBODY: Person[] = []

/** A new comment on a record. What is typed survives a reload. */
export function CommentForm({ subject }: { subject: CommentSubject }) {
  const client = useQueryClient()
  const draft = useDraft(`comment:${subject.type}:${subject.id}`, { body: '', mentioned: NOBODY })
  const [id, setId] = useState(newId)
  const [failure, setFailure] = useState<string | null>(null)
  const form = useForm({
    initialValues: draft.initial,
    onValuesChange: draft.keep,
    validate: { body: value => (value.trim() === '' ? 'Write something here.' : null) },
  })
  const submit = useMutation({
    mutationFn: ({ body, mentioned }: typeof form.values) => {
      const mentions = stillMentioned(body, mentioned).map(person => person.id)
      return call(createComment, { body: { id, subject, body, mentions } })
    },
    onSuccess: async () => {
      form.setValues({ body: '', mentioned: [] })
      draft.clear()
      setId(newId())
      setFailure(null)
      await client.invalidateQueries({ queryKey: commentList(subject).queryKey })
    },
    onError: error => setFailure(showIssues(form, error)),
  })
  return (
    <form className={classes.form} onSubmit={form.onSubmit(values => submit.mutate(values))} noValidate>
      {failure ? (
        <Alert role="alert" mb="sm" title="The comment was not sent">
          {`${failure} What you typed is kept.`}
        </Alert>
      ) : null}
      <CommentText
        label="Your comment"
        description="@ and a name tell that person of it."
        value={form.values.body}
        error={form.errors['body']}
        onChange={body => form.setFieldValue('body', body)}
        onMention={person => form.setValues(({ mentioned = [] }) => ({ mentioned: [...mentioned, person] }))}
      />
      <Button type="submit" mt="sm" loading={submit.isPending}>
        Comment
      </Button>
    </form>
  )
}
