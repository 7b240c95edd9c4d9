import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import type { Dispute } from '#contract/disputes.ts'
import { Component as DisputePage } from '../../../../web/pages/dispute-page.tsx'
import {
  appearanceOf,
  claimOf,
  disputeOf,
  idOf,
  meOf,
  reasonOf,
  relationOf,
} from '../../../support/dispute-page.ts'
import { fakeServer, type SentRequest } from '../../../support/fake-server.ts'
import { renderPage } from '../../../support/web-page.tsx'

const many = claimOf(1, {
  statement: 'Around 5,000 troops are there.',
  speaker: 'The National',
  said: '2020-01-06',
  appearances: [
    appearanceOf(1, { quote: 'around 5,000 soldiers', before: 'It counts ', url: 'https://paper.example/a' }),
    { ...appearanceOf(11, { quote: 'five thousand', outlet: 'The Other' }), first: false },
  ],
})
const few = claimOf(2, {
  statement: 'Only 750 troops are there.',
  speaker: 'The Minister',
  said: '2020-01-07',
})
const older = claimOf(3, { statement: 'Nobody is there.', said: '2019' })

const person = { id: 'u2', name: 'Ada' }
const decision = {
  id: idOf(8_001),
  action: 'decide' as const,
  kind: 'contradicts' as const,
  supersederId: null,
  undoesId: null,
  note: 'Both count the same troops.',
  seenVersion: 3,
  decidedAt: '2026-01-02T03:04:05.000Z',
  decidedBy: person,
}
const point = disputeOf(
  { 'Yes, many': [many], 'No, few': [older, few] },
  {
    question: 'Are they many?',
    relations: [
      relationOf(1, many, few, {
        reasons: [reasonOf(many, '5,000', few, '750', { explanation: '5,000 ≠ 750 — both count troops' })],
        decisions: [
          { ...decision, id: idOf(8_002), seenVersion: 1, kind: 'agrees', note: 'They seem to agree.' },
          {
            ...decision,
            id: idOf(8_003),
            seenVersion: 2,
            action: 'undo',
            kind: null,
            undoesId: idOf(8_002),
            note: '',
          },
          decision,
        ],
      }),
    ],
  },
)

type Answer = { status?: number; json: unknown } | 'unreachable'

function serve(
  answer: () => Answer,
  role: Parameters<typeof meOf>[0] = null,
  write?: (sent: SentRequest) => Answer,
) {
  return fakeServer(request => {
    if (request.method !== 'GET' && write) return write(request)
    if (request.url.startsWith('/api/me')) return { json: meOf(role) }
    if (request.url.startsWith('/api/disputes/')) return answer()
    return { json: { items: [], next: null } }
  })
}

const open = (url = '/disputes/is-it-so') => renderPage(<DisputePage />, { url, path: '/disputes/:slug' })
const showing = (dispute: Dispute) => () => ({ json: dispute })

test('the sides stand under their letters with who said it, the quote in its context and the ways to the source', async () => {
  serve(showing(point))
  open()
  expect(await screen.findByRole('heading', { level: 1, name: 'Are they many?' })).toBeTruthy()
  const side = screen.getByRole('region', { name: /^A\s*Yes, many/ })
  expect(within(side).getByRole('link', { name: 'The National' }).getAttribute('href')).toBe(
    `/speakers/${many.speaker.id}`,
  )
  expect(within(side).getByText('“around', { exact: false }).closest('blockquote')?.textContent).toBe(
    'It counts “around 5,000 soldiers”',
  )
  const [first] = many.appearances
  expect(within(side).getByRole('link', { name: 'Open at the passage' }).getAttribute('href')).toBe(
    'https://paper.example/a#:~:text=counts-,around%205%2C000%20soldiers',
  )
  expect(within(side).getAllByRole('link', { name: 'In our copy' })[0]?.getAttribute('href')).toBe(
    `/sources/${first?.source.id}?snapshot=${first?.quote.snapshotId}&quote=10-31`,
  )
  expect(within(side).getByText('1 further appearance')).toBeTruthy()
})

test('disputed words say why, light up together, and lead to each other by Enter', async () => {
  serve(showing(point))
  open()
  const sides = await screen.findAllByRole('article')
  const [statement, quote] = within(sides[0] ?? document.body).getAllByRole('link', { name: '5,000' })
  const opposite = screen.getByRole('link', { name: '750' })
  const described = statement?.getAttribute('aria-describedby') ?? ''
  expect(document.getElementById(described)?.textContent).toBe(
    'Disputed with “750”, The Minister, side B: 5,000 ≠ 750 — both count troops.',
  )
  statement?.focus()
  const lit = () =>
    [statement, quote, opposite].map(words => words?.closest('mark')?.hasAttribute('data-lit') ?? false)
  await waitFor(() => expect(lit()).toEqual([true, true, true]))
  expect(within(screen.getByRole('complementary')).getByText('5,000 ≠ 750 — both count troops')).toBeTruthy()
  await userEvent.keyboard('{Enter}')
  expect(document.activeElement).toBe(opposite)
  await userEvent.keyboard('{Enter}')
  expect(document.activeElement).toBe(statement)
  statement?.blur()
  await waitFor(() => expect(lit()).toEqual([false, false, false]))
})

