import { describe, expect, test } from 'vitest'
import { readDispute } from '#contract/disputes.ts'
import { listEvents } from '#contract/events.ts'
import {
  assignRelation,
  decide,
  decideSeveral,
  listDecisions,
  listRelations,
  readAgreement,
  readRelation,
  undoDecision,
} from '#contract/relations.ts'
import { readSettings, updateSettings } from '#contract/settings.ts'
import { countSuggestions, listSuggestions } from '#contract/suggestions.ts'
import type { RelationKind } from '#domain/vocabulary.ts'
import { type Client, useApi } from '../support/api.ts'
import { eventsOf } from '../support/events.ts'
import { givenDisputes } from '../support/given-disputes.ts'
import { issuesOf, refusalOf } from '../support/refusal.ts'

const api = useApi()
const a = givenDisputes(api)

const say = (client: Client, id: string, version: number, kind: RelationKind = 'contradicts') =>
  client.call(decide, { params: { id }, body: { version, kind, note: 'So it is.' } })

async function required() {
  const admin = await api.as('admin')
  const { version } = await admin.call(readSettings)
  await admin.call(updateSettings, { body: { version, secondReader: true } })
}

const three = async () =>
  [await api.as('editor', 'one'), await api.as('editor', 'two'), await api.as('editor', 'three')] as const

async function waiting(client: Client, query: { reading?: 'second' } = {}) {
  const { items } = await client.call(listSuggestions, { query })
  expect((await client.call(countSuggestions, { query })).total).toBe(items.length)
  return items.map(item => item.id)
}

describe('the settings', () => {
  test('are off at the start; each change leaves an event and a version', async () => {
    const admin = await api.as('admin')
    expect(await admin.call(readSettings)).toEqual({ secondReader: false, version: 1 })
    expect(await admin.call(updateSettings, { body: { version: 1, secondReader: true } })).toEqual({
      secondReader: true,
      version: 2,
    })
    const late = await refusalOf(admin.call(updateSettings, { body: { version: 1, secondReader: false } }))
    expect(late).toMatchObject({ status: 409, body: { current: { secondReader: true, version: 2 } } })
    await admin.call(updateSettings, { body: { version: 2, secondReader: false } })
    expect(await eventsOf(api, 'instance')).toMatchObject([
      { action: 'settings.changed', from: { secondReader: false }, to: { secondReader: true } },
      { action: 'settings.changed', from: { secondReader: true }, to: { secondReader: false } },
    ])
    const { items } = await admin.call(listEvents, { query: { subject: 'settings' } })
    expect(items).toHaveLength(2)
  })

  test('what cannot be set', async () => {
    const admin = await api.as('admin')
    for (const body of [{ version: 1 }, { version: 1, secondReader: 'yes' }, { secondReader: true }])
      expect((await admin.send('patch', '/api/settings', body)).status).toBe(400)
  })
})

