import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import type { Finding } from '#contract/checks.ts'
import { LIMITS } from '#contract/text.ts'
import { cutSentences } from '#domain/sentences.ts'
import { Component as CheckPage } from '../../../web/pages/check-page.tsx'
import { Component as ReportPage } from '../../../web/pages/check-report-page.tsx'
import { fakeServer, type SentRequest } from '../../support/fake-server.ts'
import { renderPage } from '../../support/web-page.tsx'
import { aClaim, id, listOf, me } from '../reader/given.ts'

type Answer = ReturnType<Parameters<typeof fakeServer>[0]>
type Answers = Record<string, (request: SentRequest) => Answer>

const OPEN = 'The bridge is open today.'
const CLOSED = 'The bridge is closed today.'
const SHUT = 'The bridge over the river is shut.'
const DRAFT = `# Bridges\n\n${CLOSED} Who closed it?\n\n${SHUT}\n\nThe mayor opened a school on Monday.`

const claims = [
  aClaim(60, OPEN, 'it is open').marked.claim,
  aClaim(80, 'The bridge is shut.', 'The bridge is closed').marked.claim,
]

const finding = (claimId: string, reasons: Finding['reasons'] = []): Finding => ({
  claimId,
  claimVersion: 1,
  kind: 'contradicts',
  contradicts: 0.9,
  agrees: 0.05,
  reasons,
})

const conflict = finding(id(60), [
  {
    type: 'antonym',
    explanation: '“closed” against “open” — both about the bridge',
    own: { start: 14, end: 20, exact: 'closed' },
    theirs: { start: 14, end: 18, exact: 'open' },
  },
])

const foundIn = (sentence: string) => ({
  conflicts: sentence === CLOSED ? [conflict] : [],
  repeats: sentence === SHUT ? [finding(id(80))] : [],
})

const checkAll = ({ body }: SentRequest): Answer => ({
  json: {
    modelVersion: '1',
    found: (body as { sentences: string[] }).sentences.map(foundIn),
    claims,
  },
})

const report = {
  id: id(5),
  title: 'Bridges',
  text: DRAFT,
  modelVersion: '1',
  sentences: cutSentences(DRAFT).map(one => ({ ...one, ...foundIn(DRAFT.slice(one.start, one.end)) })),
  claims: [{ ...claims[0], version: 2 }, claims[1]],
  createdAt: '2026-01-02T03:04:05.000Z',
  createdBy: { id: 'u1', name: 'Ada Admin' },
}
const { text: _text, claims: _claims, modelVersion: _model, ...item } = report
const listed = { ...item, sentences: 5, conflicting: 1, repeating: 1 }

function serverOf(role: string | null, answers: Answers = {}) {
  const usual: Answers = {
    'GET /api/me': () => ({ json: me(role) }),
    'POST /api/check/sentences': checkAll,
    'GET /api/check/reports': () => ({ json: listOf(listed) }),
    [`GET /api/check/reports/${id(5)}`]: () => ({ json: report }),
    ...answers,
  }
  return fakeServer(request => {
    const [path = ''] = request.url.split('?')
    return usual[`${request.method} ${path}`]?.(request) ?? { json: listOf() }
  })
}

const show = (url = '/check') => renderPage(<CheckPage />, { url })
const field = () => screen.findByRole('textbox', { name: 'Draft' })
const asked = (sent: SentRequest[]) =>
  sent.flatMap(({ url, body }) =>
    url === '/api/check/sentences' ? [(body as { sentences: string[] }).sentences] : [],
  )

async function paste(text = DRAFT) {
  await userEvent.click(await field())
  await userEvent.paste(text)
}

test('a draft that is pasted is marked: conflicts and repeats are links, the rest is text', async () => {
  const { sent } = serverOf('researcher')
  show()
  await paste()
  await screen.findByText('1 of 5 sentences conflicts with 1 claim; 1 repeats 1 claim.')
  screen.getByText('2 were not compared: 1 question, 1 heading.')
  expect(asked(sent)).toEqual([[CLOSED, SHUT, 'The mayor opened a school on Monday.']])
  const conflicting = screen.getByRole('link', {
    name: /^The bridge is closed today\..*Conflicts with 1 claim/,
  })
  expect(conflicting.dataset['mark']).toBe('conflict')
  expect(conflicting.querySelector('mark')?.textContent).toBe('closed')
  expect(screen.getByRole('link', { name: /is shut\..*Repeats 1 claim/ }).dataset['mark']).toBe('repeat')
  expect(screen.queryByRole('link', { name: /school/ })).toBeNull()
})

