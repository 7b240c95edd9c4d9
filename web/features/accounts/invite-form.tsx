import { Button, Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { invite } from '#contract/accounts.ts'
import { ROLES, type Role } from '#domain/vocabulary.ts'
import { call } from '../../api/call.ts'
import { showIssues } from '../../ui/form-errors.ts'
import { choices, ROLE_LABELS, ROLE_RIGHTS } from '../../ui/labels.ts'
import rows from '../../ui/rows.module.css'
import { knownTerm } from '../../ui/use-url-filters.ts'
import { OneTimeLink } from './one-time-link.tsx'
import { accountKeys } from './queries.ts'

/** Makes a link by which one person joins with a role. */
export function InviteForm() {
  const client = useQueryClient()
  const [failure, setFailure] = useState<string | null>(null)
  const form = useForm<{ email: string; role: Role }>({
    initialValues: { email: '', role: 'researcher' },
    validate: { email: value => (value.trim() === '' ? 'Write an e-mail address.' : null) },
  })
  const submit = useMutation({
    mutationFn: (body: typeof form.values) => call(invite, { body }),
    onSuccess: async () => {
      setFailure(null)
      form.reset()
      await client.invalidateQueries({ queryKey: accountKeys.invitations })
    },
    onError: error => setFailure(showIssues(form, error)),
  })
  return (
    <>
      <form
        className={rows.form}
        noValidate
        onSubmit={form.onSubmit(values => submit.mutate({ ...values, email: values.email.trim() }))}
      >
        <TextInput label="E-mail" type="email" autoComplete="off" {...form.getInputProps('email')} />
        <Select
          label="Role"
          data={choices(ROLES, ROLE_LABELS)}
          allowDeselect={false}
          value={form.values.role}
          onChange={value => form.setFieldValue('role', knownTerm(ROLES, value ?? '') ?? form.values.role)}
          error={form.errors.role}
        />
        <Button type="submit" loading={submit.isPending}>
          Make the link
        </Button>
      </form>
      <p className="soft">{ROLE_RIGHTS[form.values.role]}.</p>
      {failure ? (
        <p role="alert" className="problem">
          {failure}
        </p>
      ) : null}
      {submit.data ? <OneTimeLink link={submit.data} onClose={submit.reset} /> : null}
    </>
  )
}
