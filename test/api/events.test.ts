import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import * as accounts from '#contract/accounts.ts'
import * as claims from '#contract/claims.ts'
import * as comments from '#contract/comments.ts'
import * as disputes from '#contract/disputes.ts'
import { listEvents } from '#contract/events.ts'
import * as relations from '#contract/relations.ts'
import * as sources from '#contract/sources.ts'
import * as speakers from '#contract/speakers.ts'
import * as topics from '#contract/topics.ts'
import * as watches from '#contract/watches.ts'
import { EVENT_ACTIONS } from '#domain/events.ts'
import { useApi } from '../support/api.ts'
import { selectionOf } from '../support/given.ts'
import { givenDisputes } from '../support/given-disputes.ts'

const api = useApi()
const a = givenDisputes(api)
const PASSWORD = 'a long enough password'

test('a researcher reads the log of one record, an admin all of it', async () => {
  const [researcher, editor, admin] = [
    await api.as('researcher'),
    await api.as('editor'),
    await api.as('admin'),
  ]
  const { id } = await a.claim()
  const query = { subject: 'claim', id } as const
  const { items } = await researcher.call(listEvents, { query })
  expect(items).toMatchObject([
    {
      action: 'claim.created',
      subject: { type: 'claim', id },
      actor: { name: 'researcher' },
      from: null,
      to: { howPut: 'asserted' },
    },
  ])
  for (const too of [{}, { subject: 'claim' as const }, { id }, { actor: researcher.viewer?.id }])
    for (const who of [researcher, editor])
      await expect(who.call(listEvents, { query: too })).rejects.toMatchObject({ status: 403 })
  const everything = await admin.call(listEvents)
  expect(everything.items.length).toBeGreaterThan(1)
  expect(everything.items).toContainEqual(items[0])
  expect((await admin.call(listEvents, { query: { subject: 'claim' } })).items).toEqual(items)
})

test('what happened to another person’s account is for admins', async () => {
  const [researcher, admin] = [await api.as('researcher'), await api.as('admin')]
  const own = { subject: 'account', id: researcher.viewer?.id } as const
  const other = { subject: 'account', id: admin.viewer?.id } as const
  await researcher.call(accounts.updateMe, { body: { version: 1, name: 'Renamed' } })
  expect((await researcher.call(listEvents, { query: own })).items).toMatchObject([
    { action: 'account.updated', to: { name: 'Renamed' } },
    { action: 'account.signed_in', to: null },
  ])
  await expect(researcher.call(listEvents, { query: other })).rejects.toMatchObject({ status: 403 })
  expect((await admin.call(listEvents, { query: own })).items).toHaveLength(2)
})

test('filters by person and action, and pages joined are the whole list', async () => {
  const [researcher, editor, admin] = [
    await api.as('researcher'),
    await api.as('editor'),
    await api.as('admin'),
  ]
  await a.published()
  const actionsOf = async (query: { actor?: string | undefined; action?: 'claim.created'[] }) =>
    (await admin.call(listEvents, { query: { limit: 100, ...query } })).items.map(event => event.action)
  expect(await actionsOf({ actor: editor.viewer?.id })).toEqual([
    'dispute.published',
    'dispute.created',
    'account.signed_in',
  ])
  expect(await actionsOf({ action: ['claim.created'] })).toEqual(['claim.created', 'claim.created'])
  expect(await actionsOf({ actor: editor.viewer?.id, action: ['claim.created'] })).toEqual([])
  expect(await actionsOf({ actor: 'nobody' })).toEqual([])
  const whole = await admin.call(listEvents, { query: { limit: 100, actor: researcher.viewer?.id } })
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await admin.call(listEvents, {
      query: { limit: 3, cursor, actor: researcher.viewer?.id },
    })
    seen.push(...page.items.map(event => event.id))
    cursor = page.next ?? undefined
  } while (cursor !== undefined)
  expect(seen.length).toBeGreaterThan(6)
  expect(seen).toEqual(whole.items.map(event => event.id))
  await expect(admin.call(listEvents, { query: { cursor: 'x' } })).rejects.toMatchObject({ status: 400 })
})

/** What the program does by itself, and what whole nouns have tests of their own for. */
const ELSEWHERE =
  /^(relation\.(refreshed|withdrawn|assigned|opinion_asked|opinion_given)|source\.(unreachable|reached)|account\.key_|(check|saved_search|scan|settings)\.)/
const BY_PEOPLE = EVENT_ACTIONS.filter(action => !ELSEWHERE.test(action))

