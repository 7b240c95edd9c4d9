import { Alert, Button, Divider, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { type Me, signIn } from '#contract/accounts.ts'
import { hasCode, messageOf } from '../../api/api-error.ts'
import { call } from '../../api/call.ts'
import { startProviderSignIn } from '../../api/provider-sign-in.ts'
import { showIssues } from '../../ui/form-errors.ts'

/** Signs in by password, or hands over to one of the identity providers. */
export function SignInForm({
  providers,
  returnTo,
  onSignedIn,
}: {
  providers: Me['providers']
  /** The path to come back to. */
  returnTo: string
  onSignedIn: (me: Me) => Promise<void>
}) {
  const form = useForm({
    initialValues: { email: '', password: '' },
    validate: {
      email: value => (value.trim() === '' ? 'Write your e-mail address.' : null),
      password: value => (value === '' ? 'Write your password.' : null),
    },
  })
  const submit = useMutation({
    mutationFn: (body: typeof form.values) => call(signIn, { body }),
    onSuccess: onSignedIn,
    onError: error => {
      showIssues(form, error)
      form.getInputNode('password')?.focus()
    },
  })
  const leave = useMutation({
    mutationFn: (provider: string) => startProviderSignIn(provider, returnTo),
    onSuccess: url => window.location.assign(url),
  })
  const failure = submit.error ?? leave.error
  return (
    <Stack gap="md">
      {failure ? (
        <Alert role="alert" title="You are not signed in">
          {hasCode(failure, 'unauthenticated')
            ? 'This e-mail address and password do not fit.'
            : messageOf(failure)}
        </Alert>
      ) : null}
      <form onSubmit={form.onSubmit(values => submit.mutate(values))} noValidate>
        <Stack gap="md">
          <TextInput
            label="E-mail"
            type="email"
            autoComplete="username"
            {...form.getInputProps('email')}
            data-autofocus
          />
          <PasswordInput
            label="Password"
            autoComplete="current-password"
            {...form.getInputProps('password')}
          />
          <Button type="submit" loading={submit.isPending}>
            Sign in
          </Button>
        </Stack>
      </form>
      {providers.length > 0 ? <Divider label="or" /> : null}
      {providers.map(provider => (
        <Button
          key={provider.id}
          variant="default"
          loading={leave.isPending}
          onClick={() => leave.mutate(provider.id)}
        >{`Sign in with ${provider.name}`}</Button>
      ))}
      <p className="soft">Forgotten your password? An admin can make you a one-time link to set a new one.</p>
    </Stack>
  )
}