describe('with a second reader required', () => {
  test('a contradiction counts once two editors have found it', async () => {
    await required()
    const [one, two] = await three()
    const { id } = await a.relation()
    expect(await waiting(one)).toEqual([id])
    const first = await say(one, id, 1)
    expect(first).toMatchObject({ state: 'suggested', kind: 'contradicts', awaits: 'second', version: 2 })
    expect(await waiting(one)).toEqual([])
    expect(await waiting(one, { reading: 'second' })).toEqual([])
    expect(await waiting(two)).toEqual([id])
    expect(await waiting(two, { reading: 'second' })).toEqual([id])
    expect((await one.call(listRelations, { query: { state: 'confirmed' } })).items).toEqual([])
    const again = await say(one, id, 2)
    expect(again).toMatchObject({ state: 'suggested', awaits: 'second' })
    const second = await say(two, id, 3)
    expect(second).toMatchObject({ state: 'confirmed', kind: 'contradicts', awaits: null })
    expect(await waiting(two)).toEqual([])
    const log = await eventsOf(api, id)
    expect(log.at(-2)?.to).toMatchObject({ state: 'suggested', awaits: 'second' })
    expect(log.at(-1)).toMatchObject({
      from: { state: 'suggested', awaits: 'second' },
      to: { state: 'confirmed', awaits: null },
    })
  })

  test('readers see nothing of it before', async () => {
    await required()
    const [one, two] = await three()
    const { id, a: left, b: right } = await a.relation()
    await a.published({
      positions: [
        { label: 'It was', claimIds: [left.id] },
        { label: 'It was not', claimIds: [right.id] },
      ],
    })
    await say(one, id, 1)
    const seen = () => api.anonymous.send('get', `/api/relations/${id}`)
    expect((await seen()).status).toBe(404)
    await say(two, id, 2)
    expect((await seen()).status).toBe(200)
    expect(await api.anonymous.call(readRelation, { params: { id } })).toMatchObject({ assignedTo: null })
  })

  test.each([
    ['contradicts', 'confirmed', 'contradicts'],
    ['different_time', 'confirmed', 'different_time'],
    ['unrelated', 'dismissed', 'unrelated'],
  ] as const)('disagreement goes to a third, who says %s', async (verdict, state, kind) => {
    await required()
    const [one, two, three_] = await three()
    const { id } = await a.relation()
    await say(one, id, 1)
    expect(await say(two, id, 2, 'agrees')).toMatchObject({ state: 'suggested', awaits: 'third' })
    expect([await waiting(one), await waiting(two), await waiting(three_)]).toEqual([[], [], [id]])
    expect(await say(three_, id, 3, verdict)).toMatchObject({ state, kind, awaits: null })
  })

  test('the verdicts are shown to those who made one and to admins, wherever the pair is read', async () => {
    await required()
    const [one, two, three_] = await three()
    const [admin, researcher] = [await api.as('admin'), await api.as('researcher')]
    const { id, a: left, b: right } = await a.relation()
    const { slug } = await a.dispute({
      positions: [
        { label: 'It was', claimIds: [left.id] },
        { label: 'It was not', claimIds: [right.id] },
      ],
    })
    await say(one, id, 1)
    const params = { id }
    /** Every place in which somebody may read a verdict on the pair, with how many are read there. */
    async function found(client: Client) {
      const read = await client.call(readRelation, { params })
      const listed = await client.call(listDecisions, { params })
      const point = await client.call(readDispute, { params: { slug } })
      const { items } = await client.call(listEvents, { query: { subject: 'relation', id } })
      const told = items.filter(
        ({ action, to }) => action === 'relation.decided' && to?.['note'] !== undefined,
      )
      const [current] = point.relations
      return [read.decisions, listed.items, current?.decisions ?? [], told].map(places => places.length)
    }
    expect(await found(one)).toEqual([1, 1, 1, 1])
    expect(await found(admin)).toEqual([1, 1, 1, 1])
    for (const blind of [two, three_, researcher]) expect(await found(blind)).toEqual([0, 0, 0, 0])
    const { items: waits } = await two.call(listSuggestions, {})
    expect(waits).toMatchObject([{ id, awaits: 'second', version: 2, decisions: [] }])

    const stale = await refusalOf(say(two, id, 1))
    expect(stale).toMatchObject({ status: 409, body: { current: { awaits: 'second', decisions: [] } } })
    const { outcomes } = await two.call(decideSeveral, {
      body: { pairs: [{ id, version: 1 }], kind: 'agrees', note: 'So it is.' },
    })
    expect(outcomes).toMatchObject([{ outcome: 'conflict', relation: { decisions: [] } }])
    const assigned = await two.call(assignRelation, {
      params,
      body: { assigneeId: two.viewer?.id ?? null, seenAssigneeId: null },
    })
    expect(assigned.decisions).toEqual([])

    await say(two, id, 2, 'agrees')
    for (const reader of [one, two, admin]) expect(await found(reader)).toEqual([2, 2, 2, 2])
    expect(await found(three_)).toEqual([0, 0, 0, 0])
    await say(three_, id, 3, 'agrees')
    for (const reader of [one, two, three_, researcher]) expect(await found(reader)).toEqual([3, 3, 3, 3])
  })

  test('another verdict than a contradiction counts at once', async () => {
    await required()
    const [one] = await three()
    const { id } = await a.relation()
    expect(await say(one, id, 1, 'agrees')).toMatchObject({ state: 'confirmed', awaits: null })
  })

  test('taking back goes one reading back, and the pair is shown to whoever has no reading left', async () => {
    await required()
    const [one, two] = await three()
    const { id } = await a.relation()
    await say(one, id, 1)
    await say(two, id, 2)
    const back = (client: Client, version: number) =>
      client.call(undoDecision, { params: { id }, body: { version } })
    expect(await back(two, 3)).toMatchObject({ state: 'suggested', awaits: 'second' })
    expect(await waiting(two)).toEqual([id])
    expect(await back(one, 4)).toMatchObject({ state: 'suggested', awaits: null })
    expect(await waiting(one)).toEqual([id])
  })

  test('the first reading needs quotes that stand, like the last', async () => {
    await required()
    const [one] = await three()
    const { id } = await a.relation({ leftId: (await a.claim()).id, rightId: await a.unverifiedClaim() })
    const [status, path] = await issuesOf(say(one, id, 1))
    expect(status).toBe(422)
    expect(['a', 'b']).toContain(path)
  })

  test('what was decided before stays as it is', async () => {
    const { id } = await a.confirmed()
    await required()
    const editor = await api.as('editor')
    expect(await editor.call(readRelation, { params: { id } })).toMatchObject({ state: 'confirmed' })
    const [, two] = await three()
    expect(await say(two, id, 2)).toMatchObject({ state: 'confirmed' })
  })
})

describe('agreement', () => {
  test('of the pairs that several editors judged, by their first verdicts', async () => {
    await required()
    const [one, two] = await three()
    const admin = await api.as('admin')
    expect(await admin.call(readAgreement)).toEqual({
      overall: { judged: 0, kappa: null, alpha: null },
      editors: [],
    })
    const verdicts = ['contradicts', 'contradicts', 'agrees', 'unrelated'] as const
    for (const verdict of verdicts) {
      const { id } = await a.relation()
      await say(one, id, 1)
      await say(two, id, 2, verdict)
    }
    const { id } = await a.relation()
    await say(one, id, 1, 'agrees')
    await say(two, id, 2, 'agrees')
    // Misread, and taken back: no judgement.
    const misread = await a.relation()
    await say(one, misread.id, 1)
    await say(two, misread.id, 2, 'agrees')
    await two.call(undoDecision, { params: { id: misread.id }, body: { version: 3 } })
    const { overall, editors } = await admin.call(readAgreement)
    expect(overall.judged).toBe(5)
    expect(editors).toHaveLength(1)
    expect(editors[0]).toMatchObject({ judged: 5, agreed: 3 })
    // Observed 0.6; by chance 0.8 × 0.4 + 0.2 × 0.4 = 0.4.
    expect(editors[0]?.kappa).toBeCloseTo(1 / 3, 9)
    expect(new Set([editors[0]?.one.name, editors[0]?.other.name])).toEqual(
      new Set(['editor one', 'editor two']),
    )
    expect(overall.kappa).toBe(editors[0]?.kappa)
    expect(overall.alpha).toBe(editors[0]?.alpha)
  })
})
