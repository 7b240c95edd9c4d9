import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import type { Suggestion } from '#contract/suggestions.ts'
import { Component as ReviewPage } from '../../../../web/pages/review-page.tsx'
import { claimOf, idOf, meOf, reasonOf } from '../../../support/dispute-page.ts'
import { fakeServer, type SentRequest } from '../../../support/fake-server.ts'
import { renderPage } from '../../../support/web-page.tsx'

const AT = '2026-01-02T03:04:05.000Z'

/** A suggestion, of the claims `2n` and `2n + 1`. */
function pairOf(number: number, rest: Partial<Suggestion> = {}): Suggestion {
  const a = claimOf(2 * number, { statement: `There are 5,000 troops in ${number}`, said: '2020-01-06' })
  const b = claimOf(2 * number + 1, { statement: `There are 750 troops in ${number}`, said: '2020-01-09' })
  return {
    id: idOf(6_000 + number),
    version: 1,
    kind: 'contradicts',
    state: 'suggested',
    supersederId: null,
    origin: 'detector',
    note: null,
    score: 0.9,
    modelVersion: '1',
    reasons: [reasonOf(a, '5,000', b, '750')],
    createdAt: AT,
    proposedBy: null,
    a,
    b,
    decisions: [],
    awaits: null,
    assignedTo: null,
    likelihood: 0.8,
    ...rest,
  }
}

const decided = (pair: Suggestion, kind: Suggestion['kind'], name: string, note: string): Suggestion => ({
  ...pair,
  kind,
  state: 'confirmed',
  version: 2,
  decisions: [
    {
      id: idOf(8_000),
      action: 'decide',
      kind,
      supersederId: null,
      undoesId: null,
      note,
      seenVersion: 1,
      decidedAt: AT,
      decidedBy: { id: 'u2', name },
    },
  ],
})

type Answer = ReturnType<Parameters<typeof fakeServer>[0]>

const NOTHING_DECIDED = { decided: 0, confirmed: 0, otherwise: 0, dismissed: 0, measured: null }

function serve(
  pairs: readonly Suggestion[],
  write: (request: SentRequest) => Answer = () => ({ status: 201, json: pairs[0] }),
  role: Parameters<typeof meOf>[0] = 'editor',
) {
  return fakeServer(request => {
    if (request.method !== 'GET') return write(request)
    const { pathname } = new URL(request.url, 'http://localhost')
    if (pathname === '/api/me') return { json: meOf(role) }
    if (pathname === '/api/suggestions') return { json: { items: pairs, next: null } }
    if (pathname === '/api/suggestions/counts')
      return { json: { total: pairs.length, conflicts: pairs.length, agreements: 0, reasons: [] } }
    if (pathname === '/api/suggestions/precision')
      return {
        json: { overall: NOTHING_DECIDED, agreements: NOTHING_DECIDED, reasons: [], learnt: [] },
      }
    return { json: { items: [], next: null } }
  })
}

const openPage = (url = '/review') => renderPage(<ReviewPage />, { url })
const shown = async (number: number) =>
  screen.findByRole('heading', { name: `There are 5,000 troops in ${number}` })
const writes = (sent: readonly SentRequest[]) => sent.filter(({ method }) => method !== 'GET')

test('a pair is shown with its reason in words and its disputed words marked on both sides', async () => {
  serve([pairOf(1)])
  openPage()
  await shown(1)
  const pair = screen.getByRole('article', { name: 'The pair' })
  expect([...pair.querySelectorAll('mark')].map(mark => mark.textContent)).toEqual(['5,000', '750'])
  expect(pair.textContent).toContain('5,000 ≠ 750')
  expect(pair.textContent).toContain('Likelihood 80 %')
  expect(screen.getByRole('region', { name: 'Left: Speaker 2' })).toBeDefined()
  await userEvent.tab()
  const words = within(pair).getByRole('link', { name: '5,000' })
  words.focus()
  await waitFor(() => expect(pair.querySelectorAll('mark[data-lit]')).toHaveLength(2))
})

test('a key decides, says what it means and shows the next pair; the answer is not waited for', async () => {
  const { sent } = serve([pairOf(1), pairOf(2)])
  openPage()
  await shown(1)
  await userEvent.keyboard('t')
  await shown(2)
  await waitFor(() => expect(writes(sent)).toHaveLength(1))
  expect(writes(sent)[0]).toMatchObject({
    method: 'POST',
    url: `/api/relations/${pairOf(1).id}/decisions`,
    body: {
      version: 1,
      kind: 'different_time',
      supersederId: null,
      note: 'Both can be true: they speak of different times.',
    },
  })
  expect(screen.getByText('1 pair waits')).toBeDefined()
})

