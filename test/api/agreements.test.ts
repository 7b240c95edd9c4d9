import { beforeAll, describe, expect, test } from 'vitest'
import { addAppearance, markFirstAppearance, readClaim } from '#contract/claims.ts'
import { createRelation, decide, decideSeveral, listRelations, undoDecision } from '#contract/relations.ts'
import * as contract from '#contract/suggestions.ts'
import type { RelationKind } from '#domain/vocabulary.ts'
import { loadDetector } from '../../server/suggestions/detector.ts'
import { suggestFor } from '../../server/suggestions/service.ts'
import { useApi } from '../support/api.ts'
import { eventsOf } from '../support/events.ts'
import { given, selectionOf } from '../support/given.ts'

const api = useApi()
const a = given(api)
beforeAll(loadDetector)

const suggest = (id: string) => suggestFor(api.deps.database, id)

async function standing() {
  return (await (await api.as('editor')).call(listRelations, { query: { limit: '100' } })).items
}

async function queue(about?: contract.Queue) {
  const editor = await api.as('editor')
  const query = about === undefined ? {} : { about }
  return (await editor.call(contract.listSuggestions, { query })).items
}

const SAID = 'There are 5,000 US troops in Iraq'
const SAID_TOO = '5,000 US troops are in Iraq'

/** Two claims that say the same, the later one compared. */
async function agreement(later: Partial<Parameters<typeof a.claim>[0]> = {}) {
  const first = await a.claim({ statement: SAID, words: 'there are 5,000 US troops' })
  const second = await a.claim({ statement: SAID_TOO, words: 'five thousand of them', ...later })
  expect(await suggest(second.id)).toEqual({ proposed: 1, refreshed: 0, withdrawn: 0 })
  const [relation] = await standing()
  if (!relation) throw new Error('nothing is proposed')
  return { first, second, relation }
}

async function say(relation: { id: string; version: number }, kind: RelationKind) {
  const editor = await api.as('editor')
  const body = { version: relation.version, kind, note: 'So it is.' }
  return editor.call(decide, { params: { id: relation.id }, body })
}

async function takeBack({ id, version }: { id: string; version: number }) {
  return (await api.as('editor')).call(undoDecision, { params: { id }, body: { version } })
}

async function quotesOf(id: string) {
  const { appearances } = await (await api.as('editor')).call(readClaim, { params: { id } })
  return appearances.map(({ quote }) => quote.exact)
}

describe('a claim that is made elsewhere', () => {
  test.each([
    [SAID, SAID],
    [SAID, `${SAID}.`],
    ['The hospital was evacuated on Friday', 'On Friday the hospital was evacuated'],
    ['The police arrested four men in Leeds', 'Four men have been arrested in Leeds by the police'],
  ])('“%s” is proposed to agree with “%s”', async (one, other) => {
    const first = await a.claim({ statement: one })
    const second = await a.claim({ statement: other })
    expect(await suggest(second.id)).toMatchObject({ proposed: 1 })
    const [relation, ...more] = await standing()
    expect(more).toEqual([])
    expect(relation).toMatchObject({
      kind: 'agrees',
      state: 'suggested',
      origin: 'detector',
      reasons: [],
      modelVersion: expect.any(String),
    })
    expect(relation?.score).toBeGreaterThan(0.5)
    expect(new Set([relation?.a.id, relation?.b.id])).toEqual(new Set([first.id, second.id]))
  })

  test.each([
    ['another number', SAID, 'There are 5,100 US troops in Iraq'],
    ['another bound', SAID, 'There are at least 5,000 US troops in Iraq'],
    ['another date', 'The bridge opened in May 1999', 'The bridge opened in May 2001'],
    [
      'a part of it',
      SAID,
      'There are 5,000 US troops in Iraq, and the minister resigned over the budget in May',
    ],
    ['another matter', SAID, 'The minister opened a school in Leeds'],
  ])('%s is not the same', async (_what, one, other) => {
    await a.claim({ statement: one })
    await suggest((await a.claim({ statement: other })).id)
    expect((await standing()).filter(({ kind }) => kind === 'agrees')).toEqual([])
  })

  test.each(['denied', 'questioned'] as const)('nor is the same words %s', async howPut => {
    await a.claim({ statement: SAID })
    await suggest((await a.claim({ statement: SAID_TOO, howPut })).id)
    expect((await standing()).filter(({ kind }) => kind === 'agrees')).toEqual([])
  })

  test('of one that is said over and over no more than three wait', async () => {
    for (let said = 0; said < 6; said++) await a.claim({ statement: SAID })
    const last = await a.claim({ statement: SAID })
    expect(await suggest(last.id)).toMatchObject({ proposed: 3 })
    expect(await suggest(last.id)).toMatchObject({ proposed: 0 })
    const [one] = await standing()
    if (one) await say(one, 'agrees')
    expect(await suggest(last.id)).toMatchObject({ proposed: 1 })
  })

  test('a dismissed one stays away', async () => {
    const { first, second, relation } = await agreement()
    await say(relation, 'unrelated')
    for (const { id } of [first, second]) expect(await suggest(id)).toMatchObject({ proposed: 0 })
  })
})

