import { randomUUID } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { listEvents } from '#contract/events.ts'
import * as contract from '#contract/relations.ts'
import { type Decision, relationState } from '#domain/decisions.ts'
import { RELATION_KINDS, type RelationKind } from '#domain/vocabulary.ts'
import { type Client, Refused, useApi } from '../support/api.ts'
import { givenDisputes } from '../support/given-disputes.ts'
import { refusalOf } from '../support/refusal.ts'

const api = useApi()
const a = givenDisputes(api)

type Choice = { version: number; kind: RelationKind; supersederId?: string; note?: string }

const decide = (client: Client, id: string, choice: Choice) =>
  client.call(contract.decide, { params: { id }, body: { note: 'So it is.', ...choice } })

const undo = (client: Client, id: string, version: number, note?: string) =>
  client.call(contract.undoDecision, { params: { id }, body: { version, note } })

describe('deciding', () => {
  test.each(RELATION_KINDS)('%s', async kind => {
    const editor = await api.as('editor')
    const { id, b } = await a.relation()
    const supersederId = kind === 'supersedes' ? b.id : undefined
    const relation = await decide(editor, id, { version: 1, kind, ...(supersederId && { supersederId }) })
    expect(relation).toMatchObject({
      version: 2,
      kind,
      state: kind === 'unrelated' ? 'dismissed' : 'confirmed',
      supersederId: supersederId ?? null,
      decisions: [{ action: 'decide', kind, seenVersion: 1, note: 'So it is.', undoesId: null }],
    })
  })

  test('what cannot be decided', async () => {
    const editor = await api.as('editor')
    const { id, a: claim } = await a.relation()
    const table = [
      [{ version: 1, kind: 'supersedes' }, 422, 'supersederId'],
      [{ version: 1, kind: 'supersedes', supersederId: randomUUID() }, 422, 'supersederId'],
      [{ version: 1, kind: 'agrees', supersederId: claim.id }, 422, 'supersederId'],
      [{ version: 1, kind: 'agrees', note: '  ' }, 400, 'note'],
    ] as const
    for (const [choice, status, path] of table)
      await expect(decide(editor, id, choice)).rejects.toMatchObject({ status, body: { issues: [{ path }] } })
    await expect(decide(editor, randomUUID(), { version: 1, kind: 'agrees' })).rejects.toMatchObject({
      status: 404,
    })
    await expect(undo(editor, id, 1)).rejects.toMatchObject({ status: 422 })
    await expect(undo(editor, randomUUID(), 1)).rejects.toMatchObject({ status: 404 })
  })

  test('a contradiction needs a quote that stands in its snapshot, on both sides', async () => {
    const editor = await api.as('editor')
    const statement = 'A claim without a footing'
    const { id } = await a.relation({
      leftId: (await a.claim()).id,
      rightId: await a.unverifiedClaim(statement),
    })
    const { status, body } = await refusalOf(decide(editor, id, { version: 1, kind: 'contradicts' }))
    expect(status).toBe(422)
    expect(body.issues).toHaveLength(1)
    expect(body.issues?.[0]?.message).toContain(statement)
    await decide(editor, id, { version: 1, kind: 'agrees' })
  })
})

describe('taking back', () => {
  test('the decision before stands again, and at last the proposal', async () => {
    const [editor, other] = [await api.as('editor'), await api.as('editor', 'two')]
    const { id } = await a.relation({ kind: 'agrees' })
    await decide(editor, id, { version: 1, kind: 'duplicate' })
    await decide(editor, id, { version: 2, kind: 'unrelated' })
    const back = await undo(other, id, 3, 'Not so fast.')
    expect(back).toMatchObject({ version: 4, kind: 'duplicate', state: 'confirmed' })
    expect(back.decisions.at(-1)).toMatchObject({
      action: 'undo',
      undoesId: back.decisions[1]?.id,
      note: 'Not so fast.',
      decidedBy: { name: 'editor two' },
    })
    expect(await undo(editor, id, 4)).toMatchObject({ version: 5, kind: 'agrees', state: 'suggested' })
    await expect(undo(editor, id, 5)).rejects.toMatchObject({ status: 422 })
  })

  test('the decisions in pages, newest first', async () => {
    const editor = await api.as('editor')
    const { id } = await a.relation()
    for (let version = 1; version <= 5; version++) await decide(editor, id, { version, kind: 'agrees' })
    const seen: number[] = []
    let cursor: string | undefined
    do {
      const page = await editor.call(contract.listDecisions, { params: { id }, query: { limit: 2, cursor } })
      seen.push(...page.items.map(item => item.seenVersion))
      cursor = page.next ?? undefined
    } while (cursor !== undefined)
    expect(seen).toEqual([5, 4, 3, 2, 1])
  })
})