test('of a supersedes the one said later is chosen', async () => {
  const { sent } = serve([pairOf(1), pairOf(2)])
  openPage()
  await shown(1)
  await userEvent.keyboard('s')
  const later = await screen.findByRole('radio', { name: /There are 750 troops in 1/ })
  expect((later as HTMLInputElement).checked).toBe(true)
  await userEvent.keyboard('{Enter}')
  await shown(2)
  expect(writes(sent)[0]?.body).toMatchObject({ kind: 'supersedes', supersederId: pairOf(1).b.id })
})

test('a conflict shows what the other person decided, and one key decides anew on what stands', async () => {
  const standing = decided(pairOf(1), 'agrees', 'Ben', 'They count the same.')
  let refused = false
  const { sent } = serve([pairOf(1), pairOf(2)], () => {
    if (refused) return { status: 201, json: decided(pairOf(1), 'contradicts', 'Ed', 'No.') }
    refused = true
    return {
      status: 409,
      json: { error: 'conflict', message: 'Somebody else was first.', current: standing },
    }
  })
  openPage()
  await shown(1)
  await userEvent.keyboard('n')
  await userEvent.keyboard('Not so.')
  await userEvent.keyboard('{Escape}c')
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('Ben decided: Agrees, “They count the same.”')
  expect(alert.textContent).toContain('You chose: Contradicts (“Not so.”)')
  expect(screen.getByText('2 pairs wait')).toBeDefined()
  await userEvent.keyboard('y')
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
  expect(writes(sent)[1]?.body).toMatchObject({ version: 2, kind: 'contradicts', note: 'Not so.' })
  await shown(2)
})

test('a contradiction without a quote that stands says what is missing, and leads to the source', async () => {
  const message = 'No quote of “There are 750 troops in 1” can be found in its snapshot.'
  serve([pairOf(1), pairOf(2)], () => ({
    status: 422,
    json: { error: 'unprocessable', message: 'Both need one.', issues: [{ path: 'b', message }] },
  }))
  openPage()
  await shown(1)
  await userEvent.keyboard('c')
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain(message)
  expect(within(alert).getByRole('link').getAttribute('href')).toBe(`/sources/${idOf(4_003)}`)
  expect(within(alert).queryByRole('button', { name: /Decide anew/ })).toBeNull()
})

test('what never arrived can be sent again, and a note is not lost meanwhile', async () => {
  let reachable = false
  serve([pairOf(1), pairOf(2)], () => (reachable ? { status: 201, json: pairOf(1) } : 'unreachable'))
  openPage()
  await shown(1)
  await userEvent.type(screen.getByLabelText('Note'), 'Mind the date.')
  await userEvent.keyboard('{Escape}a')
  expect((await screen.findByRole('alert')).textContent).toContain('Your decision did not arrive')
  await userEvent.keyboard('v')
  await shown(1)
  expect(screen.getByDisplayValue('Mind the date.')).toBe(screen.getByLabelText('Note'))
  reachable = true
  await userEvent.keyboard('y')
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
})

test('z goes back step by step, each on the version that one’s own decision made', async () => {
  const { sent } = serve([pairOf(1), pairOf(2), pairOf(3)], ({ url }) => {
    const pair = url.includes(pairOf(1).id) ? pairOf(1) : pairOf(2)
    return { status: 201, json: { ...pair, version: url.endsWith('/undo') ? 3 : 2 } }
  })
  openPage()
  await shown(1)
  await userEvent.keyboard('xa')
  await shown(3)
  await userEvent.keyboard('z')
  await shown(2)
  await userEvent.keyboard('z')
  await shown(1)
  await waitFor(() => expect(writes(sent)).toHaveLength(4))
  expect(writes(sent).slice(2)).toMatchObject([
    { url: `/api/relations/${pairOf(2).id}/undo`, body: { version: 2 } },
    { url: `/api/relations/${pairOf(1).id}/undo`, body: { version: 2 } },
  ])
  await userEvent.keyboard('d')
  await waitFor(() => expect(writes(sent)[4]?.body).toMatchObject({ version: 3, kind: 'duplicate' }))
})

test('one’s own decision that was refused takes nobody else’s back', async () => {
  const { sent } = serve([pairOf(1), pairOf(2)], () => ({
    status: 409,
    json: {
      error: 'conflict',
      message: 'Somebody else was first.',
      current: decided(pairOf(1), 'agrees', 'Ben', 'The same.'),
    },
  }))
  openPage()
  await shown(1)
  await userEvent.keyboard('xz')
  expect((await screen.findByRole('alert')).textContent).toContain('Ben decided: Agrees')
  expect(writes(sent).map(({ url }) => url)).toEqual([`/api/relations/${pairOf(1).id}/decisions`])
})

