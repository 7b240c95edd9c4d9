import { Alert, Button, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { createComment } from '#contract/comments.ts'
import { call } from '../../api/call.ts'
import { newId } from '../../api/new-id.ts'
import { showIssues } from '../../ui/form-errors.ts'
import { useDraft } from '../../ui/use-draft.ts'
import classes from './comments.module.css'
import { type CommentSubject, commentList } from './queries.ts'

/** A new comment on a record. What is typed survives a reload. */
export function CommentForm({ subject }: { subject: CommentSubject }) {
  const client = useQueryClient()
  const draft = useDraft(`comment:${subject.type}:${subject.id}`, { body: '' })
  const [id, setId] = useState(newId)
  const [failure, setFailure] = useState<string | null>(null)
  const form = useForm({
    initialValues: draft.initial,
    onValuesChange: draft.keep,
    validate: { body: value => (value.trim() === '' ? 'Write something here.' : null) },
  })
  const submit = useMutation({
    mutationFn: ({ body }: typeof form.values) => call(createComment, { body: { id, subject, body } }),
    onSuccess: async () => {
      form.setValues({ body: '' })
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
      <Textarea label="Your comment" autosize minRows={2} maxRows={12} {...form.getInputProps('body')} />
      <Button type="submit" mt="sm" loading={submit.isPending}>
        Comment
      </Button>
    </form>
  )
}