test('claims turn round, and the URL keeps how', async () => {
  serve(showing(point))
  const { router } = open()
  const side = await screen.findByRole('region', { name: /^B\s*No, few/ })
  const statements = () =>
    within(side)
      .getAllByRole('heading', { level: 3 })
      .map(heading => heading.textContent)
  expect(statements()).toEqual(['Nobody is there.', 'Only 750 troops are there.'])
  await userEvent.click(screen.getByRole('radio', { name: 'Newest first' }))
  await waitFor(() => expect(statements()).toEqual(['Only 750 troops are there.', 'Nobody is there.']))
  expect(router.state.location.search).toBe('?order=newest')
})

test('below stand the time line, and what was decided, by whom and why, with what was taken back struck out', async () => {
  serve(showing(point))
  open()
  const line = await screen.findByRole('region', { name: 'Who said what, when' })
  expect(
    within(line)
      .getAllByRole('listitem')
      .map(item => item.querySelector('a')?.textContent),
  ).toEqual(['Nobody is there.', 'Around 5,000 troops are there.', 'Only 750 troops are there.'])
  const decided = screen.getByRole('region', { name: 'What holds between the claims, and why' })
  expect(within(decided).getAllByText(/Both count the same troops\./)[0]?.textContent).toMatch(
    /Ada, 2 January 2026/,
  )
  const history = within(decided).getByText('History of 3 decisions').closest('details')
  expect(history?.querySelector('s')?.textContent).toBe('Agrees: They seem to agree.')
})

test('while it is read, columns stand in its place', async () => {
  serve(showing(point))
  open()
  expect(screen.getByText('Loading…')).toBeTruthy()
  await screen.findByRole('heading', { level: 1, name: 'Are they many?' })
})

test('a point that is not there may be unpublished: whoever has an account is asked to sign in', async () => {
  serve(() => ({ status: 404, json: { error: 'not_found', message: 'There is no such disputed point.' } }))
  open()
  expect(
    await screen.findByRole('heading', { level: 1, name: 'There is no such disputed point' }),
  ).toBeTruthy()
  expect(screen.getByText(/it is not published/)).toBeTruthy()
  expect((await screen.findByRole('link', { name: 'Sign in to read it' })).getAttribute('href')).toBe(
    '/sign-in?to=%2Fdisputes%2Fis-it-so',
  )
})

test('when it cannot be read, that is said and it can be tried again', async () => {
  let broken = true
  serve(() =>
    broken ? { status: 500, json: { error: 'internal', message: 'Something broke.' } } : { json: point },
  )
  open()
  expect(await screen.findByText('Something broke.')).toBeTruthy()
  broken = false
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Are they many?' })).toBeTruthy()
})

test('a side without claims says so, and readers see nothing to edit', async () => {
  serve(showing(disputeOf({ Yes: [], No: [] })))
  open()
  expect(await screen.findAllByText('No claim stands on this side yet.')).toHaveLength(2)
  expect(screen.queryByRole('link', { name: 'Edit' })).toBeNull()
  expect(screen.queryByRole('region', { name: 'Discussion' })).toBeNull()
})

test('what stands in the way of publishing is listed in full', async () => {
  const draft = { ...point, publishedAt: null, publishedBy: null }
  const { sent } = serve(showing(draft), 'editor', () => ({
    status: 422,
    json: {
      error: 'unprocessable',
      message: 'This point cannot be published yet.',
      issues: [
        { path: 'positions.0.claimIds.0', message: 'The quote of “A” cannot be found in its snapshot.' },
        { path: 'positions.1.claimIds', message: '“No” has no claim yet.' },
      ],
    },
  }))
  open()
  await userEvent.click(await screen.findByRole('button', { name: 'Publish' }))
  const alert = await screen.findByRole('alert')
  expect(
    within(alert)
      .getAllByRole('listitem')
      .map(item => item.textContent),
  ).toEqual(['The quote of “A” cannot be found in its snapshot.', '“No” has no claim yet.'])
  expect(sent.find(({ method }) => method === 'POST')).toMatchObject({
    url: `/api/disputes/${point.id}/publish`,
    body: { version: 1 },
  })
})

test('what is suggested but not decided stands last and says so', async () => {
  const suggested = relationOf(2, many, older, { state: 'suggested', kind: 'agrees', note: null })
  serve(showing({ ...point, relations: [suggested, ...point.relations] }), 'editor')
  open()
  const decided = await screen.findByRole('region', { name: 'What holds between the claims, and why' })
  const entries = [...(decided.querySelector('ul')?.children ?? [])]
  expect(entries.map(entry => entry.textContent?.includes('Suggested, not decided'))).toEqual([false, true])
})
