import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { SavedSearches } from '../../../../web/features/claims/saved-searches.tsx'
import { fakeServer } from '../../../support/fake-server.ts'
import { renderPage } from '../../../support/web-page.tsx'
import { id } from '../../reader/given.ts'

const AT = '2026-01-02T03:04:05.000Z'

function serve() {
  let items = [{ id: id(1), name: 'Bases', filters: 'topic=bases', createdAt: AT }]
  return fakeServer(({ method, url, body }) => {
    if (method === 'DELETE') {
      items = items.filter(one => !url.endsWith(one.id))
      return { json: {} }
    }
    if (method === 'POST') {
      const saved = { ...(body as (typeof items)[number]), createdAt: AT }
      items = [...items, saved]
      return { status: 201, json: saved }
    }
    return { json: { items } }
  })
}

test('what is searched for is saved under a name, opened again and removed', async () => {
  const user = userEvent.setup()
  const { sent } = serve()
  const { router } = renderPage(<SavedSearches />, {
    url: '/claims?q=troops&disputed=true&x=1',
    path: '/claims',
  })
  await user.click(screen.getByRole('button', { name: 'Saved searches' }))
  const list = await screen.findByRole('dialog', { name: 'Saved searches' })
  await within(list).findByRole('link', { name: 'Bases' })
  await user.type(within(list).getByRole('textbox', { name: 'Save this search as' }), 'Troops{Enter}')
  await within(list).findByRole('link', { name: 'Troops' })
  expect(sent.find(({ method }) => method === 'POST')?.body).toMatchObject({
    name: 'Troops',
    filters: 'q=troops&disputed=true',
  })
  await user.click(within(list).getByRole('button', { name: 'Remove “Troops”' }))
  await within(list).findByRole('link', { name: 'Bases' })
  expect(within(list).queryByRole('link', { name: 'Troops' })).toBeNull()
  await user.click(within(list).getByRole('link', { name: 'Bases' }))
  expect(router.state.location.search).toBe('?topic=bases')
})

test('with nothing to save only what is kept is shown', async () => {
  const user = userEvent.setup()
  serve()
  renderPage(<SavedSearches />, { url: '/claims', path: '/claims' })
  await user.click(screen.getByRole('button', { name: 'Saved searches' }))
  await screen.findByRole('link', { name: 'Bases' })
  expect(screen.queryByRole('textbox')).toBeNull()
})
