import { beforeAll, describe, expect, test } from 'vitest'
import { updateClaim } from '#contract/claims.ts'
import { createComment } from '#contract/comments.ts'
import { listEvents } from '#contract/events.ts'
import { decide, listRelations, type RelationItem, undoDecision } from '#contract/relations.ts'
import { loadDetector } from '../../server/suggestions/detector.ts'
import { suggestFor } from '../../server/suggestions/service.ts'
import { useApi } from '../support/api.ts'
import { given } from '../support/given.ts'

const api = useApi()
const a = given(api)
beforeAll(loadDetector)

const suggest = (id: string) => suggestFor(api.deps.database, id)

async function standing(): Promise<RelationItem[]> {
  const editor = await api.as('editor')
  const { items } = await editor.call(listRelations, { query: { limit: '100' } })
  return items
}

const MANY = 'There are 5,000 US troops in Iraq'
const FEW = 'There are 750 US troops in Iraq'

/** Two claims that cannot both be true, the second one compared. */
async function conflict() {
  const [first, second] = [await a.claim({ statement: MANY }), await a.claim({ statement: FEW })]
  expect(await suggest(second.id)).toEqual({ proposed: 1, refreshed: 0, withdrawn: 0 })
  const [relation] = await standing()
  if (!relation) throw new Error('nothing is proposed')
  return { first, second, relation }
}

async function revise(claim: { id: string; version: number }, statement: string) {
  const researcher = await api.as('researcher')
  return researcher.call(updateClaim, {
    params: { id: claim.id },
    body: { version: claim.version, statement },
  })
}

async function dismiss({ id, version }: RelationItem) {
  const editor = await api.as('editor')
  return editor.call(decide, { params: { id }, body: { version, kind: 'unrelated', note: 'Two counts.' } })
}

describe('a new claim', () => {
  test.each([
    [MANY, FEW, 'quantity', ['5,000', '750']],
    ['Hurricane Maria killed 2,975 people', 'Hurricane Maria killed 64 people', 'quantity', ['2,975', '64']],
    ['The bridge was opened in 1999', 'The bridge was opened in 2001', 'date', ['1999', '2001']],
  ] as const)('“%s” is proposed against “%s”', async (one, other, type, words) => {
    await a.claim({ statement: 'The talks went well' })
    const first = await a.claim({ statement: one })
    const second = await a.claim({ statement: other })
    expect(await suggest(second.id)).toEqual({ proposed: 1, refreshed: 0, withdrawn: 0 })
    const [relation, ...more] = await standing()
    expect(more).toEqual([])
    expect(relation).toMatchObject({
      state: 'suggested',
      kind: 'contradicts',
      origin: 'detector',
      version: 1,
      proposedBy: null,
      score: expect.any(Number),
      modelVersion: expect.any(String),
    })
    expect(new Set([relation?.a.id, relation?.b.id])).toEqual(new Set([first.id, second.id]))
    const [reason] = relation?.reasons ?? []
    expect(reason?.type).toBe(type)
    expect(new Set([reason?.a.exact, reason?.b.exact])).toEqual(new Set(words))
    for (const { a: spanA, b: spanB } of relation?.reasons ?? []) {
      expect(relation?.a.statement.slice(spanA.start, spanA.end)).toBe(spanA.exact)
      expect(relation?.b.statement.slice(spanB.start, spanB.end)).toBe(spanB.exact)
    }
  })

  test('the system proposes it, and the record says so', async () => {
    const { relation } = await conflict()
    const editor = await api.as('editor')
    const { items } = await editor.call(listEvents, { query: { subject: 'relation', id: relation.id } })
    expect(items).toMatchObject([{ action: 'relation.proposed', actor: null, to: { origin: 'detector' } }])
  })

  test('claims that speak of other things are left be', async () => {
    await a.claim({ statement: 'The minister opened a school in Leeds' })
    const { id } = await a.claim({ statement: 'There are 5,000 US troops in Iraq.' })
    expect(await suggest(id)).toEqual({ proposed: 0, refreshed: 0, withdrawn: 0 })
    expect(await standing()).toEqual([])
  })

  test('a claim that is not there is left be', async () => {
    const outcome = await suggest('00000000-0000-7000-8000-000000000000')
    expect(outcome).toEqual({ proposed: 0, refreshed: 0, withdrawn: 0 })
  })

  test('words that the syntax of searches knows are words', async () => {
    await a.claim({ statement: "O'Neill's C:\\drive & (a|b) <-> ! 'held' 5,000 files in Iraq" })
    const { id } = await a.claim({ statement: "O'Neill's C:\\drive & (a|b) <-> ! 'held' 750 files in Iraq" })
    expect(await suggest(id)).toMatchObject({ withdrawn: 0 })
  })
})