test('a marked sentence opens the claim with its source, its quote and the reason', async () => {
  serverOf('researcher')
  show()
  await paste()
  await userEvent.click(await screen.findByRole('link', { name: /^The bridge is closed today/ }))
  const panel = screen.getByRole('dialog', { name: 'Conflicts with 1 claim' })
  expect(within(panel).getByRole('link', { name: OPEN })).toHaveProperty('pathname', `/claims/${id(60)}`)
  expect([...panel.querySelectorAll('mark')].map(mark => mark.textContent)).toEqual(['closed', 'open'])
  within(panel).getByText('“closed” against “open” — both about the bridge')
  within(panel).getByText('it is open')
  expect(within(panel).getByRole('link', { name: 'Bridge closed' })).toHaveProperty(
    'search',
    `?claim=${id(60)}`,
  )
  within(panel).getByRole('link', { name: 'Ann Lee' })
})

test('j and k go from finding to finding, Escape closes', async () => {
  serverOf('researcher')
  show()
  await paste()
  await screen.findByRole('link', { name: /^The bridge is closed today/ })
  await userEvent.keyboard('j')
  screen.getByRole('dialog', { name: 'Conflicts with 1 claim' })
  await userEvent.keyboard('j')
  screen.getByRole('dialog', { name: 'Repeats 1 claim' })
  await userEvent.keyboard('j')
  screen.getByRole('dialog', { name: 'Repeats 1 claim' })
  await userEvent.keyboard('k')
  screen.getByRole('dialog', { name: 'Conflicts with 1 claim' })
  await userEvent.keyboard('{Escape}')
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(document.activeElement?.textContent).toContain(CLOSED)
})

test('conflicts or repeats alone are shown, and the address says so', async () => {
  serverOf('researcher')
  const { router } = show()
  await paste()
  await userEvent.click(await screen.findByRole('button', { name: 'Conflicts 1' }))
  expect(screen.queryByRole('link', { name: /is shut/ })).toBeNull()
  expect(router.state.location.search).toBe('?show=conflicts')
  await userEvent.click(screen.getByRole('button', { name: 'Repeats 1' }))
  expect(screen.queryByRole('link', { name: /closed today/ })).toBeNull()
  screen.getByRole('link', { name: /is shut/ })
})

test('a long draft is compared in batches, and after an edit only what changed is asked', async () => {
  const text = Array.from({ length: 70 }, (_, index) => `Bridge ${index} was opened on a Monday.`).join(' ')
  const { sent } = serverOf('researcher')
  show()
  await paste(text)
  await screen.findByText('None of 70 sentences conflicts with what is stored.')
  expect(asked(sent).map(({ length }) => length)).toEqual([10, 50, 10])
  await userEvent.click(screen.getByRole('button', { name: 'Edit the draft' }))
  fireEvent.change(await field(), { target: { value: text.replace('Bridge 7 was', 'Bridge 7 was not') } })
  await waitFor(() => expect(asked(sent)).toHaveLength(4))
  expect(asked(sent)[3]).toEqual(['Bridge 7 was not opened on a Monday.'])
})

test('a draft survives a reload, and can be put away and brought back', async () => {
  serverOf('researcher')
  const { unmount } = show()
  await paste()
  await screen.findByRole('link', { name: /closed today/ })
  unmount()
  show()
  await screen.findByRole('link', { name: /closed today/ })
  await userEvent.click(screen.getByRole('button', { name: 'Start afresh' }))
  expect(await field()).toHaveProperty('value', '')
  expect(sessionStorage.getItem('draft:check')).toBeNull()
})

const drop = async (file: File) => fireEvent.drop(await field(), { dataTransfer: { files: [file] } })

