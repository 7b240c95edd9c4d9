import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { Component as SourcePage } from '../../../web/pages/source-page.tsx'
import { fakeServer, type SentRequest } from '../../support/fake-server.ts'
import { renderPage } from '../../support/web-page.tsx'
import { aClaim, aComment, aSnapshot, aSource, aSpeaker, id, listOf, me, TEXT } from './given.ts'

type Answer = ReturnType<Parameters<typeof fakeServer>[0]>

const closed = aClaim(50, 'The bridge is closed.', 'The bridge is closed', { disputed: true })
const open = aClaim(60, 'The bridge is open.', 'it is open', { howPut: 'reported' })

function serverOf(role: string | null, answers: Record<string, (request: SentRequest) => Answer> = {}) {
  const usual: Record<string, (request: SentRequest) => Answer> = {
    'GET /api/me': () => ({ json: me(role) }),
    [`GET /api/sources/${id(1)}`]: () => ({ json: aSource() }),
    [`GET /api/snapshots/${id(2)}/claims`]: () => ({ json: listOf(closed.marked, open.marked) }),
    [`GET /api/snapshots/${id(2)}`]: () => ({ json: aSnapshot() }),
    'GET /api/comments': () => ({ json: listOf(aComment(70, 'Ask again.', 'Nobody drowned')) }),
    'GET /api/speakers': () => ({ json: listOf(aSpeaker('Ann Lee')) }),
    'POST /api/check': () => ({ json: { conflicts: [], repeats: [] } }),
    'GET /api/claims': () => ({ json: { ...listOf(closed.marked.claim), problems: [] } }),
    ...answers,
  }
  return fakeServer(request => {
    const [path = ''] = request.url.split('?')
    return usual[`${request.method} ${path}`]?.(request) ?? { json: listOf() }
  })
}

function show(search = '') {
  return renderPage(<SourcePage />, { url: `/sources/${id(1)}${search}`, path: '/sources/:id' })
}

const textRegion = () => screen.findByRole('group', { name: 'Text of the source' })

/** Selects words as a mouse does: press, drag, release. */
async function select(words: string) {
  const host = await textRegion()
  // Until everything is read, marks may still be drawn into the text.
  await screen.findByRole('button', { name: /Ask again/ })
  const walker = document.createTreeWalker(host, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const start = node.textContent?.indexOf(words) ?? -1
    if (start < 0) continue
    act(() => {
      fireEvent.pointerDown(host)
      document.getSelection()?.setBaseAndExtent(node, start, node, start + words.length)
      fireEvent.pointerUp(host)
    })
    return
  }
  throw new Error(`“${words}” stands in no node of its own`)
}

test('the text is shown as it is, with what is known of it and its claims beside it', async () => {
  serverOf('researcher')
  show()
  await screen.findByRole('heading', { level: 1, name: 'Bridge closed' })
  const host = await textRegion()
  expect([...host.querySelectorAll('p')].map(({ textContent }) => textContent)).toEqual(TEXT.split('\n\n'))
  expect(screen.getByRole('link', { name: /example\.org/ })).toHaveProperty(
    'href',
    'https://example.org/bridge',
  )
  const margin = await screen.findByRole('list', { name: 'Claims and comments in the text' })
  await waitFor(() => expect(within(margin).getAllByRole('listitem')).toHaveLength(3))
  const [first, second, third] = within(margin).getAllByRole('listitem')
  expect(first).toHaveProperty(
    'textContent',
    expect.stringMatching(/The bridge is closed\..*Ann Lee.*Disputed/),
  )
  expect(second).toHaveProperty('textContent', expect.stringMatching(/The bridge is open\..*reported/))
  expect(third).toHaveProperty('textContent', expect.stringMatching(/Ada Admin.*Ask again\./))
})

test('a card goes to its words and is the one in the address', async () => {
  serverOf('researcher')
  const { router } = show()
  const card = await screen.findByRole('button', { name: /The bridge is open/ })
  await userEvent.click(card)
  await waitFor(() => expect(router.state.location.search).toBe(`?claim=${open.claim.id}`))
  const lit = [...document.querySelectorAll('mark')].filter(mark => mark.dataset['kinds']?.includes('lit'))
  expect(lit.map(({ textContent }) => textContent)).toEqual(['it is open'])
  expect(await screen.findByRole('link', { name: 'Open the claim' })).toHaveProperty(
    'pathname',
    `/claims/${open.claim.id}`,
  )
  screen.getByRole('link', { name: /Link…/ })
})

