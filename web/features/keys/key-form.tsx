import { Button, Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { createApiKey } from '#contract/keys.ts'
import { KEY_SCOPES, type KeyScope } from '#domain/vocabulary.ts'
import { call } from '../../api/call.ts'
import { useCan } from '../../api/session.ts'
import { useSending } from '../../api/use-sending.ts'
import { showIssues } from '../../ui/form-errors.ts'
import { choices, KEY_SCOPE_LABELS } from '../../ui/labels.ts'
import rows from '../../ui/rows.module.css'
import { knownTerm } from '../../ui/use-url-filters.ts'
import { KeySecret } from './key-secret.tsx'
import { keysKey } from './queries.ts'

/** How long a key may count, in days; nothing is without an end. */
const LIVES = [
  { value: '7', label: '7 days' },
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '366', label: 'A year' },
  { value: '', label: 'Until it is revoked' },
]

type Values = { name: string; scope: KeyScope; days: string }

/** Makes a key of one's own, and shows its secret once. */
export function KeyForm() {
  const client = useQueryClient()
  const mayWrite = useCan('researcher')
  const scopes = mayWrite ? KEY_SCOPES : KEY_SCOPES.slice(0, 1)
  const [failure, setFailure] = useState<string | null>(null)
  const form = useForm<Values>({
    initialValues: { name: '', scope: 'read', days: '90' },
    validate: { name: value => (value.trim() === '' ? 'Say what the key is for.' : null) },
  })
  const sending = useSending()
  const make = useMutation({
    onSettled: sending.settle,
    mutationFn: ({ name, scope, days }: Values) =>
      call(createApiKey, { body: { name, scope, days: days === '' ? null : Number(days) } }),
    onSuccess: async () => {
      form.reset()
      await client.invalidateQueries({ queryKey: keysKey })
    },
    onError: error => setFailure(showIssues(form, error)),
  })

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (form.validate().hasErrors || !sending.start()) return
    setFailure(null)
    make.mutate(form.values)
  }

  return (
    <>
      <form className={rows.form} noValidate onSubmit={submit}>
        <TextInput
          label="What it is for"
          placeholder="Browser extension on my laptop"
          autoComplete="off"
          {...form.getInputProps('name')}
        />
        <Select
          label="It may"
          data={choices(scopes, KEY_SCOPE_LABELS)}
          allowDeselect={false}
          value={form.values.scope}
          onChange={value =>
            form.setFieldValue('scope', knownTerm(KEY_SCOPES, value ?? '') ?? form.values.scope)
          }
          error={form.errors['scope']}
        />
        <Select
          label="It counts for"
          data={LIVES}
          allowDeselect={false}
          value={form.values.days}
          onChange={value => form.setFieldValue('days', value ?? form.values.days)}
          error={form.errors['days']}
        />
        <Button type="submit" loading={make.isPending}>
          Make the key
        </Button>
      </form>
      {failure ? (
        <p role="alert" className="problem">
          {failure}
        </p>
      ) : null}
      {make.data ? <KeySecret made={make.data} onClose={make.reset} /> : null}
    </>
  )
}
