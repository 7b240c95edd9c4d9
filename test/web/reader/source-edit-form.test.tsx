import { screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { SourceEditForm } from '../../../web/features/sources/source-edit-form.tsx'
import { fakeServer } from '../../support/fake-server.ts'
import { renderPage } from '../../support/web-page.tsx'
import { aSource } from './given.ts'

const title = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Title' })

test('whoever comes too late sees both values and loses nothing', async () => {
  const theirs = aSource({ version: 2, title: 'Their title', note: 'Their note' })
  const { sent } = fakeServer(({ method, body }) => {
    if (method === 'GET') return { json: { items: [] } }
    return (body as { version: number }).version === 1
      ? { status: 409, json: { error: 'conflict', message: 'Somebody changed this.', current: theirs } }
      : { json: { ...theirs, version: 3 } }
  })
  const onClose = vi.fn()
  renderPage(<SourceEditForm source={aSource()} onClose={onClose} />)
  await userEvent.clear(await screen.findByRole('textbox', { name: 'Title' }))
  await userEvent.type(title(), 'My title')
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  await screen.findByText('Their title')
  screen.getByText('Their note')
  expect(title().value).toBe('My title')
  const [, takeNote] = screen.getAllByRole('button', { name: 'Take this' })
  if (takeNote) await userEvent.click(takeNote)
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce())
  const writes = sent.filter(({ method }) => method === 'PATCH').map(({ body }) => body)
  expect(writes[1]).toMatchObject({ version: 2, title: 'My title', note: 'Their note' })
})

test('what was typed is there when the form is opened again', async () => {
  fakeServer(() => ({ json: { items: [] } }))
  const first = renderPage(<SourceEditForm source={aSource()} onClose={() => {}} />)
  await userEvent.type(await screen.findByRole('textbox', { name: 'Title' }), '!')
  first.unmount()
  renderPage(<SourceEditForm source={aSource()} onClose={() => {}} />)
  await screen.findByText('What you typed here before is back.')
  expect(title().value).toBe('Bridge closed!')
})