test('every write leaves its event', async () => {
  const [researcher, editor, admin] = [
    await api.as('researcher'),
    await api.as('editor'),
    await api.as('admin'),
  ]
  const text = 'No decision has been made. Nothing was decided on Monday.'
  const source = await a.source({ text })
  await researcher.call(sources.updateSource, {
    params: { id: source.id },
    body: { version: 1, title: 'A better title' },
  })
  await researcher.call(sources.addSnapshot, {
    params: { id: source.id },
    body: { text: `${text} Or was it?` },
  })
  const speaker = await researcher.call(speakers.createSpeaker, { body: { name: 'Ada', kind: 'person' } })
  await researcher.call(speakers.updateSpeaker, {
    params: { id: speaker.id },
    body: { version: 1, role: 'Minister' },
  })
  const topic = await researcher.call(topics.createTopic, { body: { name: 'Troops' } })
  await editor.call(topics.renameTopic, {
    params: { id: topic.id },
    body: { from: 'Troops', name: 'Forces' },
  })

  const claim = await a.claim({ source, words: 'No decision has been made' })
  const params = { id: claim.id }
  await researcher.call(claims.updateClaim, { params, body: { version: 1, statement: 'It was not decided' } })
  const quote = selectionOf(source.snapshots[0]?.id ?? '', text, 'Nothing was decided')
  const { appearances } = await researcher.call(claims.addAppearance, { params, body: { quote } })
  const [first, second] = appearances.map(appearance => ({ ...params, appearanceId: appearance.id }))
  if (!first || !second) throw new Error('the claim appears twice')
  await researcher.call(claims.markFirstAppearance, { params: second })
  await researcher.call(claims.removeAppearance, { params: first })

  await researcher.call(sources.addSnapshot, { params: { id: source.id }, body: { text: 'Taken down.' } })
  const report = Array.from({ length: 60 }, (_, word) => `word${word}`).join(' ')
  await a.source({ text: report })
  const copy = await a.source({ text: `${report} and more`, url: 'https://example.org/copy' })
  await editor.call(watches.setWatch, { params: { id: copy.id }, body: { version: 1, every: 'weekly' } })

  const relation = { id: (await a.confirmed()).id }
  await editor.call(relations.undoDecision, { params: relation, body: { version: 2 } })
  await editor.call(relations.markReasons, { params: relation, body: { version: 3, reasons: [] } })

  const dispute = { id: (await a.published()).id }
  await editor.call(disputes.unpublishDispute, { params: dispute, body: { version: 2 } })
  await editor.call(disputes.updateDispute, { params: dispute, body: { version: 3, state: 'settled' } })
  await editor.call(disputes.arrangePositions, { params: dispute, body: { version: 4, positions: [] } })

  const subject = { type: 'claim', id: claim.id } as const
  const comment = await researcher.call(comments.createComment, { body: { subject, body: 'Worth a call.' } })
  await researcher.call(comments.editComment, {
    params: { id: comment.id },
    body: { version: 1, body: 'No answer.' },
  })
  await researcher.call(comments.removeComment, { params: { id: comment.id }, query: { version: 2 } })

  const email = 'new@example.org'
  const revoked = await admin.call(accounts.invite, { body: { email: 'other@example.org', role: 'reader' } })
  await admin.call(accounts.revokeInvitation, { params: { id: revoked.id } })
  const invited = await admin.call(accounts.invite, { body: { email, role: 'reader' } })
  const join = { secret: invited.url.split('#')[1] ?? '', name: 'New', password: PASSWORD }
  const { account } = await api.anonymous.call(accounts.useAccountLink, { body: join })
  const reset = await admin.call(accounts.resetPassword, { params: { id: account?.id ?? '' } })
  const secret = reset.url.split('#')[1] ?? ''
  await api.anonymous.call(accounts.useAccountLink, { body: { secret, password: `${PASSWORD} too` } })
  await researcher.call(accounts.updateMe, { body: { version: 1, name: 'Renamed' } })
  await researcher.call(accounts.signOut)

  const actions: string[] = []
  let cursor: string | undefined
  do {
    const page = await admin.call(listEvents, { query: { limit: 100, cursor } })
    for (const event of page.items) {
      expect(event.actor, event.action).not.toBeNull()
      actions.push(event.action)
    }
    cursor = page.next ?? undefined
  } while (cursor !== undefined)
  expect([...new Set(actions)].toSorted()).toEqual([...BY_PEOPLE].toSorted())
})

test('a write that is refused leaves none', async () => {
  const [editor, admin] = [await api.as('editor'), await api.as('admin')]
  const { id } = await a.relation()
  const before = (await admin.call(listEvents, { query: { limit: 100 } })).items
  const body = { version: 9, kind: 'agrees', note: 'Late.' } as const
  await expect(editor.call(relations.decide, { params: { id }, body })).rejects.toMatchObject({ status: 409 })
  const claimIds = [randomUUID()]
  await expect(
    editor.call(disputes.createDispute, {
      body: { question: 'Who knew?', positions: [{ label: 'Nobody', claimIds }] },
    }),
  ).rejects.toMatchObject({ status: 422 })
  expect((await admin.call(listEvents, { query: { limit: 100 } })).items).toEqual(before)
})
