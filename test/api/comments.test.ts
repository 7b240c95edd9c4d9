import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { z } from 'zod'
import * as contract from '#contract/comments.ts'
import { readSnapshot } from '#contract/sources.ts'
import { type Client, useApi } from '../support/api.ts'
import { selectionOf } from '../support/given.ts'
import { givenDisputes } from '../support/given-disputes.ts'

const api = useApi()
const a = givenDisputes(api)

type Input = z.input<typeof contract.createComment.body>

const say = (who: Client, subject: Input['subject'], more: Partial<Input> = {}) =>
  who.call(contract.createComment, { body: { subject, body: 'Worth a call.', ...more } })

const edit = (who: Client, id: string, version: number, body: string) =>
  who.call(contract.editComment, { params: { id }, body: { version, body } })

const remove = (who: Client, id: string, version: number) =>
  who.call(contract.removeComment, { params: { id }, query: { version } })

const list = (
  who: Client,
  subject: Input['subject'],
  more: { cursor?: string | undefined; limit?: number } = {},
) => who.call(contract.listComments, { query: { subject: subject.type, id: subject.id, ...more } })

test('on each kind of record, and on no other', async () => {
  const researcher = await api.as('researcher')
  const subjects = [
    { type: 'source', id: (await a.source()).id },
    { type: 'claim', id: (await a.claim()).id },
    { type: 'relation', id: (await a.relation()).id },
    { type: 'dispute', id: (await a.dispute()).id },
  ] as const
  for (const subject of subjects) {
    const made = await say(researcher, subject)
    expect(made).toMatchObject({
      subject,
      body: 'Worth a call.',
      version: 1,
      quoteId: null,
      author: { name: 'researcher' },
      editedAt: null,
      removedAt: null,
    })
    expect((await list(researcher, subject)).items).toEqual([made])
    const missing = { ...subject, id: randomUUID() }
    await expect(say(researcher, missing)).rejects.toMatchObject({
      status: 422,
      body: { issues: [{ path: 'subject.id' }] },
    })
    await expect(list(researcher, missing)).rejects.toMatchObject({ status: 404 })
  }
  await expect(say(researcher, { type: 'claim', id: randomUUID() }, { body: ' ' })).rejects.toMatchObject({
    status: 400,
    body: { issues: [{ path: 'body' }] },
  })
})

test('on a passage of the source, whose words are checked', async () => {
  const researcher = await api.as('researcher')
  const [source, other] = [await a.source(), await a.source({ text: 'Another text.' })]
  const selection = async (snapshotId: string, words: string) => {
    const { text } = await researcher.call(readSnapshot, { params: { id: snapshotId } })
    return selectionOf(snapshotId, text, words)
  }
  const quote = await selection(source.snapshots[0]?.id ?? '', 'No decision')
  const subject = { type: 'source', id: source.id } as const
  const made = await say(researcher, subject, { quote })
  const stored = await api.deps.database.prisma.quote.findUnique({ where: { id: made.quoteId ?? '' } })
  expect(stored).toMatchObject({ exact: 'No decision', start: quote.start, end: quote.end })
  expect((await say(researcher, subject, { quote })).quoteId).toBe(made.quoteId)
  const claim = { type: 'claim', id: (await a.claim()).id } as const
  const table = [
    [claim, quote, 'quote'],
    [subject, { ...quote, exact: 'Some decision' }, 'quote.exact'],
    [subject, { ...quote, snapshotId: randomUUID() }, 'quote.snapshotId'],
    [subject, await selection(other.snapshots[0]?.id ?? '', 'Another'), 'quote.snapshotId'],
  ] as const
  for (const [about, quote, path] of table)
    await expect(say(researcher, about, { quote })).rejects.toMatchObject({
      status: 422,
      body: { issues: [{ path }] },
    })
})

test('an id chosen by the caller makes a request sent twice write once', async () => {
  const researcher = await api.as('researcher')
  const subject = { type: 'claim', id: (await a.claim()).id } as const
  const id = randomUUID()
  const made = await say(researcher, subject, { id })
  await expect(say(researcher, subject, { id })).rejects.toMatchObject({
    status: 409,
    body: { current: made },
  })
})

test('its author alone edits it', async () => {
  const [author, editor, admin] = [await api.as('researcher'), await api.as('editor'), await api.as('admin')]
  const { id } = await say(author, { type: 'claim', id: (await a.claim()).id })
  const edited = await edit(author, id, 1, 'Called: no answer.')
  expect(edited).toMatchObject({ body: 'Called: no answer.', version: 2, removedAt: null })
  expect(edited.editedAt).not.toBeNull()
  await expect(edit(author, id, 1, 'Late')).rejects.toMatchObject({ status: 409, body: { current: edited } })
  for (const other of [editor, admin])
    await expect(edit(other, id, 2, 'Not mine')).rejects.toMatchObject({ status: 403 })
  await expect(edit(author, randomUUID(), 1, 'Nowhere')).rejects.toMatchObject({ status: 404 })
})

test('its author or an admin removes it, and its place stays', async () => {
  const [author, editor, admin] = [await api.as('researcher'), await api.as('editor'), await api.as('admin')]
  const subject = { type: 'claim', id: (await a.claim()).id } as const
  const own = await say(author, subject)
  const other = await say(author, subject, { body: 'Something rude.' })
  await expect(remove(editor, own.id, 1)).rejects.toMatchObject({ status: 403 })
  await expect(remove(author, own.id, 9)).rejects.toMatchObject({ status: 409, body: { current: own } })
  await expect(remove(author, randomUUID(), 1)).rejects.toMatchObject({ status: 404 })
  const removed = [await remove(author, own.id, 1), await remove(admin, other.id, 1)]
  for (const comment of removed) {
    expect(comment).toMatchObject({ body: '', version: 2, author: { name: 'researcher' } })
    expect(comment.removedAt).not.toBeNull()
    await expect(remove(author, comment.id, 2)).rejects.toMatchObject({ status: 422 })
    await expect(edit(author, comment.id, 2, 'Back again')).rejects.toMatchObject({ status: 422 })
  }
  expect((await list(author, subject)).items).toEqual(removed)
})

test('the pages joined are the whole list, oldest first, with equal times', async () => {
  const researcher = await api.as('researcher')
  const claim = await a.claim()
  const made = await api.deps.database.prisma.comment.createManyAndReturn({
    data: Array.from({ length: 7 }, (_, number) => ({
      id: randomUUID(),
      body: `Number ${number}`,
      claimId: claim.id,
      authorId: researcher.viewer?.id ?? '',
      createdAt: new Date(number < 4 ? '2026-01-02T00:00:00Z' : '2026-01-01T00:00:00Z'),
    })),
    select: { id: true, createdAt: true },
  })
  const whole = made.toSorted(
    (one, other) => one.createdAt.getTime() - other.createdAt.getTime() || (one.id < other.id ? -1 : 1),
  )
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await list(researcher, { type: 'claim', id: claim.id }, { limit: 3, cursor })
    seen.push(...page.items.map(item => item.id))
    cursor = page.next ?? undefined
  } while (cursor !== undefined)
  expect(seen).toEqual(whole.map(comment => comment.id))
})
