import { describe, expect, test } from 'vitest'
import { listPeople, updateAccount } from '#contract/accounts.ts'
import { createComment, editComment } from '#contract/comments.ts'
import {
  arrangePositions,
  type Dispute,
  publishDispute,
  readFollowing,
  setFollowing,
  unpublishDispute,
  updateDispute,
} from '#contract/disputes.ts'
import {
  countNotifications,
  listNotifications,
  type Notification,
  readAllNotifications,
  readNotification,
} from '#contract/notifications.ts'
import { undoDecision } from '#contract/relations.ts'
import { addSnapshot } from '#contract/sources.ts'
import type { Role } from '#domain/vocabulary.ts'
import { useApi } from '../support/api.ts'
import { givenDisputes } from '../support/given-disputes.ts'
import { listenLive } from '../support/live-stream.ts'
import { refusalOf } from '../support/refusal.ts'

const api = useApi()
const a = givenDisputes(api)

/** What stands under the bell of a person: why, what happened and to what, newest first. */
async function bell(role: Role, another = ''): Promise<[string, string, string][]> {
  const items = await listOf(role, another)
  return items.map(({ reason, action, target }) => [reason, action, target.id])
}

async function listOf(role: Role, another = ''): Promise<Notification[]> {
  const { items } = await (await api.as(role, another)).call(listNotifications, { query: { limit: '100' } })
  return items
}

async function edit(dispute: Dispute, question: string, another = 'other'): Promise<Dispute> {
  const body = { version: dispute.version, question }
  return (await api.as('editor', another)).call(updateDispute, { params: { id: dispute.id }, body })
}

async function follow(dispute: Dispute, role: Role, another = '', following = true) {
  const { id } = dispute
  return (await api.as(role, another)).call(setFollowing, { params: { id }, body: { following } })
}

describe('the author of a claim is told', () => {
  test('when it gets into a confirmed contradiction, and is led to their own claim', async () => {
    const relation = await a.confirmed()
    const told = await listOf('researcher')
    expect(told).toMatchObject([
      {
        reason: 'contradicted',
        action: 'relation.decided',
        actor: { name: 'editor' },
        target: { type: 'claim', title: expect.any(String), slug: null },
        readAt: null,
      },
    ])
    expect([relation.a.id, relation.b.id]).toContain(told[0]?.target.id)
  })

  test('not when it is suggested, confirmed as something else, or taken back', async () => {
    await a.relation()
    const relation = await a.confirmed()
    const before = await bell('researcher')
    await (await api.as('editor')).call(undoDecision, {
      params: { id: relation.id },
      body: { version: relation.version },
    })
    expect(await bell('researcher')).toEqual(before)
    expect(before).toHaveLength(1)
  })

  test('when it is put on a disputed point, once', async () => {
    const dispute = await a.dispute()
    expect(await bell('researcher')).toEqual([['disputed', 'dispute.created', dispute.id]])
    const positions = dispute.positions.map(({ id, label, claims }) => ({
      id,
      label,
      claimIds: claims.map(claim => claim.id),
    }))
    const editor = await api.as('editor')
    const { id, version } = dispute
    const next = await editor.call(arrangePositions, { params: { id }, body: { version, positions } })
    expect(await bell('researcher')).toHaveLength(1)
    const claim = await a.claim()
    positions[0]?.claimIds.push(claim.id)
    await editor.call(arrangePositions, { params: { id }, body: { version: next.version, positions } })
    expect((await bell('researcher'))[0]).toEqual(['disputed', 'dispute.arranged', id])
  })

  test('when its quote has changed', async () => {
    const source = await a.source({
      text: 'The minister said: “No decision has been made about it.” Then he left.',
    })
    const claim = await a.claim({ source, words: 'No decision has been made about it' })
    const { id } = source
    const text = 'The minister said: “A decision has been made about it.” Then he left.'
    await (await api.as('editor')).call(addSnapshot, { params: { id }, body: { text } })
    expect(await bell('researcher')).toEqual([['quote_changed', 'claim.quote_changed', claim.id]])
  })
})

