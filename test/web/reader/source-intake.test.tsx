import { fireEvent, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import type { Capture, SourceDraft } from '#contract/capture.ts'
import { SourceNewForm } from '../../../web/features/sources/source-new-form.tsx'
import { fakeServer, type SentRequest } from '../../support/fake-server.ts'
import { renderPage } from '../../support/web-page.tsx'
import { id } from './given.ts'

const DRAFT: SourceDraft = {
  text: 'The bridge closes in May.',
  pages: [0],
  title: 'The bridge closes',
  kind: null,
  outlet: 'The Paper',
  authors: ['Ada Lowe'],
  language: 'en',
  url: 'https://paper.example/bridge',
  published: '2024-03-11',
  modified: null,
}

const captureOf = (rest: Partial<Capture>): Capture => ({
  id: id(50),
  url: 'https://paper.example/bridge',
  state: 'waiting',
  received: 0,
  expected: null,
  attempts: 0,
  problem: null,
  createdAt: '2024-03-12T10:00:00.000Z',
  draft: null,
  ...rest,
})

const done = captureOf({ state: 'done', draft: DRAFT })

/** A server whose captures stand as `states` says, one after the other. */
function serverWhere(states: Capture[], file: { status?: number; json: unknown } = { json: DRAFT }) {
  const left = [...states]
  const next = () => (left.length > 1 ? left.shift() : left[0])
  return fakeServer(({ method, url }) => {
    if (url.startsWith('/api/captures/file')) return file
    if (url.endsWith('/retry')) return { json: next() }
    if (url.startsWith('/api/captures')) return { status: method === 'POST' ? 201 : 200, json: next() }
    return { json: { items: [] } }
  })
}

const show = () => renderPage(<SourceNewForm onSaved={vi.fn<() => void>()} />)
const text = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text' })
const title = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Title' })
const address = () => screen.getByRole('textbox', { name: 'Fetch from an address' })
const started = (sent: SentRequest[]) =>
  sent.filter(({ method, url }) => method === 'POST' && url === '/api/captures')

test('an address is fetched, with its progress, and fills the fields in', async () => {
  const { sent } = serverWhere([captureOf({}), captureOf({ state: 'fetching', received: 1_200_000 }), done])
  show()
  await userEvent.type(address(), 'https://paper.example/bridge{Enter}')
  await screen.findByText(/1\.2 MB so far/)
  await waitFor(() => expect(text().value).toBe(DRAFT.text))
  expect(title().value).toBe('The bridge closes')
  screen.getByText('Ada Lowe')
  screen.getByText(/Filled in from https:\/\/paper\.example\/bridge/)
  expect(started(sent)).toHaveLength(1)
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }))
  expect([text().value, title().value]).toEqual(['', ''])
})

test('what failed is told with its reason, and can be tried again; what was typed is kept', async () => {
  serverWhere([
    captureOf({ state: 'failed', problem: 'The host answered 404: there is no such page.' }),
    done,
  ])
  show()
  await userEvent.type(title(), 'Mine')
  await userEvent.type(address(), 'https://paper.example/bridge{Enter}')
  expect((await screen.findByRole('alert')).textContent).toContain('404')
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(text().value).toBe(DRAFT.text))
  expect(title().value).toBe('Mine')
})

test('an address that is being fetched is come back to after a reload', async () => {
  serverWhere([captureOf({ state: 'fetching' })])
  const { unmount } = show()
  await userEvent.type(address(), 'https://paper.example/bridge{Enter}')
  await screen.findByText(/It goes on while you are away/)
  unmount()
  serverWhere([done])
  show()
  await waitFor(() => expect(text().value).toBe(DRAFT.text))
})

test('a text that stands there is left until somebody says otherwise', async () => {
  serverWhere([done])
  show()
  await userEvent.type(text(), 'My own text.')
  await userEvent.type(address(), 'https://paper.example/bridge{Enter}')
  await screen.findByText(/The text you have was left as it is/)
  expect(text().value).toBe('My own text.')
  await userEvent.click(screen.getByRole('button', { name: 'Put its text in place' }))
  expect(text().value).toBe(DRAFT.text)
})

const drop = (...files: File[]) => fireEvent.drop(text(), { dataTransfer: { types: ['Files'], files } })

test('a file that is dropped is read', async () => {
  const { sent } = serverWhere([])
  show()
  drop(new File(['%PDF'], 'report.pdf'))
  await waitFor(() => expect(text().value).toBe(DRAFT.text))
  expect(sent.find(({ method }) => method === 'POST')?.url).toBe('/api/captures/file?name=report.pdf')
})

test.each([
  ['several files', [new File(['a'], 'a.txt'), new File(['b'], 'b.txt')], /Drop one file/],
  [
    'a file that is too large',
    [Object.defineProperty(new File(['a'], 'a.pdf'), 'size', { value: 26_000_000 })],
    /a\.pdf is larger than 25 MB/,
  ],
])('%s are not sent', async (_name, files, message) => {
  const { sent } = serverWhere([])
  show()
  drop(...files)
  expect((await screen.findByRole('alert')).textContent).toMatch(message)
  expect(sent.filter(({ method }) => method === 'POST')).toEqual([])
})

test('a file that cannot be read says why', async () => {
  serverWhere([], {
    status: 422,
    json: { error: 'unprocessable', message: 'It is a damaged PDF.', issues: [] },
  })
  show()
  drop(new File(['%PDF'], 'report.pdf'))
  expect((await screen.findByRole('alert')).textContent).toContain(
    'report.pdf was not read. It is a damaged PDF.',
  )
})