describe('the queue', () => {
  test('shows conflicts unless the others are asked for, and counts both', async () => {
    const { relation } = await agreement()
    await a.claim({ statement: 'The bridge was opened in 1999' })
    await suggest((await a.claim({ statement: 'The bridge was opened in 2001' })).id)
    const [conflict] = await queue()
    expect(conflict?.kind).toBe('contradicts')
    const shown = async (about?: contract.Queue) => (await queue(about)).map(({ id }) => id)
    expect(await shown()).toEqual([conflict?.id])
    expect(await shown('conflicts')).toEqual([conflict?.id])
    expect(await shown('agreements')).toEqual([relation.id])
    expect(new Set(await shown('both'))).toEqual(new Set([conflict?.id, relation.id]))
    const editor = await api.as('editor')
    for (const [about, total] of [
      ['conflicts', 1],
      ['agreements', 1],
      ['both', 2],
    ] as const)
      expect(await editor.call(contract.countSuggestions, { query: { about } })).toMatchObject({
        total,
        conflicts: 1,
        agreements: 1,
      })
  })

  test('orders and pages agreements like conflicts, by each order', async () => {
    await agreement()
    await a.claim({ statement: 'The hospital was evacuated on Friday' })
    await suggest((await a.claim({ statement: 'The hospital was evacuated on Friday.' })).id)
    const editor = await api.as('editor')
    for (const order of contract.QUEUE_ORDERS)
      for (const about of ['agreements', 'both'] as const) {
        const query = { about, order, limit: '1' }
        const first = await editor.call(contract.listSuggestions, { query })
        const second = await editor.call(contract.listSuggestions, {
          query: { ...query, cursor: first.next ?? '' },
        })
        expect(second.next).toBeNull()
        const whole = await editor.call(contract.listSuggestions, { query: { about, order } })
        expect([...first.items, ...second.items]).toEqual(whole.items)
      }
  })

  test('what becomes of agreements is measured by itself', async () => {
    const { relation } = await agreement()
    await say(relation, 'duplicate')
    const measured = await (await api.as('editor')).call(contract.readPrecision, {})
    expect(measured).toMatchObject({
      overall: { decided: 0 },
      agreements: { decided: 1, confirmed: 1, otherwise: 0, dismissed: 0 },
      reasons: [],
      learnt: [],
    })
  })
})

