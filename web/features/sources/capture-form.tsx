import { Button, Modal } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { addSnapshot, type Source } from '#contract/sources.ts'
import { pageStartsMoved } from '#domain/page-starts.ts'
import { call } from '../../api/call.ts'
import { showIssues } from '../../ui/form-errors.ts'
import { useDraft } from '../../ui/use-draft.ts'
import { useFocusBack } from '../../ui/use-focus-back.ts'
import { source as sourceQuery } from './queries.ts'
import { SourceIntake } from './source-intake.tsx'
import classes from './sources.module.css'
import { TextField } from './text-field.tsx'
import { useIntake } from './use-intake.ts'

/** Stores the text of a source as it stands now. `onCaptured` is given the new snapshot, or null when the text was stored before. */
export function CaptureForm({
  source,
  onCaptured,
  onClose,
}: {
  source: Source
  onCaptured: (snapshotId: string | null) => void
  onClose: () => void
}) {
  const client = useQueryClient()
  useFocusBack()
  const draft = useDraft(`capture-${source.id}`, { text: '', pages: [] as number[], capture: '' })
  const [failure, setFailure] = useState<string | null>(null)
  const form = useForm({ initialValues: draft.initial, onValuesChange: draft.keep })
  const submit = useMutation({
    mutationFn: () =>
      call(addSnapshot, {
        params: { id: source.id },
        body: { text: form.values.text, pages: form.values.pages },
      }),
    onSuccess: changed => {
      draft.clear()
      client.setQueryData(sourceQuery(source.id).queryKey, changed)
      const known = new Set(source.snapshots.map(({ id }) => id))
      onCaptured(changed.snapshots.find(({ id }) => !known.has(id))?.id ?? null)
    },
    onError: error => setFailure(showIssues(form, error)),
  })
  const intake = useIntake({
    captureId: form.values.capture,
    onCapture: id => form.setFieldValue('capture', id),
    onDraft: ({ text, pages }) => form.setValues({ text, pages }),
  })
  return (
    <Modal opened onClose={onClose} size="xl" title="Capture the text again">
      <form
        noValidate
        onSubmit={event => {
          event.preventDefault()
          setFailure(null)
          submit.mutate()
        }}
      >
        <p className="soft">
          The text as it stands now becomes a new version; the old one stays readable. The same text again
          makes none.
        </p>
        <SourceIntake intake={intake} address={source.url ?? ''}>
          <TextField
            label="Text as it stands now"
            required
            rows={16}
            data-autofocus
            value={form.values.text}
            error={form.errors['text']}
            onChange={text =>
              form.setValues({ text, pages: pageStartsMoved(form.values.text, text, form.values.pages) })
            }
          />
        </SourceIntake>
        {failure ? (
          <p role="alert" className="problem">
            {failure} What you typed is kept.
          </p>
        ) : null}
        <div className={classes.save}>
          <Button type="submit" loading={submit.isPending}>
            Save the version
          </Button>
        </div>
      </form>
    </Modal>
  )
}
