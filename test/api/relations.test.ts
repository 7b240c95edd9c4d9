import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { updateClaim } from '#contract/claims.ts'
import { ErrorBody } from '#contract/error.ts'
import * as contract from '#contract/relations.ts'
import { useApi } from '../support/api.ts'
import { given } from '../support/given.ts'
import { givenDisputes, spanOf } from '../support/given-disputes.ts'
import { issuesOf } from '../support/refusal.ts'

const api = useApi()
const a = givenDisputes(api)
const NOTE = 'The same letter, the same day.'

type NewRelation = z.input<typeof contract.createRelation.body>

const marks = (text: string) => spanOf(text, text.includes('5,000') ? '5,000' : '750')

describe('proposing', () => {
  test('a pair is stored once, in its order, whichever side it is made from', async () => {
    const researcher = await api.as('researcher')
    const [first, second] = await a.pair()
    const body = { leftId: second.id, rightId: first.id, kind: 'contradicts', note: NOTE } as const
    const relation = await researcher.call(contract.createRelation, { body })
    expect(relation).toMatchObject({
      a: { id: first.id },
      b: { id: second.id },
      kind: 'contradicts',
      state: 'suggested',
      origin: 'person',
      version: 1,
      note: NOTE,
      decisions: [],
      proposedBy: { id: researcher.viewer?.id },
    })
    const mirrored = { ...body, leftId: first.id, rightId: second.id, kind: 'agrees' as const }
    for (const again of [body, mirrored])
      await expect(researcher.call(contract.createRelation, { body: again })).rejects.toMatchObject({
        status: 409,
        body: { error: 'conflict', current: relation },
      })
  })

  test('an id chosen by the caller makes a request sent twice write once', async () => {
    const researcher = await api.as('researcher')
    const [one, other] = await a.pair()
    const id = randomUUID()
    const body = { id, leftId: one.id, rightId: other.id, kind: 'agrees', note: NOTE } as const
    const made = await researcher.call(contract.createRelation, { body })
    expect(made.id).toBe(id)
    const [third] = await a.pair()
    for (const again of [body, { ...body, rightId: third.id }])
      await expect(researcher.call(contract.createRelation, { body: again })).rejects.toMatchObject({
        status: 409,
        body: { current: made },
      })
  })

  test('an id in capitals is the same id', async () => {
    const researcher = await api.as('researcher')
    const [one] = await a.pair()
    const body = {
      leftId: one.id.toUpperCase(),
      rightId: one.id,
      kind: 'agrees',
      note: NOTE,
    } as const
    expect(await issuesOf(researcher.call(contract.createRelation, { body }))).toEqual([422, 'rightId'])
  })

  test('all that is wrong is said at once', async () => {
    const researcher = await api.as('researcher')
    const [one, other] = await a.pair()
    const fine: NewRelation = { leftId: one.id, rightId: other.id, kind: 'contradicts', note: NOTE }
    const reason = {
      type: 'negation' as const,
      explanation: 'One denies it',
      left: spanOf(one.statement, 'decision'),
      right: spanOf(other.statement, 'decision'),
    }
    const wrong = { start: 3, end: 12, exact: 'elsewhere' }
    const table: [NewRelation, ...string[]][] = [
      [{ ...fine, rightId: one.id }, 'rightId'],
      [{ ...fine, leftId: randomUUID(), rightId: randomUUID() }, 'leftId', 'rightId'],
      [{ ...fine, kind: 'unrelated' }, 'kind'],
      [{ ...fine, kind: 'supersedes' }, 'supersederId'],
      [{ ...fine, kind: 'supersedes', supersederId: randomUUID() }, 'supersederId'],
      [{ ...fine, supersederId: one.id }, 'supersederId'],
      [{ ...fine, reasons: [{ ...reason, left: wrong }] }, 'reasons.0.left.exact'],
      [{ ...fine, reasons: [reason, { ...reason, right: wrong }] }, 'reasons.1.right.exact'],
      [
        { ...fine, kind: 'unrelated', reasons: [{ ...reason, leftQuote: wrong, rightQuote: wrong }] },
        'kind',
        'reasons.0.leftQuote.exact',
        'reasons.0.rightQuote.exact',
      ],
    ]
    for (const [body, ...paths] of table)
      expect(await issuesOf(researcher.call(contract.createRelation, { body }))).toEqual([422, ...paths])
    const empty = await researcher.send('post', '/api/relations', { leftId: 'x', kind: 'hates', more: 1 })
    expect(empty.status).toBe(400)
    const { issues } = ErrorBody.parse(await empty.json())
    expect(issues?.map(issue => issue.path).toSorted()).toEqual(['kind', 'leftId', 'more', 'note', 'rightId'])
  })

  test('left and right become a and b', async () => {
    const researcher = await api.as('researcher')
    const claims = given(api)
    const made = [
      await claims.claim({ statement: 'There were 5,000 troops', words: 'No fewer than 5,000' }),
      await claims.claim({ statement: 'Only 750 were sent', words: 'Some 750 Marines' }),
    ]
    for (const [left, right] of [made, made.toReversed()]) {
      if (!left || !right) throw new Error('two claims were made')
      const sides = {
        left: marks(left.statement),
        right: marks(right.statement),
        leftQuote: marks(left.appearances[0]?.quote.exact ?? ''),
        rightQuote: marks(right.appearances[0]?.quote.exact ?? ''),
      }
      const reasons = [{ type: 'quantity' as const, explanation: '5,000 ≠ 750', ...sides }]
      const body = { leftId: left.id, rightId: right.id, kind: 'contradicts' as const, note: NOTE, reasons }
      const relation = await researcher.call(contract.createRelation, { body })
      const [reason] = relation.reasons
      expect(reason?.a).toEqual(marks(relation.a.statement))
      expect(reason?.b).toEqual(marks(relation.b.statement))
      expect(reason?.aQuote).toEqual(marks(relation.a.appearances[0]?.quote.exact ?? ''))
      expect(reason?.bQuote).toEqual(marks(relation.b.appearances[0]?.quote.exact ?? ''))
      await api.deps.database.pool.query('DELETE FROM relation')
    }
  })

  test('an editor decides in the same step; a researcher may not', async () => {
    const [one, other] = await a.pair()
    const body = { leftId: one.id, rightId: other.id, kind: 'contradicts', note: NOTE, decide: true } as const
    await expect((await api.as('researcher')).call(contract.createRelation, { body })).rejects.toMatchObject({
      status: 403,
    })
    const editor = await api.as('editor')
    const relation = await editor.call(contract.createRelation, { body })
    expect(relation).toMatchObject({ state: 'confirmed', kind: 'contradicts', version: 2 })
    expect(relation.decisions).toMatchObject([
      { action: 'decide', kind: 'contradicts', seenVersion: 1, note: NOTE, decidedBy: { name: 'editor' } },
    ])
  })

  test('a decision that is refused leaves no proposal', async () => {
    const [one] = await a.pair()
    const editor = await api.as('editor')
    const body = {
      leftId: one.id,
      rightId: await a.unverifiedClaim(),
      kind: 'contradicts',
      note: NOTE,
      decide: true,
    } as const
    await expect(editor.call(contract.createRelation, { body })).rejects.toMatchObject({ status: 422 })
    expect((await editor.call(contract.listRelations)).items).toEqual([])
  })
})