test('a link to a claim lights its words', async () => {
  serverOf('researcher')
  show(`?claim=${closed.claim.id}`)
  await waitFor(() =>
    expect(screen.getByRole('button', { name: /The bridge is closed/ }).getAttribute('aria-current')).toBe(
      'true',
    ),
  )
})

test('selected words → bar → form → saved, and the focus is back in the text', async () => {
  const { sent } = serverOf('researcher', {
    'POST /api/claims': ({ body }) => ({
      status: 201,
      json: { ...closed.claim, id: (body as { id: string }).id },
    }),
  })
  show()
  await select('Nobody drowned')
  const bar = await screen.findByRole('toolbar')
  expect(
    within(bar)
      .getAllByRole('button')
      .map(button => button.textContent),
  ).toEqual(['ClaimC', 'Quote for an existing claimQ', 'CommentM'])
  await userEvent.keyboard('c')
  const form = await screen.findByRole('dialog', { name: 'New claim' })
  await waitFor(() =>
    expect(document.activeElement).toBe(within(form).getByRole('textbox', { name: 'Statement' })),
  )
  expect(screen.queryByRole('toolbar')).toBeNull()
  await userEvent.type(within(form).getByRole('textbox', { name: 'Speaker' }), 'Ann Lee')
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  const start = TEXT.indexOf('Nobody')
  expect(sent.find(({ method, url }) => method === 'POST' && url !== '/api/check')?.body).toMatchObject({
    statement: 'Nobody drowned',
    quote: { snapshotId: id(2), start, end: start + 'Nobody drowned'.length, exact: 'Nobody drowned' },
  })
  expect(document.activeElement).toBe(await textRegion())
})

test('a selection of parts of words is one of whole words', async () => {
  serverOf('researcher')
  show()
  await select('body drown')
  await screen.findByRole('toolbar')
  await userEvent.keyboard('m')
  const form = await screen.findByRole('dialog', { name: 'Comment on these words' })
  within(form).getByText('Nobody drowned')
})

test('behind an @ in a comment on a passage people are offered, who are then mentioned', async () => {
  const { sent } = serverOf('researcher', {
    'GET /api/people': () => ({ json: listOf({ id: 'u7', name: 'Ann Lee' }) }),
    'POST /api/comments': () => ({ status: 201, json: aComment(71, '@Ann Lee look', 'Nobody drowned') }),
  })
  show()
  await select('Nobody drowned')
  await screen.findByRole('toolbar')
  await userEvent.keyboard('m')
  const form = await screen.findByRole('dialog', { name: 'Comment on these words' })
  await userEvent.type(await within(form).findByLabelText('Your comment'), '@An')
  await userEvent.click(await screen.findByRole('option', { name: 'Ann Lee' }))
  await userEvent.type(within(form).getByLabelText('Your comment'), 'look')
  await userEvent.click(within(form).getByRole('button', { name: 'Comment' }))
  await waitFor(() => expect(sent.some(({ method }) => method === 'POST')).toBe(true))
  expect(sent.find(({ method }) => method === 'POST')?.body).toMatchObject({
    body: '@Ann Lee look',
    mentions: ['u7'],
    subject: { type: 'source', id: id(1) },
  })
})

test('keys alone: begin, next sentence, bar, and Escape back', async () => {
  serverOf('researcher')
  show()
  const host = await textRegion()
  await userEvent.keyboard('s')
  expect(document.activeElement).toBe(host)
  await screen.findByText('Bridge closed.', { selector: 'output' })
  await userEvent.keyboard('{ArrowDown}{ArrowDown}')
  await screen.findByText('Bob Roe said it is open.', { selector: 'output' })
  await userEvent.keyboard('{ArrowRight}{Shift>}{ArrowRight}{/Shift}')
  await screen.findByText('Bob Roe', { selector: 'output' })
  expect(screen.queryByRole('toolbar')).toBeNull()
  await userEvent.keyboard('{Enter}')
  await waitFor(() => expect(document.activeElement?.textContent).toBe('ClaimC'))
  await userEvent.keyboard('{ArrowRight}')
  expect(document.activeElement?.textContent).toBe('Quote for an existing claimQ')
  await userEvent.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('toolbar')).toBeNull())
  expect(document.activeElement).toBe(host)
})