describe('who follows a disputed point is told', () => {
  test('of what others change of it, and nobody of their own acts', async () => {
    const dispute = await a.dispute()
    const changed = await edit(dispute, 'Was anything decided?')
    await edit(changed, 'Was anything decided at all?', '')
    expect(await bell('editor')).toEqual([['followed', 'dispute.updated', dispute.id]])
    expect(await bell('editor', 'other')).toEqual([['followed', 'dispute.updated', dispute.id]])
  })

  test('of what is said about it', async () => {
    const dispute = await a.dispute()
    await (await api.as('researcher')).call(createComment, {
      body: { subject: { type: 'dispute', id: dispute.id }, body: 'Call them.' },
    })
    expect(await bell('editor')).toEqual([['followed', 'comment.created', dispute.id]])
  })

  test('until they leave it, and an edit of their own does not bring them back', async () => {
    const dispute = await a.dispute()
    await follow(dispute, 'editor', '', false)
    const changed = await edit(dispute, 'Was it decided after all?', '')
    await edit(changed, 'Was anything decided?')
    expect(await bell('editor')).toEqual([])
    const { id } = dispute
    expect(await (await api.as('editor')).call(readFollowing, { params: { id } })).toEqual({
      following: false,
    })
  })

  test('a reader of a published one as long as it is published', async () => {
    const dispute = await a.published()
    await follow(dispute, 'reader')
    const changed = await edit(dispute, 'Was anything decided?')
    expect(await bell('reader')).toEqual([['followed', 'dispute.updated', dispute.id]])
    const { id } = dispute
    const editor = await api.as('editor', 'other')
    const hidden = await editor.call(unpublishDispute, { params: { id }, body: { version: changed.version } })
    await edit(hidden, 'Was anything decided at all?')
    expect(await bell('reader')).toEqual([])
    expect(await (await api.as('reader')).call(countNotifications)).toEqual({ unread: 0 })
    await editor.call(publishDispute, { params: { id }, body: { version: hidden.version + 1 } })
    expect((await bell('reader')).map(([, action]) => action)).toEqual([
      'dispute.published',
      'dispute.updated',
    ])
  })

  test('a reader cannot follow what is not published', async () => {
    const dispute = await a.dispute()
    expect((await refusalOf(follow(dispute, 'reader'))).status).toBe(404)
  })
})

async function mention(ids: string[], body = 'Is this right, @researcher?') {
  const claim = await a.claim()
  return (await api.as('editor')).call(createComment, {
    body: { subject: { type: 'claim', id: claim.id }, body, mentions: ids },
  })
}

const idOf = async (role: Role, another = '') => (await api.as(role, another)).viewer?.id ?? ''