describe('marking reasons', () => {
  test('the marks are replaced, and the wordings compared are the current ones', async () => {
    const [researcher, editor] = [await api.as('researcher'), await api.as('editor')]
    const { id, a: claim, b } = await a.relation()
    const statement = 'Nothing had been decided by Monday'
    await researcher.call(updateClaim, {
      params: { id: claim.id },
      body: { version: claim.version, statement },
    })
    const reason = {
      type: 'negation' as const,
      explanation: 'Nothing, or something',
      left: spanOf(statement, 'Nothing'),
      right: spanOf(b.statement, 'No decision'),
    }
    const mark = (version: number, reasons = [reason]) =>
      editor.call(contract.markReasons, { params: { id }, body: { version, reasons } })
    const marked = await mark(1)
    expect(marked).toMatchObject({ version: 2, state: 'suggested', reasons: [{ a: { exact: 'Nothing' } }] })
    expect(await api.deps.database.prisma.relation.findUnique({ where: { id } })).toMatchObject({
      aRevision: 2,
      bRevision: 1,
    })
    await expect(mark(1)).rejects.toMatchObject({ status: 409, body: { current: marked } })
    const old = [{ ...reason, left: spanOf(claim.statement, 'No decision') }]
    expect(await issuesOf(mark(2, old))).toEqual([422, 'reasons.0.left.exact'])
    expect((await mark(2, [])).reasons).toEqual([])
    await expect(
      editor.call(contract.markReasons, { params: { id: randomUUID() }, body: { version: 1, reasons: [] } }),
    ).rejects.toMatchObject({ status: 404 })
  })
})