test('an existing claim gets the words as another quote', async () => {
  const { sent } = serverOf('researcher', {
    [`POST /api/claims/${closed.claim.id}/appearances`]: () => ({ status: 201, json: closed.claim }),
  })
  show()
  await select('Nobody drowned')
  await screen.findByRole('toolbar')
  await userEvent.keyboard('q')
  const form = await screen.findByRole('dialog', { name: 'Quote for an existing claim' })
  await userEvent.click(await within(form).findByRole('button', { name: /The bridge is closed/ }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(sent.find(({ method, url }) => method === 'POST' && url !== '/api/check')?.body).toMatchObject({
    quote: { exact: 'Nobody drowned' },
  })
})

test('a form that was left is a card at its words, and opens again as it was', async () => {
  serverOf('researcher')
  show()
  await select('Nobody drowned')
  await screen.findByRole('toolbar')
  await userEvent.keyboard('c')
  await userEvent.type(await screen.findByRole('textbox', { name: 'Statement' }), ' at all')
  await userEvent.keyboard('{Escape}')
  await userEvent.click(await screen.findByRole('button', { name: 'Go on' }))
  expect(screen.getByRole('textbox', { name: 'Statement' })).toHaveProperty('value', 'Nobody drowned at all')
  await userEvent.click(screen.getByRole('button', { name: 'Close' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Throw away' }))
  expect(screen.queryByRole('button', { name: 'Go on' })).toBeNull()
})

test('a form that was open is open again after a reload', async () => {
  serverOf('researcher')
  const first = show()
  await select('Nobody drowned')
  await screen.findByRole('toolbar')
  await userEvent.keyboard('c')
  await userEvent.type(await screen.findByRole('textbox', { name: 'Statement' }), ' at all')
  first.unmount()
  show()
  expect(await screen.findByRole('textbox', { name: 'Statement' })).toHaveProperty(
    'value',
    'Nobody drowned at all',
  )
})

test('a reader reads: no bar, no forms, no comments', async () => {
  const { sent } = serverOf(null)
  show()
  await screen.findByRole('button', { name: /The bridge is closed/ })
  expect(screen.queryByRole('group', { name: 'Text of the source' })).toBeNull()
  expect(screen.queryByRole('button', { name: 'Correct' })).toBeNull()
  expect(screen.queryByRole('heading', { name: 'Discussion' })).toBeNull()
  await userEvent.keyboard('s')
  expect(screen.queryByRole('toolbar')).toBeNull()
  expect(sent.some(({ url }) => url.startsWith('/api/comments'))).toBe(false)
})

test('a quote of another version is looked for in the one that is shown', async () => {
  const NEWER = TEXT.replace('The bridge is closed', 'The bridge is not closed').replace(
    'Bridge closed.',
    'Bridge.',
  )
  const { text: _text, sourceId: _sourceId, ...older } = aSnapshot()
  const { text: _newText, sourceId: _newSourceId, ...newer } = aSnapshot(NEWER, 3)
  serverOf('researcher', {
    [`GET /api/sources/${id(1)}`]: () => ({ json: aSource({ snapshots: [newer, older] }) }),
    [`GET /api/snapshots/${id(3)}`]: () => ({ json: aSnapshot(NEWER, 3) }),
    [`GET /api/snapshots/${id(3)}/claims`]: () => ({ json: listOf() }),
  })
  const { router } = show()
  await screen.findByText('Quote was changed in the source')
  expect(screen.getByText('not').tagName).toBe('INS')
  screen.getByText('Quote moved within the source')
  await userEvent.keyboard('vv')
  await waitFor(() => expect(router.state.location.search).toBe(`?snapshot=${id(2)}`))
  await screen.findByText('This is not the newest version.')
})

test('v goes through the versions and what each changed', async () => {
  const user = userEvent.setup()
  const newer = TEXT.replace('it is open', 'it stays shut')
  const { text: _new, sourceId: _s, ...newest } = aSnapshot(newer, 3)
  const { text: _old, sourceId: _t, ...oldest } = aSnapshot()
  serverOf('reader', {
    [`GET /api/sources/${id(1)}`]: () => ({ json: aSource({ snapshots: [newest, oldest] }) }),
    [`GET /api/snapshots/${id(3)}`]: () => ({ json: aSnapshot(newer, 3) }),
  })
  const { router } = show()
  await screen.findByText(/it stays shut/)
  await user.keyboard('v')
  const changes = await screen.findByRole('region', { name: 'What changed' })
  expect(within(changes).getByText('is open')).toHaveProperty('tagName', 'DEL')
  expect(within(changes).getByText('stays shut')).toHaveProperty('tagName', 'INS')
  expect(router.state.location.search).toBe('?changes=')
  await user.keyboard('v')
  await screen.findByText('This is not the newest version.')
  expect(router.state.location.search).toBe(`?snapshot=${id(2)}`)
  await user.keyboard('v')
  await screen.findByText(/it stays shut/)
  expect(router.state.location.search).toBe('')
})
