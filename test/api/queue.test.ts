import { beforeAll, describe, expect, test } from 'vitest'
import { listClaims } from '#contract/claim-lists.ts'
import { createRelation, decide } from '#contract/relations.ts'
import * as contract from '#contract/suggestions.ts'
import type { ReasonType } from '#domain/vocabulary.ts'
import { loadDetector } from '../../server/suggestions/detector.ts'
import { suggestFor } from '../../server/suggestions/service.ts'
import { useApi } from '../support/api.ts'
import { given } from '../support/given.ts'

const api = useApi()
const a = given(api)
beforeAll(loadDetector)

/** Two suggestions of the detector, of a quantity and of a date. */
async function twoPairs() {
  const ministry = { name: 'The Ministry', kind: 'organisation' } as const
  const paper = await a.source({
    title: 'A count',
    outlet: 'The Evening Post',
    text: 'It was counted twice.',
  })
  await a.claim({ statement: 'There are 5,000 US troops in Iraq', topics: ['Troops'] })
  const few = await a.claim({
    statement: 'There are 750 US troops in Iraq',
    speaker: ministry,
    source: paper,
    words: 'counted twice',
  })
  await a.claim({ statement: 'The bridge was opened in 1999' })
  const late = await a.claim({ statement: 'The bridge was opened in 2001', topics: ['Bridges'] })
  for (const { id } of [few, late])
    expect(await suggestFor(api.deps.database, id)).toMatchObject({ proposed: 1 })
  return { few, late }
}

/** Pairs of the detector that were dismissed: no endpoint makes so many, so they are written into the tables. */
async function dismissedBefore(type: ReasonType, count: number) {
  const claims = []
  for (let made = 0; made * (made - 1) < 2 * count; made++) claims.push((await a.claim()).id)
  const { prisma } = api.deps.database
  const pairs = claims.toSorted().flatMap((aId, at, all) => all.slice(at + 1).map(bId => ({ aId, bId })))
  for (const pair of pairs.slice(0, count)) {
    const span = { aStart: 0, aEnd: 2, aExact: 'No', bStart: 0, bEnd: 2, bExact: 'No' }
    await prisma.relation.create({
      data: {
        ...pair,
        aRevision: 1,
        bRevision: 1,
        kind: 'unrelated',
        state: 'dismissed',
        proposedKind: 'contradicts',
        origin: 'detector',
        score: 0.9,
        modelVersion: 'test',
        reasons: { create: [{ ordinal: 1, type, explanation: 'So it is.', ...span }] },
      },
      select: { id: true },
    })
  }
}

async function list(query: Record<string, string> = {}) {
  const editor = await api.as('editor')
  return editor.call(contract.listSuggestions, { query })
}

const NONE = { confirmed: 0, otherwise: 0, dismissed: 0 }