/** What became of calls made at the same moment. */
async function settle(calls: Promise<contract.Relation>[]) {
  const results = await Promise.allSettled(calls)
  const won = results.flatMap(result => (result.status === 'fulfilled' ? [result.value] : []))
  const reasons = results.flatMap(result => (result.status === 'rejected' ? [result.reason as unknown] : []))
  return { won, lost: reasons.filter(reason => reason instanceof Refused) }
}

describe('two editors at once', () => {
  test('exactly one wins, and the other is shown what was decided', async () => {
    const editors = [await api.as('editor'), await api.as('editor', 'two'), await api.as('admin')]
    const kinds = ['agrees', 'different_time', 'unrelated'] as const
    const { id } = await a.relation()
    const { won, lost } = await settle(
      editors.map((editor, index) =>
        decide(editor, id, { version: 1, kind: kinds[index] ?? 'agrees', note: `Number ${index}` }),
      ),
    )
    expect(won).toHaveLength(1)
    expect(lost.map(refused => refused.status)).toEqual([409, 409])
    for (const { body } of lost) expect(body.current).toEqual(won[0])
    const decisions = await api.deps.database.prisma.decision.findMany({ where: { relationId: id } })
    expect(decisions).toHaveLength(1)
  })

  test('one takes back what the other decides anew', async () => {
    const [one, two] = [await api.as('editor'), await api.as('editor', 'two')]
    const { id } = await a.confirmed()
    const { won, lost } = await settle([decide(one, id, { version: 2, kind: 'agrees' }), undo(two, id, 2)])
    expect(won).toHaveLength(1)
    expect(lost).toMatchObject([{ status: 409, body: { current: { version: 3 } } }])
  })
})

/** A step of a history: a decision of that kind, or an undo. */
const Step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom(...RELATION_KINDS), bWins: fc.boolean() }) },
  { weight: 2, arbitrary: fc.constant('undo' as const) },
)

test('the log replays to the state of the relation, and so do its decisions', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(Step, { maxLength: 7 }), fc.boolean(), async (steps, supersedes) => {
      const editor = await api.as('editor')
      const [one, other] = await a.pair()
      const proposal = supersedes
        ? { kind: 'supersedes' as const, supersederId: other.id }
        : { kind: 'contradicts' as const, supersederId: null }
      let relation = await a.relation({ leftId: other.id, rightId: one.id, ...proposal })
      const { id } = relation
      const decisions: Decision[] = []
      for (const step of steps) {
        const { version } = relation
        const undone = relationState(proposal, decisions).decidingId
        if (step === 'undo') {
          if (undone === null) {
            await expect(undo(editor, id, version)).rejects.toMatchObject({ status: 422 })
            continue
          }
          relation = await undo(editor, id, version)
          decisions.push({ id: relation.decisions.at(-1)?.id ?? '', action: 'undo', undoesId: undone })
        } else {
          const { kind, bWins } = step
          const supersederId = kind === 'supersedes' ? (bWins ? other.id : one.id) : null
          relation = await decide(editor, id, { version, kind, ...(supersederId && { supersederId }) })
          const decisionId = relation.decisions.at(-1)?.id ?? ''
          const by = editor.viewer?.id ?? ''
          decisions.push({ id: decisionId, action: 'decide', kind, supersederId, by, secondReader: false })
        }
      }
      const { kind, state, supersederId } = relationState(proposal, decisions)
      const expected = { kind, state, supersederId }
      expect(relation).toMatchObject(expected)
      const row = await api.deps.database.prisma.relation.findUniqueOrThrow({ where: { id } })
      expect(row).toMatchObject({ ...expected, version: decisions.length + 1 })
      const log = await editor.call(listEvents, { query: { subject: 'relation', id, limit: 100 } })
      const told = log.items.toReversed().flatMap(({ to }) => (to === null ? [] : [to]))
      expect(told.map(to => to['version'])).toEqual([...decisions, null].map((_, index) => index + 1))
      expect(Object.assign({}, ...told)).toMatchObject(expected)
      const { items } = await editor.call(contract.listDecisions, { params: { id }, query: { limit: 100 } })
      expect(items.map(item => item.id).toReversed()).toEqual(decisions.map(decision => decision.id))
      expect(told.slice(1).map(to => to['decisionId'])).toEqual(decisions.map(decision => decision.id))
      expect(told.slice(1).map(to => to['undoesId'] ?? null)).toEqual(
        decisions.map(decision => ('undoesId' in decision ? decision.undoesId : null)),
      )
    }),
    { numRuns: 12 },
  )
})