test('a file that is dropped is read; one that is no text is refused', async () => {
  serverOf('researcher')
  show()
  await drop(new File(['%PDF'], 'draft.pdf', { type: 'application/pdf' }))
  await screen.findByText('draft.pdf is not a text. Choose a .txt or .md file.')
  await drop(new File([' \n'], 'empty.txt'))
  await screen.findByText('empty.txt holds no words.')
  await drop(new File([`${CLOSED}\r\n\u0000\r\n`, new Uint8Array([0xe9])], 'draft.md'))
  await screen.findByRole('link', { name: /closed today/ })
})

test('a draft that is too long says so and is not sent', async () => {
  const { sent } = serverOf('researcher')
  show()
  await paste('word '.repeat(LIMITS.draft / 5 + 1))
  await screen.findByText('Too long. The limit is 60,000 characters.')
  expect(asked(sent)).toEqual([])
})

test('when the server does not answer, the draft stays and it can be tried again', async () => {
  let down = true
  const { sent } = serverOf('researcher', {
    'POST /api/check/sentences': request => (down ? 'unreachable' : checkAll(request)),
  })
  show()
  await paste()
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('The draft is kept.')
  screen.getByText(/school on Monday/)
  down = false
  await userEvent.click(within(alert).getByRole('button', { name: 'Try again' }))
  await screen.findByRole('link', { name: /closed today/ })
  expect(asked(sent)).toHaveLength(2)
  expect(screen.queryByRole('alert')).toBeNull()
})

test('a report is kept under a link; lost answers keep it once', async () => {
  let first = true
  const { sent } = serverOf('researcher', {
    'POST /api/check/reports': ({ body }) => {
      const kept = { ...report, ...(body as object) }
      if (first) return { status: 201, json: kept }
      return { status: 409, json: { error: 'conflict', message: 'Kept already.', current: kept } }
    },
  })
  for (first of [true, false]) {
    const { router, unmount } = show()
    if (first) await paste()
    await screen.findByRole('link', { name: /closed today/ })
    await userEvent.click(screen.getByRole('button', { name: 'Keep this report' }))
    const { body } =
      sent.findLast(({ url, method }) => method === 'POST' && url === '/api/check/reports') ?? {}
    expect(body).toMatchObject({ text: DRAFT })
    await waitFor(() => expect(router.state.location.pathname).toBe(`/check/${(body as { id: string }).id}`))
    unmount()
  }
})

test('kept reports are listed under an empty draft', async () => {
  serverOf('researcher')
  show()
  const link = await screen.findByRole('link', { name: 'Bridges' })
  expect(link).toHaveProperty('pathname', `/check/${id(5)}`)
  screen.getByText(/1 of 5 sentences in conflict · Ada Admin/)
})

test.each([
  [null, 'Sign in to see this'],
  ['reader', 'This is not open to you'],
])('%s is told who checks drafts', async (role, title) => {
  serverOf(role)
  show()
  await screen.findByRole('heading', { name: title })
  expect(screen.queryByRole('textbox')).toBeNull()
})

test('a kept report reads as it was found, says what was worded anew, and is removed after a second word', async () => {
  const { sent } = serverOf('researcher', {
    [`DELETE /api/check/reports/${id(5)}`]: () => ({ json: listed }),
  })
  const { router } = renderPage(<ReportPage />, { url: `/check/${id(5)}`, path: '/check/:id?' })
  await screen.findByRole('heading', { level: 1, name: 'Bridges' })
  screen.getByText('1 of 5 sentences conflicts with 1 claim; 1 repeats 1 claim.')
  await userEvent.keyboard('j')
  screen.getByText('The claim has been worded anew since it was compared.')
  await userEvent.click(screen.getByRole('button', { name: 'Remove…' }))
  expect(sent.some(({ method }) => method === 'DELETE')).toBe(false)
  await userEvent.click(screen.getByRole('button', { name: 'Remove for good' }))
  await waitFor(() => expect(router.state.location.pathname).toBe('/check'))
})

test('a report can be checked again as a draft', async () => {
  serverOf('researcher')
  const { router } = renderPage(<ReportPage />, { url: `/check/${id(5)}`, path: '/check/:id?' })
  await userEvent.click(await screen.findByRole('button', { name: 'Check again' }))
  expect(router.state.location.pathname).toBe('/check')
  expect(sessionStorage.getItem('draft:check')).toBe(JSON.stringify({ text: DRAFT }))
})
