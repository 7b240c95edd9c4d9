import { screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { Component as DisputesPage } from '../../../../web/pages/disputes-page.tsx'
import { idOf, meOf } from '../../../support/dispute-page.ts'
import { fakeServer } from '../../../support/fake-server.ts'
import { renderPage } from '../../../support/web-page.tsx'

const item = (number: number, rest: object = {}) => ({
  id: idOf(number),
  slug: `point-${number}`,
  question: `Question ${number}?`,
  summary: null,
  state: 'open',
  published: true,
  changedAt: '2026-01-02T03:04:05.000Z',
  positions: [
    { label: 'Yes', claims: 2 },
    { label: 'No', claims: 1 },
  ],
  claims: 3,
  outlets: 2,
  voices: 2,
  ...rest,
})

function serve(pages: (query: URLSearchParams) => unknown, role: Parameters<typeof meOf>[0] = null) {
  return fakeServer(({ url }) => {
    const { pathname, searchParams } = new URL(url, 'http://localhost')
    if (pathname === '/api/me') return { json: meOf(role) }
    if (pathname === '/api/disputes') return { json: pages(searchParams) }
    return { json: { items: [], next: null } }
  })
}

test('each point shows its question, its sides, how much there is and where it stands', async () => {
  serve(() => ({ items: [item(1, { state: 'settled' })], next: null }))
  renderPage(<DisputesPage />)
  const card = await screen.findByRole('article', { name: 'Question 1?' })
  expect(screen.getByRole('link', { name: 'Question 1?' }).getAttribute('href')).toBe('/disputes/point-1')
  expect([...card.querySelectorAll('li')].map(side => side.textContent)).toEqual([
    'AYes2 claims',
    'BNo1 claim',
  ])
  expect(card.textContent).toContain('Settled3 claims2 outletschanged')
  expect(card.textContent).not.toContain('ublished')
})

test('those who publish see what is published, and editors open a point', async () => {
  serve(() => ({ items: [item(1, { published: false })], next: null }), 'editor')
  renderPage(<DisputesPage />)
  expect(await screen.findByText('Not published')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Open a disputed point' }).getAttribute('href')).toBe(
    '/disputes/new',
  )
})

test('a search goes into the URL as it is typed, and Back takes it out of the field', async () => {
  const { sent } = serve(query => ({ items: query.has('q') ? [item(2)] : [item(1), item(2)], next: null }))
  const { router } = renderPage(<DisputesPage />, { url: '/' })
  await screen.findByRole('article', { name: 'Question 1?' })
  const field = screen.getByRole<HTMLInputElement>('searchbox', { name: 'Search the disputed points' })
  await userEvent.type(field, 'ever')
  await waitFor(() => expect(router.state.location.search).toBe('?q=ever'))
  await waitFor(() => expect(screen.queryByRole('article', { name: 'Question 1?' })).toBeNull())
  expect(sent.some(({ url }) => url === '/api/disputes?q=ever&limit=20')).toBe(true)
  await router.navigate('/')
  await waitFor(() => expect(field.value).toBe(''))
})

test('the filters of a shared link are asked for, those that cannot be read are not', async () => {
  const { sent } = serve(() => ({ items: [], next: null }))
  renderPage(<DisputesPage />, {
    url: '/?topic=iraq&state=open&state=closed&from=2020&to=soon&published=maybe',
  })
  expect(await screen.findByRole('heading', { name: 'No disputed point fits' })).toBeTruthy()
  expect(sent.find(({ url }) => url.startsWith('/api/disputes'))?.url).toBe(
    '/api/disputes?topic=iraq&state=open&from=2020&limit=20',
  )
  await userEvent.click(screen.getByRole('button', { name: 'Clear search and filters' }))
  expect(await screen.findByRole('heading', { name: 'No disputed point yet' })).toBeTruthy()
})

test('a stranger is told what a disputed point is when there is none', async () => {
  serve(() => ({ items: [], next: null }))
  renderPage(<DisputesPage />)
  expect(await screen.findByText(/is a question that public statements answer/)).toBeTruthy()
  expect(screen.queryByRole('link', { name: 'Open a disputed point' })).toBeNull()
})

test('more points are read on demand', async () => {
  serve(query =>
    query.get('cursor') === 'more' ? { items: [item(2)], next: null } : { items: [item(1)], next: 'more' },
  )
  renderPage(<DisputesPage />)
  await userEvent.click(await screen.findByRole('button', { name: 'Show more disputed points' }))
  expect(await screen.findByRole('article', { name: 'Question 2?' })).toBeTruthy()
  expect(screen.getByRole('article', { name: 'Question 1?' })).toBeTruthy()
})

test('when the list cannot be read, that is said', async () => {
  fakeServer(({ url }) =>
    url.startsWith('/api/me')
      ? { json: meOf(null) }
      : { status: 500, json: { error: 'internal', message: 'Something broke.' } },
  )
  renderPage(<DisputesPage />)
  expect(await screen.findByText('Something broke.')).toBeTruthy()
})
