import { useMutation } from '@tanstack/react-query'
import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { readAllNotifications } from '#contract/notifications.ts'
import { call } from '../../../web/api/call.ts'
import { SessionEnded } from '../../../web/ui/session-ended.tsx'
import { fakeServer } from '../../support/fake-server.ts'
import { renderPage } from '../../support/web-page.tsx'
import { me } from '../reader/given.ts'

function Writer() {
  const write = useMutation({ mutationFn: () => call(readAllNotifications, {}) })
  return (
    <>
      <SessionEnded />
      <button type="button" onClick={() => write.mutate()}>
        Write
      </button>
    </>
  )
}

const refused = { status: 401, json: { error: 'unauthenticated', message: 'Sign in to do this.' } }

test('whoever the server no longer knows is told so when they write, and brought back after signing in', async () => {
  const user = userEvent.setup()
  fakeServer(({ url }) => (url === '/api/me' ? { json: me('researcher') } : refused))
  const { router } = renderPage(<Writer />, { url: '/sources/new?a=1' })
  await user.click(screen.getByRole('button', { name: 'Write' }))
  const told = await screen.findByRole('alert')
  expect(told.textContent).toContain('What you typed is kept in this tab.')
  await user.click(screen.getByRole('button', { name: 'Sign in and come back' }))
  expect(router.state.location.pathname + router.state.location.search).toBe(
    '/sign-in?to=%2Fsources%2Fnew%3Fa%3D1',
  )
  expect(screen.queryByRole('alert')).toBeNull()
})

test('a wrong password at the sign-in is no ended session', async () => {
  const user = userEvent.setup()
  const { sent } = fakeServer(({ url }) => (url === '/api/me' ? { json: me(null) } : refused))
  renderPage(<Writer />)
  await user.click(screen.getByRole('button', { name: 'Write' }))
  await expect.poll(() => sent.length).toBe(2)
  expect(screen.queryByRole('alert')).toBeNull()
})
