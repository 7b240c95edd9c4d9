import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import type { Claim } from '#contract/claims.ts'
import { standingFor } from '../../../../web/compare/standing-for.ts'
import { Component as ClaimPage } from '../../../../web/pages/claim-page.tsx'
import { Component as ClaimsPage } from '../../../../web/pages/claims-page.tsx'
import { fakeServer } from '../../../support/fake-server.ts'
import { renderPage } from '../../../support/web-page.tsx'
import { aClaim, id, listOf, me } from '../../reader/given.ts'

const KEPT = aClaim(50, 'There are 5,000 US troops in Iraq', 'The bridge is closed')
const LATER = aClaim(60, '5,000 US troops are in Iraq', 'The bridge is closed')
const brief = ({ claim: { id, statement } }: typeof KEPT) => ({ id, statement })

const nothing = { json: listOf() }

function serve(claim: Claim) {
  return fakeServer(({ url }) => {
    if (url.startsWith('/api/me')) return { json: me('researcher') }
    if (url.startsWith('/api/claims/facets'))
      return { json: { total: 1, speaker: [], outlet: [], topic: [], howPut: [] } }
    if (url.startsWith('/api/claims?')) {
      const joined = new URL(url, 'http://localhost').searchParams.get('joined') === 'true'
      const items = [KEPT.marked.claim, ...(joined ? [{ ...LATER.marked.claim, sameAs: brief(KEPT) }] : [])]
      return { json: { items, next: null, problems: [] } }
    }
    return url === `/api/claims/${claim.id}` ? { json: claim } : nothing
  })
}

test('a claim that was found to be the same as another says which one stands for it', async () => {
  serve({ ...LATER.claim, sameAs: brief(KEPT) })
  renderPage(<ClaimPage />, { url: `/claims/${LATER.claim.id}`, path: '/claims/:id' })
  const note = await screen.findByRole('note')
  expect(within(note).getByRole('link', { name: KEPT.claim.statement }).getAttribute('href')).toBe(
    `/claims/${KEPT.claim.id}`,
  )
})

test('the one that stands for others names them', async () => {
  serve({ ...KEPT.claim, joined: [brief(LATER)] })
  renderPage(<ClaimPage />, { url: `/claims/${KEPT.claim.id}`, path: '/claims/:id' })
  const link = await screen.findByRole('link', { name: `“${LATER.claim.statement}”` })
  expect(link.getAttribute('href')).toBe(`/claims/${LATER.claim.id}`)
  expect(screen.queryByRole('note')).toBeNull()
})

test('the list shows joined claims when asked to, each with the one that stands for it', async () => {
  const user = userEvent.setup()
  serve(KEPT.claim)
  const { router } = renderPage(<ClaimsPage />, { url: '/claims', path: '/claims' })
  await screen.findByRole('link', { name: KEPT.claim.statement })
  expect(screen.queryByText(/The same claim as/)).toBeNull()
  await user.click(await screen.findByRole('button', { name: 'Joined claims too' }))
  expect(router.state.location.search).toBe('?joined=true')
  const joined = await screen.findByRole('link', { name: LATER.claim.statement })
  const row = joined.closest('article')
  expect(row?.textContent).toContain(`The same claim as “${KEPT.claim.statement}”`)
})

test.each([
  ['the earlier one', KEPT.claim, { ...LATER.claim, createdAt: '2030-01-01T00:00:00.000Z' }, brief(KEPT)],
  [
    'what that one is joined to',
    { ...KEPT.claim, sameAs: { id: id(9), statement: 'First' } },
    { ...LATER.claim, createdAt: '2030-01-01T00:00:00.000Z' },
    { id: id(9), statement: 'First' },
  ],
  ['none where another speaker says it', KEPT.claim, { ...LATER.claim, howPut: 'reported' as const }, null],
])('of two that are one, for both stands %s', (_what, a, b, standing) => {
  for (const found of [standingFor(a, b), standingFor(b, a)]) {
    if (standing === null) expect(found).toBeNull()
    else expect(found).toMatchObject(standing)
  }
})
