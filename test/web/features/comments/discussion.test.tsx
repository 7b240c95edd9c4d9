import { screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { Discussion } from '../../../../web/features/comments/discussion.tsx'
import { idOf, meOf } from '../../../support/dispute-page.ts'
import { fakeServer, type SentRequest } from '../../../support/fake-server.ts'
import { renderPage } from '../../../support/web-page.tsx'

const subject = { type: 'dispute' as const, id: idOf(1) }
const comment = (number: number, rest: object = {}) => ({
  id: idOf(100 + number),
  version: 1,
  body: `Comment ${number}`,
  subject,
  quoteId: null,
  quote: null,
  author: { id: 'u2', name: 'Ada' },
  mentions: [],
  createdAt: '2026-01-02T03:04:05.000Z',
  editedAt: null,
  removedAt: null,
  ...rest,
})
const own = { author: { id: 'u1', name: 'Ed Editor' } }

function serve(comments: () => unknown[], write: (sent: SentRequest) => { status?: number; json: unknown }) {
  return fakeServer(request => {
    if (request.method !== 'GET') return write(request)
    if (request.url.startsWith('/api/me')) return { json: meOf('researcher') }
    return { json: { items: comments(), next: null } }
  })
}
const open = () => renderPage(<Discussion subject={subject} />)

test('a comment is sent once, and the field is empty again', async () => {
  const comments: unknown[] = []
  const { sent } = serve(
    () => comments,
    () => {
      const made = comment(1, { body: 'Look at the date.' })
      comments.push(made)
      return { status: 201, json: made }
    },
  )
  open()
  await screen.findByText(/Nobody has said anything yet/)
  const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Your comment' })
  await userEvent.type(field, 'Look at the date.')
  await userEvent.click(screen.getByRole('button', { name: 'Comment' }))
  await waitFor(() => expect(field.value).toBe(''))
  expect(await screen.findByText('Look at the date.')).toBeTruthy()
  expect(sent.find(({ method }) => method === 'POST')?.body).toMatchObject({
    subject,
    body: 'Look at the date.',
  })
})

test('a refused comment keeps what was typed', async () => {
  serve(
    () => [],
    () => ({ status: 500, json: { error: 'internal', message: 'Something broke.' } }),
  )
  open()
  const field = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Your comment' })
  await userEvent.type(field, 'Keep me')
  await userEvent.click(screen.getByRole('button', { name: 'Comment' }))
  expect(await screen.findByText('Something broke. What you typed is kept.')).toBeTruthy()
  expect(field.value).toBe('Keep me')
})

test('one edits one’s own comment, and an older version is shown what it reads now', async () => {
  let conflicting = true
  const { sent } = serve(
    () => [comment(1), comment(2, own)],
    () => {
      if (!conflicting) return { json: comment(2, { ...own, version: 4 }) }
      conflicting = false
      return {
        status: 409,
        json: {
          error: 'conflict',
          message: 'This comment changed since you read it.',
          current: comment(2, { ...own, version: 3, body: 'From the other window' }),
        },
      }
    },
  )
  open()
  await userEvent.click(await screen.findByRole('button', { name: 'Edit' }))
  await userEvent.type(screen.getByRole('textbox', { name: 'Edit your comment' }), '!')
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('It now reads: From the other window')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Save mine instead' }))
  await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Edit your comment' })).toBeNull())
  expect(sent.filter(({ method }) => method === 'PATCH').at(-1)?.body).toEqual({
    version: 3,
    body: 'Comment 2!',
    mentions: [],
  })
})

test('a removed comment leaves its place, after being asked once more', async () => {
  let removed = false
  const { sent } = serve(
    () => [comment(2, { ...own, ...(removed && { body: '', removedAt: '2026-01-03T00:00:00.000Z' }) })],
    () => {
      removed = true
      return { json: comment(2, own) }
    },
  )
  open()
  await userEvent.click(await screen.findByRole('button', { name: 'Remove' }))
  await userEvent.click(screen.getByRole('button', { name: 'Remove it' }))
  expect(await screen.findByText('This comment was removed.')).toBeTruthy()
  expect(sent.find(({ method }) => method === 'DELETE')?.url).toBe(`/api/comments/${idOf(102)}?version=1`)
})