describe('a pair stands once', () => {
  test('asked again, and from the other side', async () => {
    const { first, second } = await conflict()
    for (const id of [first.id, second.id, first.id])
      expect(await suggest(id)).toEqual({ proposed: 0, refreshed: 0, withdrawn: 0 })
    expect(await standing()).toHaveLength(1)
  })

  test('when all ask at the same moment', async () => {
    const claims = []
    for (const number of ['5,000', '750', '90,000', '12'])
      claims.push(await a.claim({ statement: `There are ${number} US troops in Iraq` }))
    const asked = [...claims, ...claims].map(({ id }) => suggest(id))
    const outcomes = await Promise.all(asked)
    const relations = await standing()
    expect(new Set(relations.map(({ a, b }) => `${a.id} ${b.id}`)).size).toBe(relations.length)
    expect(outcomes.reduce((sum, { proposed }) => sum + proposed, 0)).toBe(relations.length)
    expect(relations.length).toBeGreaterThan(0)
  })
})

describe('a dismissed pair', () => {
  test('stays away for the same two texts, whatever else of a claim changes', async () => {
    const { first, second, relation } = await conflict()
    await dismiss(relation)
    const researcher = await api.as('researcher')
    await researcher.call(updateClaim, {
      params: { id: first.id },
      body: { version: first.version, howPut: 'reported' },
    })
    for (const { id } of [first, second])
      expect(await suggest(id)).toEqual({ proposed: 0, refreshed: 0, withdrawn: 0 })
    expect(await standing()).toMatchObject([{ state: 'dismissed' }])
  })

  test('is proposed anew when a text has changed; what was decided stays on record and rules no longer', async () => {
    const { second, relation } = await conflict()
    const dismissed = await dismiss(relation)
    await revise(second, 'There are 900 US troops in Iraq')
    expect(await suggest(second.id)).toEqual({ proposed: 1, refreshed: 0, withdrawn: 0 })
    const [anew] = await standing()
    expect(anew).toMatchObject({ id: relation.id, state: 'suggested', kind: 'contradicts' })
    expect(anew?.reasons.map(({ a, b }) => [a.exact, b.exact].toSorted())).toEqual([['5,000', '900']])
    const editor = await api.as('editor')
    const at = { params: { id: relation.id } }
    const version = anew?.version ?? 0
    await expect(editor.call(undoDecision, { ...at, body: { version } })).rejects.toMatchObject({
      status: 422,
    })
    const confirmed = await editor.call(decide, {
      ...at,
      body: { version, kind: 'contradicts', note: 'One count, two numbers.' },
    })
    expect(confirmed).toMatchObject({
      state: 'confirmed',
      decisions: [{ id: dismissed.decisions[0]?.id }, {}],
    })
    const undone = await editor.call(undoDecision, { ...at, body: { version: confirmed.version } })
    expect(undone.state).toBe('suggested')
  })
})

describe('a revised claim', () => {
  test('has its suggestions withdrawn when nothing is at odds any more', async () => {
    const { second } = await conflict()
    await revise(second, 'The US troops in Iraq have a new commander')
    expect(await suggest(second.id)).toEqual({ proposed: 0, refreshed: 0, withdrawn: 1 })
    expect(await standing()).toEqual([])
  })

  test('may turn from a conflict into an agreement', async () => {
    const { second, relation } = await conflict()
    await revise(second, 'There are 5,000 US troops in Iraq now')
    expect(await suggest(second.id)).toEqual({ proposed: 0, refreshed: 1, withdrawn: 0 })
    expect(await standing()).toMatchObject([
      { id: relation.id, kind: 'agrees', state: 'suggested', version: 2, reasons: [] },
    ])
  })

  test('has its suggestions refreshed with the words as they are now', async () => {
    const { second, relation } = await conflict()
    await revise(second, 'There are just 750 US troops in Iraq')
    expect(await suggest(second.id)).toEqual({ proposed: 0, refreshed: 1, withdrawn: 0 })
    const [fresh] = await standing()
    expect(fresh).toMatchObject({ id: relation.id, version: relation.version + 1 })
    const own = fresh?.a.id === second.id ? fresh.reasons[0]?.a : fresh?.reasons[0]?.b
    const { start = 0, end = 0, exact } = own ?? {}
    expect('There are just 750 US troops in Iraq'.slice(start, end)).toBe(exact)
  })

  test('keeps a suggestion that somebody has commented on', async () => {
    const { second, relation } = await conflict()
    const researcher = await api.as('researcher')
    await researcher.call(createComment, {
      body: { subject: { type: 'relation', id: relation.id }, body: 'Ask the desk.' },
    })
    await revise(second, 'The US troops in Iraq have a new commander')
    expect(await suggest(second.id)).toEqual({ proposed: 0, refreshed: 1, withdrawn: 0 })
    expect(await standing()).toMatchObject([{ id: relation.id, state: 'suggested' }])
  })

  test('keeps what was decided of it', async () => {
    const { second, relation } = await conflict()
    const editor = await api.as('editor')
    await editor.call(decide, {
      params: { id: relation.id },
      body: { version: relation.version, kind: 'different_time', note: 'Two years.' },
    })
    await revise(second, 'There are 5,000 US troops in Iraq now')
    expect(await suggest(second.id)).toEqual({ proposed: 0, refreshed: 0, withdrawn: 0 })
    expect(await standing()).toMatchObject([{ state: 'confirmed', kind: 'different_time' }])
  })
})
