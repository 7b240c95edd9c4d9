import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import type { Claim } from '#contract/claims.ts'
import { ClaimForm } from '../../../web/features/claiming/claim-form.tsx'
import { fakeServer, type SentRequest } from '../../support/fake-server.ts'
import { renderPage } from '../../support/web-page.tsx'
import { aClaim, aQuote, aSource, aSpeaker, id, listOf, TEXT } from './given.ts'

const { snapshotId, start, end, exact } = aQuote('“The bridge is closed,”')
const passage = { snapshotId, start, end, exact }

const lee = aSpeaker('Ann Lee', 7, { role: 'Minister' })

type Answer = ReturnType<Parameters<typeof fakeServer>[0]>

function serverWhere(create: (request: SentRequest) => Answer, speakers: unknown[] = [lee]) {
  return fakeServer(request => {
    if (request.url === '/api/check') return { json: { conflicts: [], repeats: [] } }
    if (request.method === 'POST') return create(request)
    return { json: request.url.startsWith('/api/speakers') ? listOf(...speakers) : listOf() }
  })
}

function show(more: { onSaved?: (claim: Claim) => void; topics?: string[] } = {}) {
  const onSaved = vi.fn(more.onSaved)
  const onDraft = vi.fn<(kept: boolean) => void>()
  const view = renderPage(
    <ClaimForm
      passage={passage}
      text={TEXT}
      published={aSource().published}
      topics={more.topics ?? ['Bridges']}
      onSaved={onSaved}
      onDraft={onDraft}
    />,
  )
  return { ...view, onSaved, onDraft }
}

const created = ({ body }: SentRequest): Answer => {
  const { claim } = aClaim(50, 'The bridge is closed', exact)
  return {
    status: 201,
    json: {
      ...claim,
      ...(body as { id: string } & object),
      id: (body as { id: string }).id,
      speaker: claim.speaker,
      said: claim.said,
      topics: [],
      quote: undefined,
    },
  }
}

const statement = () => screen.getByRole('textbox', { name: 'Statement' })
const written = (sent: SentRequest[]) => sent.filter(({ url }) => url === '/api/claims')

test('it is filled in from the text', async () => {
  serverWhere(created)
  show()
  expect(statement()).toHaveProperty('value', 'The bridge is closed')
  expect(screen.getByRole('textbox', { name: 'Speaker' })).toHaveProperty('value', 'Ann Lee')
  expect(screen.getByRole('textbox', { name: 'Said' })).toHaveProperty('value', '2020-01-06')
  screen.getByText('from “Monday” in the text')
  expect(screen.getByRole('radio', { name: 'Asserted' })).toHaveProperty('checked', true)
  screen.getByText('Bridges')
  await screen.findByText('Minister', { selector: 'p' })
})

test('Control and Enter save it with its quote and the stored speaker', async () => {
  const { sent } = serverWhere(created)
  const { onSaved } = show()
  await screen.findByText('Minister', { selector: 'p' })
  await userEvent.type(statement(), ' today{Control>}{Enter}{/Control}')
  await waitFor(() => expect(onSaved).toHaveBeenCalledOnce())
  expect(written(sent)[0]?.body).toMatchObject({
    statement: 'The bridge is closed today',
    speaker: { id: lee.id },
    howPut: 'asserted',
    said: '2020-01-06',
    topics: ['Bridges'],
    quote: passage,
  })
})

test('a speaker nobody has stored is described and made with the claim', async () => {
  const { sent } = serverWhere(created, [])
  const { onSaved } = show()
  await screen.findByText('New: stored with the claim.')
  await userEvent.clear(screen.getByRole('textbox', { name: 'Role' }))
  await userEvent.type(screen.getByRole('textbox', { name: 'Role' }), 'Minister of Transport')
  await userEvent.click(screen.getByRole('button', { name: 'Save the claim' }))
  await waitFor(() => expect(onSaved).toHaveBeenCalledOnce())
  expect(written(sent)[0]?.body).toMatchObject({
    speaker: { name: 'Ann Lee', kind: 'person', role: 'Minister of Transport', disambiguation: '' },
  })
})

test('a stored speaker is chosen from those that match', async () => {
  const other = aSpeaker('Anna Leeds', 8, { role: 'Engineer' })
  const { sent } = serverWhere(created, [lee, other])
  const { onSaved } = show()
  await userEvent.click(screen.getByRole('textbox', { name: 'Speaker' }))
  await userEvent.click(await screen.findByRole('option', { name: /Anna Leeds/, hidden: true }))
  await userEvent.click(screen.getByRole('button', { name: 'Save the claim' }))
  await waitFor(() => expect(onSaved).toHaveBeenCalledOnce())
  expect(written(sent)[0]?.body).toMatchObject({ speaker: { id: other.id } })
})

test('two of one name are never chosen between by the program', async () => {
  const { sent } = serverWhere(created, [lee, aSpeaker('Ann Lee', 8, { disambiguation: 'the singer' })])
  const { onSaved } = show()
  await screen.findByText('Another speaker has this name.')
  await userEvent.type(screen.getByRole('textbox', { name: 'Told apart by' }), 'the minister')
  await userEvent.click(screen.getByRole('button', { name: 'Save the claim' }))
  await waitFor(() => expect(onSaved).toHaveBeenCalledOnce())
  expect(written(sent)[0]?.body).toMatchObject({
    speaker: { name: 'Ann Lee', disambiguation: 'the minister' },
  })
})