describe('listing', () => {
  test('by claim, by speaker on both sides, by state and kind', async () => {
    const researcher = await api.as('researcher')
    const claims = given(api)
    const ada = { name: 'Ada', kind: 'person' as const }
    const one = await claims.claim({ speaker: ada })
    const two = await claims.claim({ speaker: ada })
    const other = await claims.claim()
    const self = await a.confirmed({ leftId: one.id, rightId: two.id })
    const cross = await a.relation({ leftId: two.id, rightId: other.id, kind: 'agrees' })
    const list = async (query: z.input<typeof contract.listRelations.query>) =>
      (await researcher.call(contract.listRelations, { query })).items.map(item => item.id)
    expect(await list({})).toEqual([cross.id, self.id])
    expect(await list({ claim: one.id })).toEqual([self.id])
    expect(await list({ claim: two.id })).toEqual([cross.id, self.id])
    expect(await list({ speaker: one.speaker.id })).toEqual([self.id])
    expect(await list({ state: 'suggested' })).toEqual([cross.id])
    expect(await list({ kind: ['contradicts', 'duplicate'] })).toEqual([self.id])
    expect(await list({ claim: randomUUID() })).toEqual([])
  })

  test('the pages joined are the whole list', async () => {
    const researcher = await api.as('researcher')
    const hub = await a.claim()
    const made: string[] = []
    for (let number = 0; number < 5; number++)
      made.unshift((await a.relation({ leftId: hub.id, rightId: (await a.claim()).id })).id)
    const pages: string[][] = []
    let cursor: string | undefined
    do {
      const { items, next } = await researcher.call(contract.listRelations, { query: { limit: 2, cursor } })
      pages.push(items.map(item => item.id))
      cursor = next ?? undefined
    } while (cursor !== undefined)
    expect(pages.map(page => page.length)).toEqual([2, 2, 1])
    expect(pages.flat()).toEqual(made.toSorted().toReversed())
    const query = { cursor: 'nonsense' }
    expect(await issuesOf(researcher.call(contract.listRelations, { query }))).toEqual([400, 'cursor'])
  })

  test('everybody sees confirmed relations between published claims alone', async () => {
    const [one, other] = await a.pair()
    const relation = await a.confirmed({ leftId: one.id, rightId: other.id })
    const outside = await a.confirmed()
    const suggested = await a.relation({ leftId: one.id, rightId: (await a.claim()).id })
    const hidden = async (id: string) => {
      const params = { id }
      await expect(api.anonymous.call(contract.readRelation, { params })).rejects.toMatchObject({
        status: 404,
      })
      await expect(api.anonymous.call(contract.listDecisions, { params })).rejects.toMatchObject({
        status: 404,
      })
    }
    for (const { id } of [relation, outside, suggested]) await hidden(id)
    expect((await api.anonymous.call(contract.listRelations)).items).toEqual([])
    await a.published({
      positions: [
        { label: 'One', claimIds: [one.id] },
        { label: 'Other', claimIds: [other.id] },
      ],
    })
    for (const { id } of [outside, suggested]) await hidden(id)
    const seen = await api.anonymous.call(contract.listRelations)
    expect(seen.items.map(item => item.id)).toEqual([relation.id])
    const read = await api.anonymous.call(contract.readRelation, { params: { id: relation.id } })
    expect(read.decisions).toHaveLength(1)
  })
})
