import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import type { Role } from '#domain/vocabulary.ts'
import { Component as AdminPage } from '../../../web/pages/admin-page.tsx'
import { Component as KeysPage } from '../../../web/pages/keys-page.tsx'
import { fakeServer } from '../../support/fake-server.ts'
import { renderPage } from '../../support/web-page.tsx'

const KEY = {
  id: '01890a5d-ac96-774b-bcce-b302099a8057',
  name: 'A notebook',
  scope: 'read',
  start: 'cck_abcd',
  person: { id: 'u1', name: 'Ray' },
  createdAt: '2026-01-02T03:04:05.000Z',
  expiresAt: null,
  lastUsedAt: null,
  revokedAt: null,
}
const SECRET = 'cck_abcdefgh'

/** The server of one person with one key; what is written is answered by `write`. */
function serverOf(role: Role, write: () => { status?: number; json: unknown }, key: object = KEY) {
  const account = { id: 'u1', name: 'Ray', email: 'ray@example.org', role, disabled: false, version: 1 }
  return fakeServer(({ method, url }) => {
    if (method !== 'GET') return write()
    if (url.startsWith('/api/me'))
      return {
        json: {
          account: { ...account, createdAt: KEY.createdAt },
          accountsExist: true,
          providers: [],
        },
      }
    return { json: { items: url.startsWith('/api/keys') ? [key] : [], next: null } }
  })
}

test('a key is made, and its secret shown to be copied', async () => {
  const made = { ...KEY, scope: 'write', secret: SECRET }
  const { sent } = serverOf('researcher', () => ({ status: 201, json: made }))
  renderPage(<KeysPage />)
  await userEvent.type(await screen.findByRole('textbox', { name: 'What it is for' }), 'A notebook')
  await userEvent.click(screen.getByRole('combobox', { name: 'It may' }))
  await userEvent.click(await screen.findByRole('option', { name: 'Read and write' }))
  await userEvent.click(screen.getByRole('combobox', { name: 'It counts for' }))
  await userEvent.click(await screen.findByRole('option', { name: 'Until it is revoked' }))
  await userEvent.click(screen.getByRole('button', { name: 'Make the key' }))
  const shown = await screen.findByRole<HTMLInputElement>('textbox', { name: 'API key' })
  expect(shown.value).toBe(SECRET)
  expect(sent.filter(({ method }) => method === 'POST')).toEqual([
    { method: 'POST', url: '/api/keys', body: { name: 'A notebook', scope: 'write', days: null } },
  ])
})

test('a key without a purpose is not sent', async () => {
  const { sent } = serverOf('researcher', () => ({ json: null }))
  renderPage(<KeysPage />)
  await userEvent.click(await screen.findByRole('button', { name: 'Make the key' }))
  await screen.findByText('Say what the key is for.')
  expect(sent.filter(({ method }) => method === 'POST')).toEqual([])
})

test('what the server refuses stands at its field, and what was typed stays', async () => {
  const json = { error: 'invalid', message: 'No.', issues: [{ path: 'name', message: 'Too long.' }] }
  serverOf('reader', () => ({ status: 400, json }))
  renderPage(<KeysPage />)
  const name = await screen.findByRole<HTMLInputElement>('textbox', { name: 'What it is for' })
  await userEvent.type(name, 'A notebook')
  await userEvent.click(screen.getByRole('button', { name: 'Make the key' }))
  await screen.findByText('Too long.')
  expect(name.value).toBe('A notebook')
})

test('a reader is offered no key that writes', async () => {
  serverOf('reader', () => ({ json: null }))
  renderPage(<KeysPage />)
  await userEvent.click(await screen.findByRole('combobox', { name: 'It may' }))
  const options = await screen.findAllByRole('option')
  expect(options.map(option => option.textContent)).toEqual(['Read'])
})

test('a key is revoked', async () => {
  const { sent } = serverOf('researcher', () => ({ json: { ...KEY, revokedAt: KEY.createdAt } }))
  renderPage(<KeysPage />)
  await userEvent.click(await screen.findByRole('button', { name: 'Revoke the key A notebook' }))
  expect(sent).toContainEqual({ method: 'DELETE', url: `/api/keys/${KEY.id}`, body: undefined })
})

test.each([
  ['revoked', { revokedAt: KEY.createdAt }, /^Revoked/],
  ['run out', { expiresAt: KEY.createdAt }, /^Ended/],
])('a key that has been %s cannot be revoked, and says so', async (_what, fields, text) => {
  serverOf('researcher', () => ({ json: null }), { ...KEY, ...fields })
  renderPage(<KeysPage />)
  const row = await screen.findByRole('row', { name: /A notebook/ })
  const cells = [...row.querySelectorAll('td')].map(cell => cell.textContent.trim())
  expect(cells.some(cell => text.test(cell))).toBe(true)
  expect(screen.queryByRole('button', { name: /Revoke/ })).toBeNull()
})

test('admins see the keys of everybody, with their person', async () => {
  const { sent } = serverOf('admin', () => ({ json: null }))
  renderPage(<AdminPage />, { url: '/admin?tab=keys' })
  await screen.findByRole('button', { name: 'Revoke the key A notebook of Ray' })
  expect(sent.map(({ url }) => url)).toContain('/api/keys?limit=50&all=true')
})
