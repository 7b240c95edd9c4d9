import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import type { ClaimItem } from '#contract/claims.ts'
import type { CheckedClaim } from '#contract/suggestions.ts'
import { NearbyClaims } from '../../../web/features/claiming/nearby-claims.tsx'
import { fakeServer, type SentRequest } from '../../support/fake-server.ts'
import { renderPage } from '../../support/web-page.tsx'
import { aClaim, id } from './given.ts'

const span = (text: string, exact: string) => ({
  start: text.indexOf(exact),
  end: text.indexOf(exact) + exact.length,
  exact,
})

function checked(number: number, statement: string, more: Partial<CheckedClaim> = {}): CheckedClaim {
  const { claim } = aClaim(number, statement, 'it is open').marked
  return { claim, kind: 'contradicts', contradicts: 0.9, agrees: 0.05, reasons: [], ...more }
}

const OPEN = 'The bridge is open today.'
const conflict = checked(60, OPEN, {
  reasons: [
    {
      type: 'antonym',
      explanation: '“closed” against “open” — both about the bridge',
      own: span('The bridge is closed', 'closed'),
      theirs: span(OPEN, 'open'),
    },
  ],
})
const repeat = checked(80, 'The bridge is shut.', { kind: 'agrees', contradicts: 0.05, agrees: 0.9 })

type Answer = ReturnType<Parameters<typeof fakeServer>[0]>

const answering = (answer: (statement: string) => Answer) =>
  fakeServer(({ body }: SentRequest) => answer((body as { statement: string }).statement))

function Form({ onAdd, except }: { onAdd?: (claim: ClaimItem) => void; except?: string }) {
  const [statement, setStatement] = useState('')
  return (
    <>
      <input aria-label="Statement" value={statement} onChange={event => setStatement(event.target.value)} />
      <NearbyClaims
        statement={statement}
        howPut="asserted"
        {...(except !== undefined && { except })}
        {...(onAdd && { repeating: { label: 'Add it there', run: onAdd, running: false } })}
      />
    </>
  )
}

const field = () => screen.getByRole('textbox', { name: 'Statement' })
const nearby = () => screen.findByRole('region', { name: 'Stored claims nearby' })

test('what a statement may conflict with and repeat stands beside it, with the reason', async () => {
  answering(() => ({ json: { conflicts: [conflict], repeats: [repeat] } }))
  renderPage(<Form />)
  await userEvent.type(field(), 'The bridge is closed')
  const region = await nearby()
  expect(within(region).getByRole('link', { name: OPEN })).toHaveProperty('pathname', `/claims/${id(60)}`)
  expect(region.querySelector('mark')?.textContent).toBe('open')
  within(region).getByText('“closed” against “open” — both about the bridge')
  within(region).getByRole('heading', { name: 'May repeat' })
  screen.getByText('May conflict with 1 claim. May repeat 1 claim')
})

test('it is asked when somebody pauses, and what they go on to write is asked anew', async () => {
  const { sent } = answering(statement => ({
    json: { conflicts: statement.includes('today') ? [] : [conflict], repeats: [] },
  }))
  renderPage(<Form />)
  await userEvent.type(field(), 'The bridge is closed', { delay: 1 })
  await nearby()
  expect(sent).toHaveLength(1)
  expect(sent[0]).toMatchObject({
    method: 'POST',
    url: '/api/check',
    body: { statement: 'The bridge is closed', howPut: 'asserted' },
  })
  await userEvent.type(field(), ' today', { delay: 1 })
  // The answer before stands until the next one is there.
  screen.getByRole('region', { name: 'Stored claims nearby' })
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Stored claims nearby' })).toBeNull())
  expect(sent).toHaveLength(2)
})

test('a question that nobody waits for any more is given up', async () => {
  const signals: AbortSignal[] = []
  vi.stubGlobal('fetch', (_url: string, { signal }: RequestInit) => {
    if (signal) signals.push(signal)
    return new Promise(() => {})
  })
  renderPage(<Form />)
  await userEvent.type(field(), 'The bridge is closed')
  await waitFor(() => expect(signals).toHaveLength(1))
  await userEvent.type(field(), ' today')
  await waitFor(() => expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]))
})

test('too few words are not asked about, and nothing found is nothing shown', async () => {
  const { sent } = answering(() => ({ json: { conflicts: [], repeats: [] } }))
  renderPage(<Form />)
  await userEvent.type(field(), 'The bridge')
  await userEvent.type(field(), ' is closed')
  await waitFor(() => expect(sent).toHaveLength(1))
  expect(screen.queryByRole('region')).toBeNull()
  expect(screen.queryByText(/May|could not/)).toBeNull()
})

test('when it fails, that is said quietly', async () => {
  answering(() => ({ status: 500, json: { error: 'internal', message: 'Something went wrong.' } }))
  renderPage(<Form />)
  await userEvent.type(field(), 'The bridge is closed')
  await screen.findByText('It could not be compared with what is stored.')
})

test('the claim that is edited is no finding of its own', async () => {
  answering(() => ({ json: { conflicts: [conflict], repeats: [repeat] } }))
  renderPage(<Form except={id(80)} />)
  await userEvent.type(field(), 'The bridge is closed')
  expect(within(await nearby()).queryByText('The bridge is shut.')).toBeNull()
})

test('the passage can be added to a claim that says the same', async () => {
  answering(() => ({ json: { conflicts: [conflict], repeats: [repeat] } }))
  const added = vi.fn<(claim: ClaimItem) => void>()
  renderPage(<Form onAdd={added} />)
  await userEvent.type(field(), 'The bridge is closed')
  await userEvent.click(within(await nearby()).getByRole('button', { name: 'Add it there' }))
  expect(added).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id: id(80) }))
})

test('many are shown when somebody asks for them', async () => {
  const conflicts = [61, 62, 63, 64].map(number => checked(number, `The bridge is open (${number}).`))
  answering(() => ({ json: { conflicts, repeats: [] } }))
  renderPage(<Form />)
  await userEvent.type(field(), 'The bridge is closed')
  const region = await nearby()
  expect(within(region).getAllByRole('listitem')).toHaveLength(2)
  await userEvent.click(within(region).getByRole('button', { name: 'Show 2 more' }))
  expect(within(region).getAllByRole('listitem')).toHaveLength(4)
})
