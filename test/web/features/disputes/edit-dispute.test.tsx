import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import type { Dispute } from '#contract/disputes.ts'
import { Component as EditPage } from '../../../../web/pages/dispute-edit-page.tsx'
import { Component as NewPage } from '../../../../web/pages/dispute-new-page.tsx'
import { claimOf, disputeOf, meOf } from '../../../support/dispute-page.ts'
import { fakeServer, type SentRequest } from '../../../support/fake-server.ts'
import { renderPage } from '../../../support/web-page.tsx'

const [one, two] = [claimOf(1), claimOf(2)]
const point = disputeOf({ Yes: [one], No: [two] }, { question: 'Is it so?', publishedAt: null })

type Answer = { status?: number; json: unknown }

function serve(
  stands: () => Dispute,
  write: (sent: SentRequest) => Answer,
  role: 'editor' | 'reader' = 'editor',
) {
  return fakeServer(request => {
    const path = new URL(request.url, 'http://localhost').pathname
    if (request.method !== 'GET') return write(request)
    if (path === '/api/me') return { json: meOf(role) }
    if (path.startsWith('/api/disputes/')) return { json: stands() }
    const claim = [one, two].find(({ id }) => path === `/api/claims/${id}`)
    if (claim) return { json: claim }
    return { json: { items: [], next: null, problems: [] } }
  })
}

const conflictWith = (current: Dispute): Answer => ({
  status: 409,
  json: { error: 'conflict', message: 'Somebody else changed this point first.', current },
})
const openEdit = () => renderPage(<EditPage />, { url: '/disputes/is-it-so/edit', path: '/disputes/:slug/*' })
const question = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Question' })
const writesOf = (sent: SentRequest[]) => sent.filter(({ method }) => method !== 'GET')

test('only what was changed is written, sides and the rest each with the version that then stands', async () => {
  const { sent } = serve(
    () => point,
    ({ method }) => ({
      json:
        method === 'PUT'
          ? { ...point, version: 2, positions: point.positions.toReversed() }
          : { ...point, version: 3, question: 'Is it really so?' },
    }),
  )
  const { router } = openEdit()
  await userEvent.type(await question(), '{Backspace} now?')
  await userEvent.click(screen.getByRole('button', { name: 'Move side A down' }))
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(router.state.location.pathname).toBe('/disputes/is-it-so'))
  const [first, second] = point.positions
  expect(writesOf(sent).map(({ method, body }) => [method, body])).toEqual([
    [
      'PUT',
      {
        version: 1,
        positions: [
          { id: second?.id, label: 'No', claimIds: [two.id] },
          { id: first?.id, label: 'Yes', claimIds: [one.id] },
        ],
      },
    ],
    ['PATCH', { version: 2, question: 'Is it so now?' }],
  ])
})

test('a conflict shows what the other person has now beside what was typed, and mine can go on top', async () => {
  const theirs = { ...point, version: 5, question: 'Theirs?', summary: 'Their summary.' }
  let conflicting = true
  const { sent } = serve(
    () => point,
    () => {
      if (!conflicting) return { json: { ...theirs, version: 6, question: 'Mine?' } }
      conflicting = false
      return conflictWith(theirs)
    },
  )
  const { router } = openEdit()
  await userEvent.clear(await question())
  await userEvent.type(await question(), 'Mine?')
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  const panel = await screen.findByRole('alert')
  expect(within(panel).getByText('Theirs?')).toBeTruthy()
  expect(within(panel).getByText('Mine?')).toBeTruthy()
  expect((await question()).value).toBe('Mine?')
  await userEvent.click(within(panel).getByRole('button', { name: 'Use theirs: Summary' }))
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Summary' }).value).toBe('Their summary.')
  await userEvent.click(within(panel).getByRole('button', { name: 'Save mine on top' }))
  await waitFor(() => expect(router.state.location.pathname).toBe('/disputes/is-it-so'))
  expect(writesOf(sent).at(-1)?.body).toEqual({ version: 5, question: 'Mine?' })
})

test('theirs can be taken instead', async () => {
  serve(
    () => point,
    () => conflictWith({ ...point, version: 5, question: 'Theirs?' }),
  )
  openEdit()
  await userEvent.type(await question(), ' Mine?')
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Use theirs, drop mine' }))
  expect((await question()).value).toBe('Theirs?')
  expect(screen.queryByRole('alert')).toBeNull()
})

test('what was typed outlives a reload, even when the point was changed in between', async () => {
  let stands = point
  serve(
    () => stands,
    () => ({ json: point }),
  )
  const { unmount } = openEdit()
  await userEvent.type(await question(), ' Mine?')
  unmount()
  stands = { ...point, version: 2, summary: 'Theirs.' }
  openEdit()
  expect((await question()).value).toBe('Is it so? Mine?')
  expect(within(await screen.findByRole('alert')).getByText('Theirs.')).toBeTruthy()
})

test('what the server finds wrong stands at the claim, the side and the field it is about', async () => {
  serve(
    () => point,
    () => ({
      status: 422,
      json: {
        error: 'unprocessable',
        message: 'The positions cannot stand like this.',
        issues: [
          { path: 'positions.1.claimIds.0', message: 'There is no such claim.' },
          { path: 'positions.0.label', message: 'Write something here.' },
        ],
      },
    }),
  )
  openEdit()
  await userEvent.clear(await screen.findByRole('textbox', { name: 'Side A' }))
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  const [sideA, sideB] = [
    await screen.findByRole('region', { name: 'Side A' }),
    screen.getByRole('region', { name: 'Side B' }),
  ]
  await within(sideA).findByText('Write something here.')
  expect(within(sideB).getByText('There is no such claim.')).toBeTruthy()
})

test('claims given in the address begin a side each, and move between sides by a key', async () => {
  const { sent } = serve(
    () => point,
    () => ({ status: 201, json: point }),
  )
  const { router } = renderPage(<NewPage />, { url: `/disputes/new?claims=${one.id},${two.id}` })
  await userEvent.type(await question(), 'Is it so?')
  const claim = screen.getByRole('group', { name: 'Side of: Statement 2' })
  within(claim).getByRole('button', { name: 'Put on side A: Statement 1' }).focus()
  await userEvent.keyboard('{Enter}')
  await userEvent.click(screen.getByRole('button', { name: 'Remove side B' }))
  await userEvent.click(screen.getByRole('button', { name: 'Open the point' }))
  await waitFor(() => expect(router.state.location.pathname).toBe('/disputes/is-it-so'))
  expect(writesOf(sent)[0]?.body).toMatchObject({
    question: 'Is it so?',
    positions: [{ label: 'Statement 1', claimIds: [one.id, two.id] }],
  })
})

test('readers are told that this is for editors', async () => {
  serve(
    () => point,
    () => ({ json: point }),
    'reader',
  )
  openEdit()
  expect(await screen.findByText('Editors edit disputed points.')).toBeTruthy()
})
