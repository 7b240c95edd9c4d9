import { Button, Menu } from '@mantine/core'
import { IconBookmark, IconKey, IconLogout, IconUser, IconUsers } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useLocation, useNavigate } from 'react-router'
import { signOut } from '#contract/accounts.ts'
import { atLeast } from '#domain/vocabulary.ts'
import { messageOf } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import { startSession, useMe } from '../api/session.ts'
import { ROLE_LABELS } from './labels.ts'
import { notify } from './notify.tsx'
import classes from './shell.module.css'

export function AccountMenu() {
  const me = useMe()
  const location = useLocation()
  const leave = useSignOut()
  // Neither says "Sign in" to somebody who is, nor jumps when the answer comes.
  if (!me) return <span className={classes.accountSpace} />
  if (!me.account) {
    const back =
      location.pathname === '/sign-in' ? '' : `?to=${encodeURIComponent(location.pathname + location.search)}`
    return (
      <Button component={Link} to={`/sign-in${back}`} variant="default" size="xs">
        Sign in
      </Button>
    )
  }
  const { name, role } = me.account
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <Button
          variant="subtle"
          size="xs"
          leftSection={<IconUser size={16} aria-hidden />}
          className={classes.account}
          aria-label={`${name}, ${ROLE_LABELS[role]}: account menu`}
        >
          <span className={classes.accountName}>{name}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{`${name} · ${ROLE_LABELS[role]}`}</Menu.Label>
        {atLeast(role, 'admin') ? (
          <Menu.Item component={Link} to="/admin" leftSection={<IconUsers size={16} aria-hidden />}>
            Admin
          </Menu.Item>
        ) : null}
        {atLeast(role, 'researcher') ? (
          <Menu.Item component={Link} to="/anywhere" leftSection={<IconBookmark size={16} aria-hidden />}>
            Claims on any page
          </Menu.Item>
        ) : null}
        <Menu.Item component={Link} to="/keys" leftSection={<IconKey size={16} aria-hidden />}>
          API keys
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => leave()}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function useSignOut() {
  const client = useQueryClient()
  const navigate = useNavigate()
  const { mutate } = useMutation({
    mutationFn: () => call(signOut),
    onSuccess: async me => {
      await navigate('/')
      await startSession(client, me)
    },
    onError: error => notify({ title: 'You are still signed in', message: messageOf(error) }),
  })
  return () => mutate()
}
