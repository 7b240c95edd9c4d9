import { screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import type { Notification } from '#contract/notifications.ts'
import { Bell } from '../../../web/ui/bell.tsx'
import { useFakeEventSource } from '../../support/fake-event-source.ts'
import { fakeServer } from '../../support/fake-server.ts'
import { renderPage } from '../../support/web-page.tsx'

const streams = useFakeEventSource()

const id = (number: number) => `01936b00-0000-7000-8000-00000000000${number}`

const one = (number: number, rest: Partial<Notification>): Notification => ({
  id: id(number),
  at: '2026-11-24T02:00:00.000Z',
  reason: 'followed',
  action: 'dispute.updated',
  actor: { id: 'u2', name: 'Bo' },
  target: { type: 'dispute', id: id(9), slug: 'was-it-decided', title: 'Was it decided?' },
  readAt: null,
  ...rest,
})

/** What is under the bell; it may be changed by a test. */
function serverWith(items: Notification[]) {
  const unread = () => items.filter(({ readAt }) => readAt === null).length
  return fakeServer(({ method, url }) => {
    if (url.endsWith('/count')) return { json: { unread: unread() } }
    if (method === 'GET') return { json: { items, next: null } }
    for (const [n, item] of items.entries())
      if (url.endsWith('/notifications/read') || url.includes(item.id))
        items[n] = { ...item, readAt: '2026-11-25T02:00:00.000Z' }
    if (url.endsWith('/notifications/read')) return { json: { unread: unread() } }
    return { json: items.find(item => url.includes(item.id)) ?? null }
  })
}

test('the count stands on the bell and in its name', async () => {
  serverWith([one(1, {}), one(2, {}), one(3, { readAt: '2026-11-25T02:00:00.000Z' })])
  renderPage(<Bell accountId="u1" />)
  await screen.findByRole('button', { name: 'Notifications, 2 new ones' })
})

test('what happened is said in words, with a way to the record', async () => {
  const claim = { type: 'claim' as const, id: id(8), slug: null, title: 'There are 750 troops' }
  serverWith([
    one(1, { reason: 'contradicted', action: 'relation.decided', target: claim }),
    one(2, {
      reason: 'mentioned',
      action: 'comment.created',
      target: { ...claim, type: 'source', title: 'The letter' },
    }),
    one(3, { reason: 'quote_changed', action: 'claim.quote_changed', actor: null, target: claim }),
    one(4, { reason: 'disputed', action: 'dispute.created' }),
    one(5, {}),
    one(6, {
      reason: 'mentioned',
      action: 'comment.created',
      target: { ...claim, type: 'relation', title: 'There are 750 troops — There are 5,000' },
    }),
  ])
  renderPage(<Bell accountId="u1" />)
  await userEvent.click(screen.getByRole('button', { name: /^Notifications/ }))
  const links = await screen.findAllByRole('link')
  expect(links.map(link => [link.getAttribute('href'), link.firstElementChild?.textContent])).toEqual([
    [`/claims/${id(8)}`, 'Bo confirmed that something contradicts your claim'],
    [`/sources/${id(8)}`, 'Bo mentioned you'],
    [`/claims/${id(8)}`, 'A quote of your claim no longer stands as it did'],
    ['/disputes/was-it-decided', 'Bo put your claim on a disputed point'],
    ['/disputes/was-it-decided', 'Disputed point changed by Bo'],
    [`/relations/${id(8)}`, 'Bo mentioned you'],
  ])
})

test('going to one marks it as read and closes the panel', async () => {
  const { sent } = serverWith([one(1, {})])
  const { router } = renderPage(<Bell accountId="u1" />)
  await userEvent.click(await screen.findByRole('button', { name: 'Notifications, 1 new one' }))
  await userEvent.click(await screen.findByRole('link', { name: /Was it decided/ }))
  await screen.findByRole('button', { name: 'Notifications' })
  expect(router.state.location.pathname).toBe('/disputes/was-it-decided')
  expect(sent.filter(({ method }) => method === 'POST').map(({ url }) => url)).toEqual([
    `/api/notifications/${id(1)}/read`,
  ])
  await waitFor(() => expect(screen.queryByRole('link')).toBeNull())
})

test('all are marked as read by keyboard alone', async () => {
  serverWith([one(1, {}), one(2, {})])
  renderPage(<Bell accountId="u1" />)
  await screen.findByRole('button', { name: 'Notifications, 2 new ones' })
  await userEvent.tab()
  await userEvent.keyboard('{Enter}')
  const all = await screen.findByRole('button', { name: 'Mark all as read' })
  await waitFor(() => expect(document.activeElement).toBe(all))
  await userEvent.keyboard('{Enter}')
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Mark all as read' })).toBeNull())
  await userEvent.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('link')).toBeNull())
})

test('with nothing under it, it says what it is for', async () => {
  serverWith([])
  renderPage(<Bell accountId="u1" />)
  await userEvent.click(screen.getByRole('button', { name: 'Notifications' }))
  await screen.findByText(/^Nothing yet\./)
})

test('it rings as soon as the server tells', async () => {
  const items: Notification[] = []
  serverWith(items)
  renderPage(<Bell accountId="u1" />)
  await waitFor(() => expect(streams).toHaveLength(1))
  expect(streams[0]?.url).toBe('/api/live')
  streams[0]?.open()
  await screen.findByRole('button', { name: 'Notifications' })
  items.push(one(1, {}))
  streams[0]?.say({ told: true })
  await screen.findByRole('button', { name: 'Notifications, 1 new one' })
})

test('the stream ends when whoever is signed in leaves', async () => {
  serverWith([])
  const { unmount } = renderPage(<Bell accountId="u1" />)
  await waitFor(() => expect(streams).toHaveLength(1))
  unmount()
  expect(streams[0]?.readyState).toBe(2)
})