describe('who is mentioned is told', () => {
  test('once, and led to what the comment is on', async () => {
    const id = await idOf('researcher', 'mentioned')
    const comment = await mention([id, id])
    expect(comment.mentions).toEqual([{ id, name: 'researcher mentioned' }])
    expect(await bell('researcher', 'mentioned')).toEqual([
      ['mentioned', 'comment.created', comment.subject.id],
    ])
  })

  test('of a pair, and is led to the pair', async () => {
    const { id, a: left, b: right } = await a.relation()
    const researcher = await api.as('researcher')
    await researcher.call(createComment, {
      body: {
        subject: { type: 'relation', id },
        body: 'Is this right, @editor?',
        mentions: [await idOf('editor')],
      },
    })
    const [told] = await listOf('editor')
    expect(told?.target).toEqual({
      type: 'relation',
      id,
      slug: null,
      title: `${left.statement} — ${right.statement}`,
    })
  })

  test('by an edit only who was not mentioned before', async () => {
    const [one, other] = [await idOf('researcher', 'one'), await idOf('researcher', 'other')]
    const { id, version } = await mention([one])
    const editor = await api.as('editor')
    const next = await editor.call(editComment, {
      params: { id },
      body: { version, body: 'And you?', mentions: [one, other] },
    })
    expect(next.mentions.map(person => person.id)).toEqual([one, other])
    expect(await bell('researcher', 'one')).toHaveLength(1)
    expect((await bell('researcher', 'other')).map(([, action]) => action)).toEqual(['comment.edited'])
    const kept = await editor.call(editComment, {
      params: { id },
      body: { version: next.version, body: 'Well?' },
    })
    expect(kept.mentions).toHaveLength(2)
  })

  test('not a reader, not nobody, not oneself', async () => {
    for (const id of [await idOf('reader'), 'nobody'])
      expect((await refusalOf(mention([id]))).body.issues).toMatchObject([{ path: 'mentions' }])
    await mention([await idOf('editor')])
    expect(await bell('editor')).toEqual([])
  })

  test('not an account that is disabled', async () => {
    const id = await idOf('researcher', 'gone')
    await (await api.as('admin')).call(updateAccount, {
      params: { id },
      body: { version: 1, disabled: true },
    })
    expect((await refusalOf(mention([id]))).status).toBe(422)
  })

  test('people are found by how their name, or a later part of it, begins', async () => {
    for (const another of ['Lovelace', 'Byron']) await api.as('researcher', another)
    await api.as('reader', 'Lovelace')
    const editor = await api.as('editor')
    const found = async (q: string) =>
      (await editor.call(listPeople, { query: { q } })).items.map(({ name }) => name)
    expect(await found('love')).toEqual(['researcher Lovelace'])
    expect(await found('RESEARCHER B')).toEqual(['researcher Byron'])
    expect(await found('100%')).toEqual([])
    expect(await found('')).toEqual(['editor', 'researcher Byron', 'researcher Lovelace'])
  })
})

describe('the bell', () => {
  test('counts what is not read, marks one or all, and keeps others’ alone', async () => {
    await a.confirmed()
    await a.dispute()
    const researcher = await api.as('researcher')
    const count = async () => (await researcher.call(countNotifications)).unread
    expect(await count()).toBe(2)
    const [first] = await listOf('researcher')
    const params = { id: first?.id ?? '' }
    const read = await researcher.call(readNotification, { params })
    expect(read.readAt).toEqual(expect.any(String))
    expect((await researcher.call(readNotification, { params })).readAt).toBe(read.readAt)
    expect(await count()).toBe(1)
    const { items } = await researcher.call(listNotifications, { query: { unread: 'true' } })
    expect(items).toHaveLength(1)
    expect(
      (await refusalOf((await api.as('researcher', 'other')).call(readNotification, { params }))).status,
    ).toBe(404)
    expect(await researcher.call(readAllNotifications)).toEqual({ unread: 0 })
    expect(await listOf('researcher')).toHaveLength(2)
  })

  test('is listed page by page', async () => {
    const dispute = await a.dispute()
    let version = dispute.version
    for (let n = 0; n < 5; n++)
      ({ version } = await edit({ ...dispute, version }, `Was it decided ${n} times?`))
    const editor = await api.as('editor')
    const whole = await listOf('editor')
    const pages: string[] = []
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await editor.call(listNotifications, { query: { limit: '2', ...(cursor && { cursor }) } })
      pages.push(...page.items.map(({ id }) => id))
      cursor = page.next
    }
    expect(pages).toEqual(whole.map(({ id }) => id))
    expect(pages).toHaveLength(5)
  })

  test('rings at once', async () => {
    const stream = await listenLive(api.url, (await api.as('researcher')).cookie)
    await a.confirmed()
    expect(await stream.heard(message => 'told' in message)).toEqual({ told: true })
    stream.close()
  })
})
