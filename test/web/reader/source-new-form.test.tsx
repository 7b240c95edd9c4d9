import { fireEvent, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import type { Source } from '#contract/sources.ts'
import { SourceNewForm } from '../../../web/features/sources/source-new-form.tsx'
import { fakeServer, type SentRequest } from '../../support/fake-server.ts'
import { renderPage } from '../../support/web-page.tsx'
import { aSource, id } from './given.ts'

type Answer = ReturnType<Parameters<typeof fakeServer>[0]>

function serverWhere(write: (request: SentRequest) => Answer) {
  return fakeServer(request => (request.method === 'GET' ? { json: { items: [] } } : write(request)))
}

function show() {
  const onSaved = vi.fn<(source: Source) => void>()
  return { ...renderPage(<SourceNewForm onSaved={onSaved} />), onSaved }
}

const idOf = ({ body }: SentRequest) => (body as { id: string }).id
const created = (request: SentRequest): Answer => ({ status: 201, json: aSource({ id: idOf(request) }) })
const written = (sent: SentRequest[]) => sent.filter(({ method }) => method === 'POST')

const text = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text' })
const title = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Title' })
const save = () => userEvent.click(screen.getByRole('button', { name: 'Save and open it' }))

const ARTICLE =
  'Bridge closed to all traffic until further notice\n\nThe bridge is closed, the minister said.'

test('the first line of a pasted text becomes its title, and today the day it was read', async () => {
  const { sent } = serverWhere(created)
  const { onSaved } = show()
  await userEvent.click(text())
  await userEvent.paste(ARTICLE)
  expect(title().value).toBe('Bridge closed to all traffic until further notice')
  screen.getByText('15 words in 2 paragraphs.')
  await save()
  await waitFor(() => expect(onSaved).toHaveBeenCalledOnce())
  expect(written(sent)[0]?.body).toMatchObject({
    text: ARTICLE,
    title: 'Bridge closed to all traffic until further notice',
    kind: 'article',
    language: 'en',
    accessed: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
  })
})

test('a title that was written stays, and an empty one is the first line', async () => {
  const { sent } = serverWhere(created)
  const { onSaved } = show()
  await userEvent.type(title(), 'My title')
  await userEvent.click(text())
  await userEvent.paste(ARTICLE)
  expect(title().value).toBe('My title')
  await userEvent.clear(title())
  await save()
  await waitFor(() => expect(onSaved).toHaveBeenCalledOnce())
  expect(written(sent)[0]?.body).toMatchObject({ title: 'Bridge closed to all traffic until further notice' })
})

test('paragraphs that the plain text has lost are taken from the page', () => {
  serverWhere(created)
  show()
  const data = { 'text/plain': 'One.\nTwo.', 'text/html': '<p>One.</p><p>Two <b>bold</b>.</p>' }
  fireEvent.paste(text(), { clipboardData: { getData: (kind: keyof typeof data) => data[kind] } })
  expect(text().value).toBe('One.\n\nTwo bold.')
})

test('an address that is stored shows its source, and the text can become a version of it', async () => {
  const standing = aSource({ title: 'Standing title' })
  const { sent } = serverWhere(({ url }) =>
    url.endsWith('/snapshots')
      ? { status: 201, json: standing }
      : { status: 409, json: { error: 'conflict', message: 'The address is stored.', current: standing } },
  )
  const { onSaved } = show()
  await userEvent.click(text())
  await userEvent.paste(ARTICLE)
  await userEvent.type(screen.getByRole('textbox', { name: 'Address' }), 'https://example.org/bridge')
  await save()
  expect(await screen.findByRole('link', { name: 'Standing title' })).toHaveProperty(
    'pathname',
    `/sources/${standing.id}`,
  )
  expect(text().value).toBe(ARTICLE)
  await userEvent.click(screen.getByRole('button', { name: 'Add this text as a new version' }))
  await waitFor(() => expect(onSaved).toHaveBeenCalledOnce())
  expect(written(sent)[1]).toMatchObject({ url: `/api/sources/${id(1)}/snapshots`, body: { text: ARTICLE } })
})

test('when the answer of the first try was lost, the source that was written is opened', async () => {
  let tries = 0
  const { sent } = serverWhere(request => {
    tries += 1
    if (tries === 1) return 'unreachable'
    return {
      status: 409,
      json: { error: 'conflict', message: 'Added already.', current: aSource({ id: idOf(request) }) },
    }
  })
  const { onSaved } = show()
  await userEvent.click(text())
  await userEvent.paste(ARTICLE)
  await save()
  await screen.findByText(/The server does not answer.*What you typed is kept\./)
  await save()
  await waitFor(() => expect(onSaved).toHaveBeenCalledOnce())
  expect(new Set(written(sent).map(idOf)).size).toBe(1)
})

test('a double click writes once', async () => {
  const { sent } = serverWhere(created)
  const { onSaved } = show()
  await userEvent.click(text())
  await userEvent.paste(ARTICLE)
  await userEvent.dblClick(screen.getByRole('button', { name: 'Save and open it' }))
  await waitFor(() => expect(onSaved).toHaveBeenCalled())
  expect(written(sent)).toHaveLength(1)
})

test('what is wrong stands at its field', async () => {
  serverWhere(() => ({
    status: 400,
    json: {
      error: 'invalid',
      message: 'Not right.',
      issues: [
        { path: 'url', message: 'Use a full address.' },
        { path: 'authors.1', message: 'Too long.' },
        { path: 'published', message: 'No such day.' },
      ],
    },
  }))
  show()
  await save()
  await screen.findByText('Use a full address.')
  screen.getByText('Too long.')
  screen.getByText('No such day.')
})

test('what was typed is there again after a reload, until it is thrown away', async () => {
  serverWhere(created)
  const first = show()
  await userEvent.click(text())
  await userEvent.paste(ARTICLE)
  first.unmount()
  const second = show()
  expect(text().value).toBe(ARTICLE)
  await userEvent.click(screen.getByRole('button', { name: 'Start afresh' }))
  expect(text().value).toBe('')
  second.unmount()
  show()
  expect(screen.queryByRole('button', { name: 'Start afresh' })).toBeNull()
})
