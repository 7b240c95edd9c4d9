import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useEffect, useState } from 'react'
import { readMe } from '#contract/accounts.ts'
import { messageOf } from '../../api/api-error.ts'
import { askServer, call } from '../../api/call.ts'
import { ROLE_LABELS } from '../../ui/labels.ts'
import { forgetSettings, originOf, readSettings, saveSettings } from '../settings.ts'
import classes from './options.module.css'

/** Where a person says which server is theirs, and by which key it is asked. */
export function Options() {
  const [server, setServer] = useState('')
  const [key, setKey] = useState('')
  const [wrong, setWrong] = useState<{ server?: string; key?: string }>({})
  const test = useMutation({ mutationFn: tryAndSave })
  useEffect(() => {
    const fill = async () => {
      const settings = await readSettings()
      if (!settings) return
      setServer(settings.origin)
      setKey(settings.key ?? '')
    }
    void fill()
  }, [])

  function submit(event: FormEvent) {
    event.preventDefault()
    const origin = originOf(server)
    const missing = {
      ...(origin === null && { server: 'Write the address of your server, as https://claims.example.org.' }),
      ...(key.trim() === '' && { key: 'Paste a key.' }),
    }
    setWrong(missing)
    test.reset()
    if (origin !== null && !missing.key) test.mutate({ origin, key: key.trim() })
  }

  function forget() {
    void forgetSettings()
    setServer('')
    setKey('')
    test.reset()
  }

  const origin = originOf(server)
  return (
    <main className={classes.page}>
      <h1>Counterclaim</h1>
      <p>
        The extension speaks with your own server and with nobody else. It reads a page when you press its
        button there, and sends words of it when you save a claim.
      </p>
      <form className={classes.form} noValidate onSubmit={submit}>
        <TextInput
          label="Address of your server"
          placeholder="https://claims.example.org"
          type="url"
          autoComplete="off"
          value={server}
          error={wrong.server}
          onChange={event => setServer(event.currentTarget.value)}
        />
        <TextInput
          label="API key"
          description={
            origin === null ? (
              'Make one on your server: account menu → API keys. To save claims it must read and write.'
            ) : (
              <>
                Make one on{' '}
                <a href={`${origin}/keys`} target="_blank" rel="noreferrer">
                  your server’s page of API keys
                </a>
                . To save claims it must read and write.
              </>
            )
          }
          type="password"
          autoComplete="off"
          spellCheck={false}
          className={classes.key ?? ''}
          value={key}
          error={wrong.key}
          onChange={event => setKey(event.currentTarget.value)}
        />
        <div className={classes.buttons}>
          <Button type="submit" loading={test.isPending}>
            Test the connection and save
          </Button>
          <Button variant="default" onClick={forget}>
            Forget the key
          </Button>
        </div>
        <div aria-live="polite">
          {test.isError ? <p className="problem">{messageOf(test.error)} Nothing was saved.</p> : null}
          {test.data ? (
            <p className={classes.good}>
              Saved. The server answers, and knows you as {test.data.name},{' '}
              {ROLE_LABELS[test.data.role].toLowerCase()}.
            </p>
          ) : null}
        </div>
      </form>
    </main>
  )
}

/** Saves only what works. */
async function tryAndSave(settings: { origin: string; key: string }) {
  askServer(settings)
  const { account } = await call(readMe)
  if (account === null) throw new Error('The server does not say whose key this is.')
  await saveSettings(settings)
  return account
}
