import { Button } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDebouncedCallback, useWindowEvent } from '@mantine/hooks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { SourceDraft } from '#contract/capture.ts'
import { addSnapshot, createSource, Source } from '#contract/sources.ts'
import { pageStartsMoved } from '#domain/page-starts.ts'
import { hasCode } from '../../api/api-error.ts'
import { call } from '../../api/call.ts'
import { newId } from '../../api/new-id.ts'
import { useSending } from '../../api/use-sending.ts'
import { focusFirstError } from '../../ui/focus-error.ts'
import { showIssues } from '../../ui/form-errors.ts'
import { sayKey } from '../../ui/keys.ts'
import { submitOnKeys } from '../../ui/submit-on-keys.ts'
import { useDraft } from '../../ui/use-draft.ts'
import { DraftNotice } from './draft-notice.tsx'
import { fillIn, type TextValues } from './fill-in.ts'
import { FilledNotice } from './filled-notice.tsx'
import { SourceFields } from './source-fields.tsx'
import { SourceIntake } from './source-intake.tsx'
import { emptySource, firstLine, isoDay, type SourceValues } from './source-values.ts'
import classes from './sources.module.css'
import { StandingSource } from './standing-source.tsx'
import { TextField } from './text-field.tsx'
import { useIntake } from './use-intake.ts'

/** Under which what is typed is kept. */
export const NEW_SOURCE_DRAFT = 'source-new'

/** A text of 500,000 characters is not written to the draft at every key. */
const DRAFT_MS = 400

/** More than a person types between two looks: the text was pasted. */
const PASTED = 40

/** `capture` is the id of the address that is being fetched, if one is. */
type NewSource = SourceValues & TextValues & { id: string; capture: string }

const empty = (): NewSource => ({
  id: newId(),
  capture: '',
  text: '',
  pages: [],
  ...emptySource(isoDay(new Date())),
})

function isBlank({
  text,
  capture,
  title,
  outlet,
  url,
  note,
  authors,
  published,
  modified,
}: NewSource): boolean {
  return [text, capture, title, outlet, url, note, ...authors, published, modified].every(
    value => value.trim() === '',
  )
}

/** What was read from a document, and what the fields held before it was filled in. */
type Filled = { read: SourceDraft; from: string; before: NewSource; heldText: boolean }

function toBody({ capture: _left, ...values }: NewSource, hint: string) {
  return { ...values, title: values.title.trim() || hint }
}

/** Adds a source with its text. `onSaved` is given the source it became, or whose text it was added to. */
export function SourceNewForm({ onSaved }: { onSaved: (source: Source) => void }) {
  const client = useQueryClient()
  const [fresh] = useState(empty)
  const draft = useDraft(NEW_SOURCE_DRAFT, fresh)
  const [restored, setRestored] = useState(draft.restored)
  const [failure, setFailure] = useState<string | null>(null)
  const [standing, setStanding] = useState<Source | null>(null)
  const [filled, setFilled] = useState<Filled | null>(null)
  const keep = useDebouncedCallback((now: NewSource) => (isBlank(now) ? draft.clear() : draft.keep(now)), {
    delay: DRAFT_MS,
    flushOnUnmount: true,
  })
  useWindowEvent('pagehide', keep.flush)

  const form = useForm({
    initialValues: draft.initial,
    onValuesChange: (values, before) => {
      keep(values)
      const pasted = values.text.length - before.text.length > PASTED && before.text.trim() === ''
      if (pasted && values.title === '') form.setFieldValue('title', firstLine(values.text))
      if (values.url !== before.url) setStanding(null)
      if (values.text !== before.text && values.pages === before.pages && values.pages.length > 0)
        form.setFieldValue('pages', pageStartsMoved(before.text, values.text, values.pages))
    },
  })
  const { values } = form
  const hint = firstLine(values.text)

  const intake = useIntake({
    captureId: values.capture,
    onCapture: id => form.setFieldValue('capture', id),
    onDraft: (read, from) => {
      const before = form.getValues()
      form.setValues(fillIn(before, fresh, read, false))
      setFilled({ read, from, before, heldText: before.text.trim() !== '' && before.text !== read.text })
    },
  })

  async function finish(source: Source) {
    keep.cancel()
    draft.clear()
    await client.invalidateQueries({ queryKey: ['sources'] })
    onSaved(source)
  }

  const sending = useSending()
  const create = useMutation({
    onSettled: sending.settle,
    mutationFn: (_form: HTMLFormElement) => call(createSource, { body: toBody(values, hint) }),
    onSuccess: finish,
    onError: async (error, sent) => {
      const current = hasCode(error, 'conflict') ? Source.safeParse(error.current).data : undefined
      // The first try was written and its answer was lost: this is the source that was asked for.
      if (current?.id === values.id) return finish(current)
      setStanding(current ?? null)
      setFailure(current ? null : showIssues(form, error))
      focusFirstError(sent)
    },
  })
  const capture = useMutation({
    mutationFn: (to: Source) =>
      call(addSnapshot, { params: { id: to.id }, body: { text: values.text, pages: values.pages } }),
    onSuccess: finish,
    onError: error => setFailure(showIssues(form, error)),
  })

  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (!sending.start()) return
    setFailure(null)
    form.clearErrors()
    create.mutate(event.currentTarget)
  }

  function discard() {
    keep.cancel()
    draft.clear()
    form.setValues(empty())
    form.clearErrors()
    setRestored(false)
  }

  return (
    <form ref={submitOnKeys} noValidate className={classes.newForm} onSubmit={save}>
      <div className={classes.textColumn}>
        {restored ? <DraftNotice onDiscard={discard} /> : null}
        <SourceIntake intake={intake} address={values.url.trim()}>
          {filled ? (
            <FilledNotice
              from={filled.from}
              heldText={filled.heldText}
              onTakeText={() => {
                form.setValues(fillIn(values, fresh, filled.read, true))
                setFilled({ ...filled, heldText: false })
              }}
              onUndo={() => {
                form.setValues({ ...filled.before, capture: '' })
                setFilled(null)
              }}
              onClose={() => setFilled(null)}
            />
          ) : null}
          <TextField
            label="Text"
            required
            data-autofocus
            value={values.text}
            error={form.errors['text']}
            onChange={text => form.setFieldValue('text', text)}
          />
        </SourceIntake>
      </div>
      <div className={classes.factsColumn}>
        <SourceFields form={form} titleHint={hint} />
        {standing ? (
          <StandingSource
            source={standing}
            capturing={capture.isPending}
            onCapture={() => capture.mutate(standing)}
          />
        ) : null}
        {failure ? (
          <p role="alert" className="problem">
            {failure} What you typed is kept.
          </p>
        ) : null}
        <div className={classes.save}>
          <Button type="submit" loading={create.isPending} aria-keyshortcuts="Control+Enter">
            Save and open it
          </Button>
          <span className="soft">{sayKey('mod+Enter').join(' ')}</span>
        </div>
      </div>
    </form>
  )
}