test('the filters go to the server from the URL', async () => {
  const { sent } = serve([pairOf(1)])
  openPage('/review?minScore=0.8&reason=date&reason=nonsense&reading=second&assigned=me&order=oldest')
  await shown(1)
  const asked = sent.find(({ url }) => url.startsWith('/api/suggestions?'))
  const query = new URL(asked?.url ?? '', 'http://localhost').searchParams
  query.delete('limit')
  expect([...query].toSorted(([one], [other]) => (one < other ? -1 : 1))).toEqual([
    ['about', 'conflicts'],
    ['assigned', 'me'],
    ['minScore', '0.8'],
    ['order', 'oldest'],
    ['reading', 'second'],
    ['reason', 'date'],
  ])
  expect(screen.getByRole('button', { name: 'Filters (4)' })).toBeDefined()
})

test('an empty queue says what comes here; with filters, that they are in the way', async () => {
  serve([])
  const { unmount } = openPage()
  expect(await screen.findByText(/are suggested here as claims are saved/)).toBeDefined()
  unmount()
  openPage('/review?reason=date')
  expect(await screen.findByText(/Clear a filter to see the others/)).toBeDefined()
})

test.each([
  ['researcher', 'This is not open to you'],
  [null, 'Sign in to see this'],
] as const)('for %s: %s', async (role, title) => {
  serve([], undefined, role)
  openPage()
  expect(await screen.findByText(title)).toBeDefined()
})

test('several are decided from the list after a summary; what was not taken is said and stays selected', async () => {
  const [one, other] = [pairOf(1), pairOf(2)]
  const { sent } = serve([one, other], () => ({
    status: 201,
    json: {
      outcomes: [
        { id: one.id, outcome: 'decided', message: null, relation: decided(one, 'agrees', 'Ed', 'So.') },
        {
          id: other.id,
          outcome: 'conflict',
          message: 'Somebody else was first.',
          relation: decided(other, 'agrees', 'Ben', 'I was first.'),
        },
      ],
    },
  }))
  openPage('/review?view=list')
  await userEvent.click(await screen.findByLabelText('Select all shown'))
  await userEvent.click(screen.getByRole('button', { name: 'Decide…' }))
  const dialog = await screen.findByRole('dialog', { name: '2 pairs: Unrelated' })
  expect(writes(sent)).toEqual([])
  await userEvent.click(within(dialog).getByRole('button', { name: 'Decide 2 pairs' }))
  const outcome = await screen.findByText('1 pair decided')
  expect(outcome.closest('[role=status]')?.textContent).toContain('Ben: Agrees, “I was first.”')
  expect(writes(sent)[0]?.body).toMatchObject({
    kind: 'unrelated',
    pairs: [
      { id: one.id, version: 1 },
      { id: other.id, version: 1 },
    ],
  })
  expect(await screen.findByLabelText('1 selected')).toBeDefined()
})

const agreementOf = (number: number, rest: Partial<Suggestion> = {}) =>
  pairOf(number, { kind: 'agrees', reasons: [], ...rest })

test('of pairs that say the same another question is asked, with what “Same claim” would do', async () => {
  const pair = agreementOf(1)
  const oneSpeaker = { ...pair, b: { ...pair.b, speaker: pair.a.speaker } }
  const { sent } = serve([oneSpeaker, agreementOf(2)])
  openPage('/review?about=agreements')
  await shown(1)
  expect(screen.getByRole('heading', { name: 'Do both say the same?' })).toBeDefined()
  expect(screen.getByText(/gives the quotes of the claim stored later/).textContent).toContain(
    pair.a.statement,
  )
  expect(sent.some(({ url }) => url.startsWith('/api/suggestions?about=agreements'))).toBe(true)
  await userEvent.keyboard('d')
  await shown(2)
  expect(screen.getByText(/Two people say it/)).toBeDefined()
  expect(writes(sent)[0]?.body).toMatchObject({ version: 1, kind: 'duplicate' })
})

test('the queue is chosen in the page, with how many of each wait', async () => {
  const { sent } = serve([pairOf(1)])
  openPage()
  await shown(1)
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Conflicts 1' }).checked).toBe(true)
  await userEvent.click(screen.getByRole('radio', { name: 'Agreements 0' }))
  await waitFor(() => expect(sent.some(({ url }) => url.includes('about=agreements'))).toBe(true))
})
