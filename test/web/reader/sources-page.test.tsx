import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { Component as SourcesPage } from '../../../web/pages/sources-page.tsx'
import { fakeServer } from '../../support/fake-server.ts'
import { renderPage } from '../../support/web-page.tsx'
import { aSourceItem, listOf, me } from './given.ts'

type Answer = ReturnType<Parameters<typeof fakeServer>[0]>

function serverOf(role: string | null, list: (query: URLSearchParams) => Answer) {
  return fakeServer(({ url }) => {
    const { pathname, searchParams } = new URL(url, 'http://localhost')
    if (pathname === '/api/me') return { json: me(role) }
    if (pathname === '/api/outlets') return { json: { items: [{ outlet: 'The Herald', sources: 2 }] } }
    return list(searchParams)
  })
}

const rows = () => within(screen.getByRole('list', { name: 'Sources' })).getAllByRole('listitem')

test('each source tells what it is, how many claims it has and how many of them are disputed', async () => {
  serverOf(null, () => ({
    json: listOf(
      aSourceItem(1, { claims: 3, disputed: 2, authors: ['Ann Lee'] }),
      aSourceItem(2, { kind: 'letter', published: null }),
    ),
  }))
  renderPage(<SourcesPage />)
  await screen.findByRole('link', { name: 'Source 1' })
  expect(rows().map(row => row.textContent)).toEqual([
    'Source 1The HeraldArticle7 January 2020Ann Lee3 claims2 disputed',
    'Source 2The HeraldLetterdate unknownNo claims yet',
  ])
  expect(screen.queryByRole('link', { name: 'Add a source' })).toBeNull()
})

test('what is typed is searched for and stands in the address', async () => {
  serverOf('researcher', query => ({
    json: query.get('q') === 'bridge' ? listOf(aSourceItem(3)) : listOf(aSourceItem(1), aSourceItem(2)),
  }))
  const { router } = renderPage(<SourcesPage />)
  await screen.findByRole('link', { name: 'Source 1' })
  await userEvent.type(screen.getByRole('searchbox', { name: 'Search' }), 'bridge')
  await screen.findByRole('link', { name: 'Source 3' })
  expect(router.state.location.search).toBe('?q=bridge')
  await userEvent.click(screen.getByRole('button', { name: 'Clear' }))
  await screen.findByRole('link', { name: 'Source 1' })
  expect(router.state.location.search).toBe('')
})

test('filters of the address are asked of the server', async () => {
  const { sent } = serverOf('researcher', () => ({ json: listOf() }))
  renderPage(<SourcesPage />, { url: '/?kind=letter&kind=nonsense&outlet=The+Herald' })
  await screen.findByText('No source matches')
  await waitFor(() =>
    expect(sent.map(({ url }) => url)).toContain('/api/sources?outlet=The+Herald&kind=letter&limit=30'),
  )
})

test('without any source the page says what it is for and what to do', async () => {
  serverOf('researcher', () => ({ json: listOf() }))
  renderPage(<SourcesPage />)
  await screen.findByRole('heading', { name: 'No sources yet' })
  expect(screen.getAllByRole('link', { name: 'Add a source' })).toHaveLength(2)
})

test('an error is told, and the list is read again', async () => {
  let fails = true
  serverOf('researcher', () => {
    if (!fails) return { json: listOf(aSourceItem(1)) }
    fails = false
    return { status: 500, json: { error: 'internal', message: 'It broke.' } }
  })
  renderPage(<SourcesPage />)
  await userEvent.click(await screen.findByRole('button', { name: 'Try again' }))
  await screen.findByRole('link', { name: 'Source 1' })
})

test('more is read on demand', async () => {
  serverOf('researcher', query => ({
    json: query.get('cursor') === 'c1' ? listOf(aSourceItem(2)) : { items: [aSourceItem(1)], next: 'c1' },
  }))
  renderPage(<SourcesPage />)
  await userEvent.click(await screen.findByRole('button', { name: 'Show more sources' }))
  await screen.findByRole('link', { name: 'Source 2' })
  expect(rows()).toHaveLength(2)
})