test('what the server finds wrong stands at its field, and nothing typed is lost', async () => {
  serverWhere(() => ({
    status: 400,
    json: {
      error: 'invalid',
      message: 'Not right.',
      issues: [
        { path: 'statement', message: 'Too long.' },
        { path: 'speaker.name', message: 'Write a name.' },
        { path: 'said', message: 'No such day.' },
        { path: 'quote.exact', message: 'These words do not stand there.' },
      ],
    },
  }))
  const { onSaved } = show()
  await userEvent.type(statement(), ' today')
  await userEvent.click(screen.getByRole('button', { name: 'Save the claim' }))
  await screen.findByText('Too long.')
  screen.getByText('Write a name.')
  screen.getByText('No such day.')
  within(screen.getByRole('alert')).getByText(/These words do not stand there\..*What you typed is kept\./)
  expect(statement()).toHaveProperty('value', 'The bridge is closed today')
  await waitFor(() => expect(document.activeElement).toBe(statement()))
  expect(onSaved).not.toHaveBeenCalled()
})

test('without an answer the same claim is sent again, and one that was written counts as saved', async () => {
  let tries = 0
  const { sent } = serverWhere(request => {
    tries += 1
    if (tries === 1) return 'unreachable'
    const made = created(request)
    return typeof made === 'object'
      ? { status: 409, json: { error: 'conflict', message: 'Made already.', current: made.json } }
      : made
  })
  const { onSaved } = show()
  await userEvent.click(screen.getByRole('button', { name: 'Save the claim' }))
  await screen.findByRole('alert')
  await userEvent.click(screen.getByRole('button', { name: 'Save the claim' }))
  await waitFor(() => expect(onSaved).toHaveBeenCalledOnce())
  const ids = written(sent).map(({ body }) => (body as { id: string }).id)
  expect(ids).toHaveLength(2)
  expect(ids[0]).toBe(ids[1])
})

test('pressed twice, it is sent once', async () => {
  const { sent } = serverWhere(created)
  const { onSaved } = show()
  await userEvent.click(statement())
  await userEvent.keyboard('{Control>}{Enter}{Enter}{/Control}')
  await waitFor(() => expect(onSaved).toHaveBeenCalledOnce())
  expect(written(sent)).toHaveLength(1)
})

test('what was typed is there again after a reload, with the id it was given', async () => {
  const { sent } = serverWhere(created)
  const first = show()
  await userEvent.type(statement(), ' today')
  expect(first.onDraft).toHaveBeenCalledWith(true)
  first.unmount()
  const { onSaved } = show()
  screen.getByText('What you typed here before is back.')
  expect(statement()).toHaveProperty('value', 'The bridge is closed today')
  await userEvent.click(screen.getByRole('button', { name: 'Save the claim' }))
  await waitFor(() => expect(onSaved).toHaveBeenCalledOnce())
  expect(written(sent)[0]?.body).toMatchObject({ id: expect.stringMatching(/^[0-9a-f-]{36}$/) })
  expect(sessionStorage.getItem(`draft:claim-${id(2)}-${start}-${end}`)).toBeNull()
})

test('a passage that repeats a stored claim can be added to it instead', async () => {
  const { claim: stored, marked } = aClaim(50, 'The bridge is shut', exact)
  const repeat = { claim: marked.claim, kind: 'agrees', contradicts: 0.1, agrees: 0.9, reasons: [] }
  const { sent } = fakeServer(({ method, url }) => {
    if (url === '/api/check') return { json: { conflicts: [], repeats: [repeat] } }
    if (method === 'POST') return { status: 201, json: stored }
    return { json: url.startsWith('/api/speakers') ? listOf(lee) : listOf() }
  })
  const { onSaved, onDraft } = show()
  await userEvent.click(await screen.findByRole('button', { name: 'Add this passage to that claim' }))
  await waitFor(() =>
    expect(onSaved).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id: stored.id })),
  )
  expect(sent.find(({ url }) => url === `/api/claims/${stored.id}/appearances`)?.body).toEqual({
    quote: passage,
  })
  expect(onDraft).toHaveBeenLastCalledWith(false)
})

test('nearby claims are opened on the server where the form stands apart from it, and take no passage', async () => {
  const { marked } = aClaim(50, 'The bridge is shut', exact)
  const repeat = { claim: marked.claim, kind: 'agrees', contradicts: 0.1, agrees: 0.9, reasons: [] }
  fakeServer(({ url }) =>
    url === '/api/check' ? { json: { conflicts: [], repeats: [repeat] } } : { json: listOf() },
  )
  renderPage(
    <ClaimForm
      passage={passage}
      text={TEXT}
      published={null}
      topics={[]}
      apart="https://desk.example"
      onSaved={() => {}}
      onDraft={() => {}}
    />,
  )
  const link = await screen.findByRole('link', { name: 'The bridge is shut' })
  expect(link).toHaveProperty('href', `https://desk.example/claims/${id(50)}`)
  expect(screen.queryByRole('button', { name: 'Add this passage to that claim' })).toBeNull()
})
