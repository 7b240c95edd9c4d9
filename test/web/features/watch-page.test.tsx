import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import type { Watch } from '#contract/watches.ts'
import { Component as WatchPage } from '../../../web/pages/watch-page.tsx'
import { meOf } from '../../support/dispute-page.ts'
import { fakeServer, type SentRequest } from '../../support/fake-server.ts'
import { renderPage } from '../../support/web-page.tsx'
import { id } from '../reader/given.ts'

const AT = '2024-03-12T10:00:00.000Z'

const watchOf = (number: number, rest: Partial<Watch> = {}): Watch => ({
  source: {
    id: id(number),
    title: `Source ${number}`,
    kind: 'article',
    outlet: 'The Paper',
    url: 'https://paper.example/a',
    published: null,
    modified: null,
  },
  every: 'daily',
  state: 'reached',
  since: AT,
  problem: null,
  failures: 0,
  visitedAt: AT,
  reachedAt: AT,
  nextAt: AT,
  version: 3,
  quotes: 2,
  altered: [],
  ...rest,
})

const CHANGED = watchOf(1, {
  altered: [
    {
      quoteId: id(20),
      claimId: id(21),
      statement: 'It costs 14 million',
      exact: 'will cost 14 million',
      state: 'changed',
      words: 'will cost 40 million',
      difference: [
        {
          kind: 'replaced',
          before: { text: '14', start: 10, end: 12 },
          after: { text: '40', start: 50, end: 52 },
        },
      ],
      since: AT,
    },
  ],
})

function serve(
  role: Parameters<typeof meOf>[0],
  answer: (request: SentRequest) => ReturnType<Parameters<typeof fakeServer>[0]>,
) {
  return fakeServer(request => (request.url === '/api/me' ? { json: meOf(role) } : answer(request)))
}
const listOf = (...items: Watch[]) => ({ json: { items, next: null } })

test('each source says how its visits stand and which words of its quotes changed', async () => {
  serve('researcher', () =>
    listOf(CHANGED, watchOf(2, { state: 'unreachable', problem: 'The host answered 404.', failures: 2 })),
  )
  renderPage(<WatchPage />)
  const quote = await screen.findByRole('region', { name: 'Quote of “It costs 14 million”' })
  expect(quote.querySelector('del')?.textContent).toBe('14')
  expect(quote.querySelector('ins')?.textContent).toBe('40')
  expect(within(quote).getByRole('link').getAttribute('href')).toBe(`/claims/${id(21)}`)
  const [changed, standing] = screen.getAllByText(/The Paper · 2 quotes,/)
  expect(changed?.textContent).toBe('The Paper · 2 quotes, 1 changed or gone')
  expect(standing?.textContent).toBe('The Paper · 2 quotes, all standing')
  within(screen.getByRole('list', { name: 'Sources that are visited' })).getByText('Unreachable')
  screen.getByText('The host answered 404.')
  // Researchers see it, editors set it.
  expect(screen.queryByRole('button', { name: 'Visit now' })).toBeNull()
})

test('an editor has a source visited, and sees when it was', async () => {
  let visits = 0
  const { sent } = serve('editor', ({ method, url }) => {
    if (method === 'POST') return { json: CHANGED }
    if (url.startsWith('/api/watches')) return listOf(visits > 1 ? watchOf(1, { quotes: 5 }) : CHANGED)
    visits++
    return { json: visits > 1 ? { ...CHANGED, visitedAt: '2024-03-12T11:00:00.000Z' } : CHANGED }
  })
  renderPage(<WatchPage />)
  await userEvent.click(await screen.findByRole('button', { name: 'Visit now' }))
  await screen.findByText('Visiting now')
  await screen.findByText('The Paper · 5 quotes, all standing')
  expect(sent.filter(({ method }) => method === 'POST').map(({ url }) => url)).toEqual([
    `/api/sources/${id(1)}/visit`,
  ])
})

test('the interval is sent with the version that was seen', async () => {
  const { sent } = serve('editor', ({ method }) =>
    method === 'PUT' ? { json: watchOf(1, { every: 'off', nextAt: null }) } : listOf(CHANGED),
  )
  renderPage(<WatchPage />)
  await userEvent.click(await screen.findByRole('combobox', { name: 'How often its page is visited again' }))
  await userEvent.click(await screen.findByRole('option', { name: 'Not visited again' }))
  await waitFor(() =>
    expect(sent.find(({ method }) => method === 'PUT')?.body).toEqual({ version: 3, every: 'off' }),
  )
})

test('filters stand in the address', async () => {
  const { sent } = serve('researcher', () => listOf())
  const { router } = renderPage(<WatchPage />, { url: '/?state=unreachable&state=nonsense' })
  await screen.findByText('None like that')
  await userEvent.click(screen.getByRole('switch', { name: 'Only with quotes that changed or are gone' }))
  await waitFor(() => expect(router.state.location.search).toContain('altered=yes'))
  await waitFor(() => expect(sent.at(-1)?.url).toBe('/api/watches?state=unreachable&altered=true&limit=30'))
})

test('without any source the page says what to do; a reader is told who sees it', async () => {
  serve('researcher', () => listOf())
  const { unmount } = renderPage(<WatchPage />)
  await screen.findByText('No source is visited yet')
  unmount()
  serve(null, () => listOf())
  renderPage(<WatchPage />)
  await screen.findByText(/Researchers see which sources/)
})
