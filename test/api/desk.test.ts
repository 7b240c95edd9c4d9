import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { listEditors, updateAccount } from '#contract/accounts.ts'
import { assignRelation, decide, decideSeveral, readRelation } from '#contract/relations.ts'
import { listSuggestions } from '#contract/suggestions.ts'
import { useApi } from '../support/api.ts'
import { eventsOf } from '../support/events.ts'
import { givenDisputes } from '../support/given-disputes.ts'
import { issuesOf, refusalOf } from '../support/refusal.ts'

const api = useApi()
const a = givenDisputes(api)

const idOf = (client: { viewer: { id: string } | null }) => client.viewer?.id ?? ''

describe('assigning', () => {
  test('to oneself, to another and to nobody, each with an event; the version stays', async () => {
    const [one, two] = [await api.as('editor', 'one'), await api.as('editor', 'two')]
    const { id } = await a.relation()
    const other = await a.relation()
    const assign = (assigneeId: string | null, seenAssigneeId: string | null) =>
      one.call(assignRelation, { params: { id }, body: { assigneeId, seenAssigneeId } })
    expect(await assign(idOf(one), null)).toMatchObject({
      version: 1,
      assignedTo: { id: idOf(one), name: 'editor one' },
    })
    const queue = async (client: typeof one, assigned: string) =>
      (await client.call(listSuggestions, { query: { assigned } })).items.map(item => item.id)
    expect(await queue(one, 'me')).toEqual([id])
    expect(await queue(two, 'me')).toEqual([])
    expect(await queue(two, idOf(one))).toEqual([id])
    expect(await queue(two, 'nobody')).toEqual([other.id])
    expect(await assign(idOf(two), idOf(one))).toMatchObject({ assignedTo: { id: idOf(two) } })
    expect(await assign(null, idOf(two))).toMatchObject({ assignedTo: null })
    expect((await eventsOf(api, id)).slice(1)).toMatchObject([
      { action: 'relation.assigned', from: { assignedToId: null }, to: { assignedToId: idOf(one) } },
      { action: 'relation.assigned', to: { assignedToId: idOf(two) } },
      { action: 'relation.assigned', to: { assignedToId: null } },
    ])
  })

  test('what is refused', async () => {
    const [one, two, researcher] = [
      await api.as('editor', 'one'),
      await api.as('editor', 'two'),
      await api.as('researcher'),
    ]
    const { id } = await a.relation()
    const assign = (assigneeId: string | null, seenAssigneeId: string | null, relation = id) =>
      one.call(assignRelation, { params: { id: relation }, body: { assigneeId, seenAssigneeId } })
    await assign(idOf(two), null)
    const late = await refusalOf(assign(idOf(one), null))
    expect(late).toMatchObject({ status: 409, body: { current: { assignedTo: { id: idOf(two) } } } })
    for (const nobody of [idOf(researcher), 'no such account'])
      expect(await issuesOf(assign(nobody, idOf(two)))).toEqual([422, 'assigneeId'])
    const admin = await api.as('admin')
    await admin.call(updateAccount, { params: { id: idOf(one) }, body: { version: 1, disabled: true } })
    expect(
      await issuesOf(
        admin.call(assignRelation, {
          params: { id },
          body: { assigneeId: idOf(one), seenAssigneeId: idOf(two) },
        }),
      ),
    ).toEqual([422, 'assigneeId'])
    const gone = admin.call(assignRelation, {
      params: { id: randomUUID() },
      body: { assigneeId: null, seenAssigneeId: null },
    })
    expect((await refusalOf(gone)).status).toBe(404)
  })

  test('whoever it is assigned to, anybody may decide', async () => {
    const [one, two] = [await api.as('editor', 'one'), await api.as('editor', 'two')]
    const { id } = await a.relation()
    await one.call(assignRelation, { params: { id }, body: { assigneeId: idOf(two), seenAssigneeId: null } })
    const body = { version: 1, kind: 'agrees', note: 'So it is.' } as const
    expect(await one.call(decide, { params: { id }, body })).toMatchObject({ state: 'confirmed' })
  })

  test('editors are those who may decide, by name', async () => {
    const [editor] = [await api.as('editor', 'two'), await api.as('admin'), await api.as('researcher')]
    await api.as('editor', 'one')
    const { items } = await editor.call(listEditors)
    expect(items.map(({ name }) => name)).toEqual(['admin', 'editor one', 'editor two'])
  })
})

describe('deciding several at once', () => {
  test('each by itself: what has changed or cannot be is left, and said', async () => {
    const [one, two] = [await api.as('editor', 'one'), await api.as('editor', 'two')]
    const [plain, changed, unfounded] = [
      await a.relation(),
      await a.relation(),
      await a.relation({ leftId: (await a.claim()).id, rightId: await a.unverifiedClaim('No footing') }),
    ]
    const earlier = { version: 1, kind: 'agrees', note: 'I was first.' } as const
    await two.call(decide, { params: { id: changed.id }, body: earlier })
    const nowhere = randomUUID()
    const { outcomes } = await one.call(decideSeveral, {
      body: {
        pairs: [plain, changed, unfounded, { id: nowhere }].map(({ id }) => ({ id, version: 1 })),
        kind: 'contradicts',
        note: 'None of them can stand together.',
      },
    })
    expect(outcomes).toMatchObject([
      { id: plain.id, outcome: 'decided', message: null, relation: { state: 'confirmed', version: 2 } },
      { id: changed.id, outcome: 'conflict', relation: { kind: 'agrees', version: 2 } },
      { id: unfounded.id, outcome: 'refused', relation: { state: 'suggested', version: 1 } },
      { id: nowhere, outcome: 'refused', relation: null },
    ])
    expect(outcomes[2]?.message).toContain('No footing')
    const { decisions } = await one.call(readRelation, { params: { id: plain.id } })
    expect(decisions).toMatchObject([{ note: 'None of them can stand together.' }])
    expect((await eventsOf(api, unfounded.id)).map(event => event.action)).toEqual(['relation.proposed'])
  })

  test('with the claim that replaces named pair by pair', async () => {
    const editor = await api.as('editor')
    const [one, other] = [await a.relation(), await a.relation()]
    const { outcomes } = await editor.call(decideSeveral, {
      body: {
        pairs: [
          { id: one.id, version: 1, supersederId: one.b.id },
          { id: other.id, version: 1 },
        ],
        kind: 'supersedes',
        note: 'The later one.',
      },
    })
    expect(outcomes).toMatchObject([
      { outcome: 'decided', relation: { supersederId: one.b.id } },
      { outcome: 'refused' },
    ])
  })

  test('what has no shape is refused as a whole', async () => {
    const editor = await api.as('editor')
    const pair = { id: randomUUID(), version: 1 }
    for (const body of [
      { pairs: [], kind: 'agrees', note: 'So.' },
      { pairs: [pair], kind: 'agrees', note: ' ' },
      { pairs: [pair], kind: 'nonsense', note: 'So.' },
      { pairs: Array.from({ length: 101 }, () => pair), kind: 'agrees', note: 'So.' },
    ])
      expect((await editor.send('post', '/api/decisions', body)).status).toBe(400)
  })
})
