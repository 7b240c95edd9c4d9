import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import type { Me } from '#contract/accounts.ts'
import { hasCode } from '../api/api-error.ts'
import { meKey, useMe } from '../api/session.ts'
import classes from './shell.module.css'

/**
 * Says that somebody who seemed to be signed in no longer is, when the server refuses to write for them, and takes them to
 * the sign-in and back. The page stays as it is until they go.
 */
export function SessionEnded() {
  const client = useQueryClient()
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  const [ended, setEnded] = useState(false)
  const account = useMe()?.account
  useEffect(
    () =>
      client.getMutationCache().subscribe(({ type, mutation }) => {
        if (type === 'updated' && hasCode(mutation.state.error, 'unauthenticated')) setEnded(true)
      }),
    [client],
  )
  if (!ended || !account) return null

  function signIn() {
    setEnded(false)
    client.setQueryData<Me>(meKey, me => me && { ...me, account: null })
    void navigate(`/sign-in?to=${encodeURIComponent(pathname + search)}`)
  }
  return (
    <div role="alert" className={`${classes.ended} no-print`}>
      <span>Your session has ended. What you typed is kept in this tab.</span>
      <Button size="compact-sm" onClick={signIn}>
        Sign in and come back
      </Button>
    </div>
  )
}
