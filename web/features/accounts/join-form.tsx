import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type AccountLink, type Me, PASSWORD_MAX, PASSWORD_MIN, useAccountLink } from '#contract/accounts.ts'
import { call } from '../../api/call.ts'
import { showIssues } from '../../ui/form-errors.ts'

const SUBMIT_LABELS: Record<AccountLink['kind'], string> = {
  first_admin: 'Create the first admin',
  invitation: 'Join',
  password_reset: 'Set the password',
}

/** Takes up a one-time link: a new account, or a new password for one. Either way the person is signed in. */
export function JoinForm({
  link,
  secret,
  onJoined,
}: {
  link: AccountLink
  secret: string
  onJoined: (me: Me) => Promise<void>
}) {
  const isNew = link.kind !== 'password_reset'
  const asksEmail = link.email === null
  const [failure, setFailure] = useState<string | null>(null)
  const form = useForm({
    initialValues: { email: '', name: '', password: '' },
    validate: {
      email: value => (asksEmail && value.trim() === '' ? 'Write your e-mail address.' : null),
      name: value => (isNew && value.trim() === '' ? 'Write your name.' : null),
      password: passwordProblem,
    },
  })
  const submit = useMutation({
    mutationFn: ({ email, name, password }: typeof form.values) =>
      call(useAccountLink, {
        body: { secret, password, ...(asksEmail ? { email } : {}), ...(isNew ? { name } : {}) },
      }),
    onSuccess: onJoined,
    onError: error => setFailure(showIssues(form, error)),
  })
  return (
    <form onSubmit={form.onSubmit(values => submit.mutate(values))} noValidate>
      <Stack gap="md">
        {failure ? (
          <Alert role="alert" title="This did not work">
            {failure}
          </Alert>
        ) : null}
        <TextInput
          label="E-mail"
          type="email"
          autoComplete="username"
          {...(asksEmail ? form.getInputProps('email') : { value: link.email ?? '', readOnly: true })}
        />
        {isNew ? (
          <TextInput
            label="Name"
            description="As others see it beside what you decide and write."
            autoComplete="name"
            {...form.getInputProps('name')}
          />
        ) : null}
        <PasswordInput
          label={isNew ? 'Password' : 'New password'}
          description={`At least ${PASSWORD_MIN} characters. A few words in a row are easy to keep in mind.`}
          autoComplete="new-password"
          {...form.getInputProps('password')}
        />
        <Button type="submit" loading={submit.isPending}>
          {SUBMIT_LABELS[link.kind]}
        </Button>
      </Stack>
    </form>
  )
}

function passwordProblem(value: string): string | null {
  if (value.length < PASSWORD_MIN) return `Use at least ${PASSWORD_MIN} characters.`
  if (value.length > PASSWORD_MAX) return `Use at most ${PASSWORD_MAX} characters.`
  return null
}
