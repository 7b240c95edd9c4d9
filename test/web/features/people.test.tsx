import { screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { Component as AdminPage } from '../../../web/pages/admin-page.tsx'
import { fakeServer } from '../../support/fake-server.ts'
import { renderPage } from '../../support/web-page.tsx'

const ada = {
  id: 'u1',
  name: 'Ada Admin',
  email: 'ada@example.org',
  role: 'admin',
  disabled: false,
  createdAt: '2026-01-02T03:04:05.000Z',
  version: 1,
}
const rae = { ...ada, id: 'u2', name: 'Rae Reader', email: 'rae@example.org', role: 'reader' }

function serverWhere(writes: (body: unknown) => { status?: number; json: unknown }, people: () => unknown[]) {
  return fakeServer(({ method, url, body }) => {
    if (method !== 'GET') return writes(body)
    if (url.startsWith('/api/me')) return { json: { account: ada, accountsExist: true, providers: [] } }
    if (url.startsWith('/api/accounts')) return { json: { items: people(), next: null } }
    return { json: { items: [], next: null } }
  })
}

test('an account is disabled with the version that was seen', async () => {
  const { sent } = serverWhere(
    () => ({ json: { ...rae, disabled: true, version: 2 } }),
    () => [ada, rae],
  )
  renderPage(<AdminPage />)
  await userEvent.click(await screen.findByRole('button', { name: 'Disable the account of Rae Reader' }))
  await screen.findByRole('button', { name: 'Enable the account of Rae Reader' })
  expect(sent.find(request => request.method === 'PATCH')).toEqual({
    method: 'PATCH',
    url: '/api/accounts/u2',
    body: { version: 1, disabled: true },
  })
})

test('whoever comes too late is told so and sees the row as it is', async () => {
  let current = rae
  serverWhere(
    () => {
      current = { ...rae, role: 'editor', version: 2 }
      return {
        status: 409,
        json: { error: 'conflict', message: 'Somebody changed this meanwhile.', current },
      }
    },
    () => [ada, current],
  )
  renderPage(<AdminPage />)
  await userEvent.click(await screen.findByRole('button', { name: 'Disable the account of Rae Reader' }))
  await screen.findByText('Somebody changed this meanwhile. The row shows it as it is now.')
  await waitFor(() =>
    expect(screen.getByRole<HTMLInputElement>('combobox', { name: 'Role of Rae Reader' }).value).toBe(
      'Editor',
    ),
  )
})

test('the link of an invitation is shown once, to be copied', async () => {
  const url = 'http://localhost:4000/join#secret'
  serverWhere(
    () => ({
      status: 201,
      json: {
        id: '01890a5d-ac96-774b-bcce-b302099a8057',
        kind: 'invitation',
        email: 'eve@example.org',
        role: 'editor',
        madeBy: { id: 'u1', name: 'Ada Admin' },
        createdAt: '2026-01-02T03:04:05.000Z',
        expiresAt: '2026-01-09T03:04:05.000Z',
        url,
      },
    }),
    () => [ada],
  )
  renderPage(<AdminPage />)
  await userEvent.type(await screen.findByRole('textbox', { name: 'E-mail' }), 'eve@example.org')
  await userEvent.click(screen.getByRole('button', { name: 'Make the link' }))
  expect((await screen.findByRole<HTMLInputElement>('textbox', { name: 'One-time link' })).value).toBe(url)
})
