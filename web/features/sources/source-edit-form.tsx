import { Button, Drawer } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Source, updateSource } from '#contract/sources.ts'
import { hasCode } from '../../api/api-error.ts'
import { call } from '../../api/call.ts'
import { focusFirstError } from '../../ui/focus-error.ts'
import { showIssues } from '../../ui/form-errors.ts'
import { submitOnKeys } from '../../ui/submit-on-keys.ts'
import { useDraft } from '../../ui/use-draft.ts'
import { useFocusBack } from '../../ui/use-focus-back.ts'
import { DraftNotice } from './draft-notice.tsx'
import { source as sourceQuery } from './queries.ts'
import { SourceFields } from './source-fields.tsx'
import { changedByOthers, type SourceValues, valuesOf } from './source-values.ts'
import classes from './sources.module.css'

/**
 * Corrects what is known of a source. When somebody else was faster, their values stand at the fields beside one's own,
 * and saving again puts one's own in place.
 */
export function SourceEditForm({ source, onClose }: { source: Source; onClose: () => void }) {
  useFocusBack()
  return (
    <Drawer opened onClose={onClose} position="right" size="lg" title="Correct the source">
      <Fields source={source} onClose={onClose} />
    </Drawer>
  )
}

function Fields({ source, onClose }: { source: Source; onClose: () => void }) {
  const client = useQueryClient()
  const [seen, setSeen] = useState(source)
  const draft = useDraft(`source-${source.id}`, valuesOf(source))
  const [restored, setRestored] = useState(draft.restored)
  const [theirs, setTheirs] = useState<Partial<SourceValues>>()
  const [failure, setFailure] = useState<string | null>(null)
  const form = useForm({ initialValues: draft.initial, onValuesChange: draft.keep })
  const submit = useMutation({
    mutationFn: (_form: HTMLFormElement) =>
      call(updateSource, { params: { id: source.id }, body: { version: seen.version, ...form.values } }),
    onSuccess: async changed => {
      draft.clear()
      client.setQueryData(sourceQuery(source.id).queryKey, changed)
      await client.invalidateQueries({ queryKey: ['sources', 'list'] })
      await client.invalidateQueries({ queryKey: ['claims'] })
      onClose()
    },
    onError: (error, sent) => {
      const now = hasCode(error, 'conflict') ? Source.safeParse(error.current).data : undefined
      if (now?.id !== source.id) {
        setFailure(showIssues(form, error))
        focusFirstError(sent)
        return
      }
      const theirValues = valuesOf(now)
      const names = changedByOthers(valuesOf(seen), form.values, theirValues)
      setTheirs(Object.fromEntries(names.map(name => [name, theirValues[name]])))
      setSeen(now)
      setFailure(
        names.length > 0
          ? 'Somebody changed this source meanwhile. What is stored now stands under the fields; save again to put what you typed in its place.'
          : 'Somebody changed this source meanwhile, but nothing of what you typed. Save again.',
      )
    },
  })
  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (submit.isPending) return
    setFailure(null)
    form.clearErrors()
    submit.mutate(event.currentTarget)
  }
  return (
    <form ref={submitOnKeys} noValidate onSubmit={save}>
      {restored ? (
        <DraftNotice
          onDiscard={() => {
            form.setValues(valuesOf(seen))
            draft.clear()
            setRestored(false)
          }}
        />
      ) : null}
      <SourceFields form={form} theirs={theirs} />
      {failure ? (
        <p role="alert" className="problem">
          {failure}
        </p>
      ) : null}
      <div className={classes.save}>
        <Button type="submit" loading={submit.isPending}>
          Save
        </Button>
        <Button variant="default" onClick={onClose}>
          Close
        </Button>
      </div>
    </form>
  )
}