describe('the queue', () => {
  test('has what a person proposed first, then the likeliest, with all that the desk shows', async () => {
    await twoPairs()
    const [left, right] = [await a.claim(), await a.claim()]
    const researcher = await api.as('researcher')
    const own = await researcher.call(createRelation, {
      body: { leftId: left.id, rightId: right.id, kind: 'contradicts', note: 'Look at this.' },
    })
    const { items, next } = await list()
    expect(next).toBeNull()
    expect(items).toHaveLength(3)
    expect(items[0]?.id).toBe(own.id)
    const [first = 0, second = 0] = items.slice(1).map(item => item.score ?? 0)
    expect(first).toBeGreaterThanOrEqual(second)
    for (const { a, b } of items)
      for (const claim of [a, b]) expect(claim.appearances[0]?.context).toBeDefined()
  })

  test('is read in pages, each pair once', async () => {
    await twoPairs()
    const whole = await list()
    const first = await list({ limit: '1' })
    const second = await list({ limit: '1', cursor: first.next ?? '' })
    expect(second.next).toBeNull()
    expect([...first.items, ...second.items]).toEqual(whole.items)
  })

  test('in the order asked for, each in pages', async () => {
    await twoPairs()
    const whole = (await list()).items
    const byId = whole.map(item => item.id).toSorted()
    for (const [order, ids] of [
      ['newest', byId.toReversed()],
      ['oldest', byId],
    ] as const) {
      const first = await list({ order, limit: '1' })
      const second = await list({ order, limit: '1', cursor: first.next ?? '' })
      expect([...first.items, ...second.items].map(item => item.id)).toEqual(ids)
    }
  })

  test('what the desk has learnt moves a kind of reason, and says so', async () => {
    await twoPairs()
    const before = (await list()).items
    expect(before.map(item => item.likelihood)).toEqual(before.map(item => item.score))
    const leading = before[0]?.reasons[0]?.type ?? 'quantity'
    await dismissedBefore(leading, 40)
    const after = (await list()).items
    const [was, is] = [before, after].map(
      items => items.find(item => item.id === before[0]?.id)?.likelihood ?? 0,
    )
    expect(is).toBeLessThan(was ?? 0)
    const likelihoods = after.map(item => item.likelihood ?? 0)
    expect(likelihoods).toEqual(likelihoods.toSorted((one, other) => other - one))
    const first = await list({ limit: '1' })
    const second = await list({ limit: '1', cursor: first.next ?? '' })
    expect([...first.items, ...second.items]).toEqual(after)
    const minScore = String(after[0]?.likelihood)
    expect((await list({ minScore })).items).toEqual(after.slice(0, 1))
    const editor = await api.as('editor')
    expect((await editor.call(contract.countSuggestions, { query: { minScore } })).total).toBe(1)
    const { learnt } = await editor.call(contract.readPrecision, {})
    expect(learnt).toMatchObject([{ reason: leading, decided: 40 }])
    expect(learnt[0]?.expected).toBeLessThan(learnt[0]?.promised ?? 0)
  })

  test('is narrowed by score, reason, topic, speaker and outlet, and counted alike', async () => {
    const { few, late } = await twoPairs()
    const editor = await api.as('editor')
    const all = (await list()).items
    const best = String(all[0]?.score)
    const ids = (claim: { id: string }) =>
      all.filter(item => [item.a.id, item.b.id].includes(claim.id)).map(item => item.id)
    const cases: [Record<string, string>, string[]][] = [
      [{}, all.map(item => item.id)],
      [{ minScore: best }, all.filter(item => String(item.score) === best).map(item => item.id)],
      [{ minScore: '1' }, []],
      [{ reason: 'quantity' }, ids(few)],
      [{ reason: 'date' }, ids(late)],
      [{ reason: 'antonym' }, []],
      [{ topic: 'troops' }, ids(few)],
      [{ topic: 'bridges' }, ids(late)],
      [{ topic: 'nothing' }, []],
      [{ speaker: few.speaker.id }, ids(few)],
      [{ outlet: 'The Evening Post' }, ids(few)],
      [{ outlet: 'The Evening Post', reason: 'date' }, []],
    ]
    for (const [query, expected] of cases) {
      expect((await list(query)).items.map(item => item.id)).toEqual(expected)
      expect((await editor.call(contract.countSuggestions, { query })).total).toBe(expected.length)
    }
    const { reasons } = await editor.call(contract.countSuggestions, {})
    expect(reasons).toEqual(
      expect.arrayContaining([
        { reason: 'quantity', pairs: 1 },
        { reason: 'date', pairs: 1 },
      ]),
    )
  })

  test('a cursor that it did not give is refused', async () => {
    await expect(list({ cursor: 'nonsense' })).rejects.toMatchObject({ status: 400 })
  })
})

describe('precision', () => {
  test('is measured by what the desk decided, with its interval', async () => {
    await twoPairs()
    const editor = await api.as('editor')
    expect(await editor.call(contract.readPrecision, {})).toEqual({
      overall: { decided: 0, ...NONE, measured: null },
      agreements: { decided: 0, ...NONE, measured: null },
      reasons: [],
      learnt: [],
    })
    for (const { id, version, reasons } of (await list()).items)
      await editor.call(decide, {
        params: { id },
        body: { version, kind: reasons[0]?.type === 'date' ? 'unrelated' : 'contradicts', note: 'So it is.' },
      })
    const { overall, reasons } = await editor.call(contract.readPrecision, {})
    expect(overall).toMatchObject({ decided: 2, confirmed: 1, otherwise: 0, dismissed: 1 })
    expect(overall.measured?.share).toBe(0.5)
    expect(overall.measured?.low).toBeCloseTo(0.0945, 4)
    expect(overall.measured?.high).toBeCloseTo(0.9055, 4)
    expect(reasons).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ reason: 'quantity', decided: 1, confirmed: 1 }),
        expect.objectContaining({ reason: 'date', decided: 1, dismissed: 1 }),
      ]),
    )
  })
})

describe('a statement that is only written', () => {
  test('is answered with what it may conflict with and what says the same; nothing is stored', async () => {
    const same = await a.claim({ statement: 'There are 750 US troops in Iraq' })
    const against = await a.claim({ statement: 'There are 5,000 US troops in Iraq' })
    await a.claim({ statement: 'The talks went well' })
    const researcher = await api.as('researcher')
    const statement = 'There are 750 US troops in Iraq.'
    const { conflicts, repeats } = await researcher.call(contract.checkStatement, { body: { statement } })
    expect(conflicts.map(({ claim }) => claim.id)).toEqual([against.id])
    expect(repeats.map(({ claim }) => claim.id)).toEqual([same.id])
    const [reason] = conflicts[0]?.reasons ?? []
    expect(reason).toMatchObject({ type: 'quantity', own: { exact: '750' }, theirs: { exact: '5,000' } })
    expect(statement.slice(reason?.own.start, reason?.own.end)).toBe('750')
    expect((await researcher.call(listClaims, {})).items).toHaveLength(3)
    expect((await list()).items).toEqual([])
  })

  test.each(['…', 'the of and', "'\\:*&|!()<->", 'Ω'.repeat(2_000)])(
    '%.20s finds nothing',
    async statement => {
      await a.claim({ statement: 'There are 750 US troops in Iraq' })
      const researcher = await api.as('researcher')
      expect(await researcher.call(contract.checkStatement, { body: { statement } })).toEqual({
        conflicts: [],
        repeats: [],
      })
    },
  )
})