describe('found to be the same claim', () => {
  test('the claim made first has the quotes of the other one as well, which stays; undone, they go', async () => {
    const { first, second, relation } = await agreement()
    const same = await say(relation, 'duplicate')
    expect(same).toMatchObject({ kind: 'duplicate', state: 'confirmed' })
    expect(await quotesOf(first.id)).toEqual(['there are 5,000 US troops', 'five thousand of them'])
    expect(await quotesOf(second.id)).toEqual(['five thousand of them'])
    expect((await eventsOf(api, first.id)).at(-1)).toMatchObject({
      action: 'claim.appearance_added',
      to: { exact: 'five thousand of them', fromClaimId: second.id, relationId: relation.id },
    })
    expect(await takeBack(same)).toMatchObject({ kind: 'agrees', state: 'suggested' })
    expect(await quotesOf(first.id)).toEqual(['there are 5,000 US troops'])
    expect((await eventsOf(api, first.id)).at(-1)).toMatchObject({
      action: 'claim.appearance_removed',
      from: { exact: 'five thousand of them', relationId: relation.id },
    })
  })

  test('they go when another decision rules, and come back with the one that stands again', async () => {
    const { first, relation } = await agreement()
    const same = await say(relation, 'duplicate')
    const other = await say(same, 'agrees')
    expect(await quotesOf(first.id)).toHaveLength(1)
    expect(await takeBack(other)).toMatchObject({ kind: 'duplicate', state: 'confirmed' })
    expect(await quotesOf(first.id)).toHaveLength(2)
    const again = await say({ ...other, version: other.version + 1 }, 'duplicate')
    expect(await quotesOf(first.id)).toHaveLength(2)
    await takeBack(again)
    expect(await quotesOf(first.id)).toHaveLength(2)
  })

  test('what was there before stays when it is taken back', async () => {
    const source = await a.source({ text: 'He said: five thousand of them. And five more.' })
    const { first, second, relation } = await agreement({ source })
    const researcher = await api.as('researcher')
    const quote = selectionOf(
      source.snapshots[0]?.id ?? '',
      'He said: five thousand of them. And five more.',
      'five thousand of them',
    )
    await researcher.call(addAppearance, { params: { id: first.id }, body: { quote } })
    const same = await say(relation, 'duplicate')
    expect(await quotesOf(first.id)).toHaveLength(2)
    await takeBack(same)
    expect(await quotesOf(first.id)).toHaveLength(2)
    expect(await quotesOf(second.id)).toHaveLength(1)
  })

  test('one that was marked as the first known one since stays', async () => {
    const { first, relation } = await agreement()
    const same = await say(relation, 'duplicate')
    const editor = await api.as('editor')
    const { appearances } = await editor.call(readClaim, { params: { id: first.id } })
    await editor.call(markFirstAppearance, {
      params: { id: first.id, appearanceId: appearances[1]?.id ?? '' },
    })
    await takeBack(same)
    expect(await quotesOf(first.id)).toEqual(['five thousand of them', 'there are 5,000 US troops'])
  })

  test.each([
    ['another speaker', { speaker: { name: 'The Ministry', kind: 'organisation' } }],
    ['a report of it', { howPut: 'reported' }],
  ] as const)('%s is no further appearance: the decision alone stands', async (_what, later) => {
    const { first, relation } = await agreement(later)
    expect(await say(relation, 'duplicate')).toMatchObject({ kind: 'duplicate', state: 'confirmed' })
    expect(await quotesOf(first.id)).toHaveLength(1)
  })

  test('of several pairs at once, and of a pair that a person links', async () => {
    const { first, relation } = await agreement()
    const editor = await api.as('editor')
    await editor.call(decideSeveral, {
      body: { pairs: [{ id: relation.id, version: 1 }], kind: 'duplicate', note: 'So it is.' },
    })
    expect(await quotesOf(first.id)).toHaveLength(2)
    const third = await a.claim({ statement: 'The troops number 5,000', words: 'they number 5,000' })
    await editor.call(createRelation, {
      body: { leftId: third.id, rightId: first.id, kind: 'duplicate', note: 'The same.', decide: true },
    })
    expect(await quotesOf(first.id)).toHaveLength(3)
  })
})
