import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import * as contract from '#contract/disputes.ts'
import { useApi } from '../support/api.ts'
import { givenDisputes, spanOf } from '../support/given-disputes.ts'
import { issuesOf, refusalOf } from '../support/refusal.ts'

const api = useApi()
const a = givenDisputes(api)

type Positions = z.input<typeof contract.arrangePositions.body>['positions']

/** Positions as they are sent. */
const sent = ({ positions }: contract.Dispute): Positions =>
  positions.map(({ id, label, claims }) => ({ id, label, claimIds: claims.map(claim => claim.id) }))

const read = async (slug: string, who = api.anonymous) => who.call(contract.readDispute, { params: { slug } })

describe('opening', () => {
  test('with its positions and their claims', async () => {
    const editor = await api.as('editor')
    const [one, other] = await a.pair()
    const dispute = await editor.call(contract.createDispute, {
      body: {
        question: ' Did the US decide to leave Iraq? ',
        summary: '',
        positions: [
          { label: 'Yes', claimIds: [one.id] },
          { label: 'No', claimIds: [other.id] },
          { label: 'Nobody said', claimIds: [] },
        ],
      },
    })
    expect(dispute).toMatchObject({
      slug: 'did-the-us-decide-to-leave-iraq',
      question: 'Did the US decide to leave Iraq?',
      summary: null,
      state: 'open',
      version: 1,
      publishedAt: null,
      publishedBy: null,
      relations: [],
    })
    expect(dispute.positions.map(({ label, claims }) => [label, ...claims.map(claim => claim.id)])).toEqual([
      ['Yes', one.id],
      ['No', other.id],
      ['Nobody said'],
    ])
    expect(dispute.positions[0]?.claims[0]?.disputes).toMatchObject([{ id: dispute.id, published: false }])
  })

  test('the same question twice has two addresses, and no address is that of a screen', async () => {
    const slugs: string[] = []
    for (const question of ['Who knew?', 'Who knew', 'who KNEW?!', 'New?'])
      slugs.push((await a.dispute({ question, positions: [] })).slug)
    expect(slugs).toEqual(['who-knew', 'who-knew-2', 'who-knew-3', 'new-2'])
  })

  test('at the same moment too', async () => {
    const made = await Promise.all(
      ['', '', ''].map(() => a.dispute({ question: 'Who knew?', positions: [] })),
    )
    expect(made.map(dispute => dispute.slug).toSorted()).toEqual(['who-knew', 'who-knew-2', 'who-knew-3'])
  })

  test('an id chosen by the caller makes a request sent twice write once', async () => {
    const editor = await api.as('editor')
    const body = { id: randomUUID(), question: 'Who knew?' }
    const made = await editor.call(contract.createDispute, { body })
    await expect(editor.call(contract.createDispute, { body })).rejects.toMatchObject({
      status: 409,
      body: { current: made },
    })
  })

  test('all that is wrong with positions is said at once', async () => {
    const editor = await api.as('editor')
    const { id: claim } = await a.claim()
    const open = (positions: z.input<typeof contract.createDispute.body>['positions']) =>
      editor.call(contract.createDispute, { body: { question: 'Who knew?', positions } })
    expect(
      await issuesOf(
        open([
          { label: 'Yes', claimIds: [claim, randomUUID(), claim] },
          { id: randomUUID(), label: 'No', claimIds: [claim] },
        ]),
      ),
    ).toEqual([
      422,
      'positions.0.claimIds.1',
      'positions.0.claimIds.2',
      'positions.1.id',
      'positions.1.claimIds.0',
    ])
    expect(await issuesOf(open([{ label: ' ', claimIds: ['x'] }]))).toEqual([
      400,
      'positions.0.label',
      'positions.0.claimIds.0',
    ])
  })
})

describe('changing', () => {
  test('what is given changes, the rest stays', async () => {
    const editor = await api.as('editor')
    const { id, question, changedAt, positions } = await a.dispute({ summary: 'In short.' })
    const change = (body: Omit<z.input<typeof contract.updateDispute.body>, 'version'>, version: number) =>
      editor.call(contract.updateDispute, { params: { id }, body: { version, ...body } })
    expect(await change({ state: 'settled' }, 1)).toMatchObject({
      question,
      summary: 'In short.',
      state: 'settled',
      positions,
      version: 2,
    })
    expect(await change({ summary: '', slug: 'Who Knew What' }, 2)).toMatchObject({
      summary: null,
      slug: 'who-knew-what',
    })
    const last = await change({ question: 'Who knew?' }, 3)
    expect(last).toMatchObject({ question: 'Who knew?', slug: 'who-knew-what', version: 4 })
    expect(Date.parse(last.changedAt)).toBeGreaterThanOrEqual(Date.parse(changedAt))
    await expect(change({ question: 'Late?' }, 3)).rejects.toMatchObject({
      status: 409,
      body: { current: last },
    })
    const { slug } = await a.dispute()
    for (const taken of [slug, 'new'])
      expect(await issuesOf(change({ slug: taken }, 4))).toEqual([422, 'slug'])
    await expect(
      editor.call(contract.updateDispute, { params: { id: randomUUID() }, body: { version: 1 } }),
    ).rejects.toMatchObject({ status: 404 })
  })

  test('the address is fixed once the point was published, even after it was taken back', async () => {
    const editor = await api.as('editor')
    const { id, slug } = await a.published()
    const move = (version: number, to: string) =>
      editor.call(contract.updateDispute, { params: { id }, body: { version, slug: to } })
    expect(await issuesOf(move(2, 'elsewhere'))).toEqual([422, 'slug'])
    await editor.call(contract.unpublishDispute, { params: { id }, body: { version: 2 } })
    expect(await issuesOf(move(3, 'elsewhere'))).toEqual([422, 'slug'])
    expect((await move(3, slug)).slug).toBe(slug)
  })
})

describe('arranging', () => {
  test('the list replaces the one that stands, and keeps the positions named', async () => {
    const editor = await api.as('editor')
    const dispute = await a.dispute()
    const { id } = dispute
    const [first, second] = sent(dispute)
    if (!first || !second) throw new Error('two positions were made')
    const arrange = (
      version: number,
      positions: z.input<typeof contract.arrangePositions.body>['positions'],
    ) => editor.call(contract.arrangePositions, { params: { id }, body: { version, positions } })
    expect(sent(await arrange(1, [second, first]))).toEqual([second, first])
    const swapped = [
      { ...first, claimIds: second.claimIds },
      { label: 'A third', claimIds: [] },
      { ...second, label: 'Renamed', claimIds: first.claimIds },
    ]
    const arranged = await arrange(2, swapped)
    expect(sent(arranged)).toMatchObject(swapped)
    await expect(arrange(2, [])).rejects.toMatchObject({ status: 409, body: { current: arranged } })
    const foreign = (await a.dispute()).positions[0]?.id ?? ''
    expect(
      await issuesOf(arrange(3, [{ id: foreign, label: 'Not mine', claimIds: [] }, first, first])),
    ).toEqual([422, 'positions.0.id', 'positions.2.id', 'positions.2.claimIds.0'])
    expect(sent(await arrange(3, []))).toEqual([])
    await expect(
      editor.call(contract.arrangePositions, {
        params: { id: randomUUID() },
        body: { version: 1, positions: [] },
      }),
    ).rejects.toMatchObject({ status: 404 })
  })

  test('a published point stays fit to be published', async () => {
    const editor = await api.as('editor')
    const dispute = await a.published()
    const { id } = dispute
    const kept = sent(dispute)
    const arrange = (positions: Positions) =>
      editor.call(contract.arrangePositions, { params: { id }, body: { version: 2, positions } })
    expect(await issuesOf(arrange(kept.slice(1)))).toEqual([422, 'positions'])
    expect(await issuesOf(arrange([...kept, { label: 'A third', claimIds: [] }]))).toEqual([
      422,
      'positions.2.claimIds',
    ])
    expect((await arrange(kept.toReversed())).version).toBe(3)
  })
})

describe('publishing', () => {
  test('shows it to everybody, and taking it back hides it', async () => {
    const editor = await api.as('editor')
    const { id, slug } = await a.dispute()
    await expect(read(slug)).rejects.toMatchObject({ status: 404 })
    const publish = (version: number) =>
      editor.call(contract.publishDispute, { params: { id }, body: { version } })
    const unpublish = (version: number) =>
      editor.call(contract.unpublishDispute, { params: { id }, body: { version } })
    await expect(unpublish(1)).rejects.toMatchObject({ status: 422 })
    const published = await publish(1)
    expect(published).toMatchObject({ version: 2, publishedBy: { name: 'editor' } })
    expect(published.positions[0]?.claims[0]?.disputes).toMatchObject([{ id, published: true }])
    expect(await read(slug)).toEqual(published)
    await expect(publish(2)).rejects.toMatchObject({ status: 422 })
    await expect(publish(1)).rejects.toMatchObject({ status: 409, body: { current: { version: 2 } } })
    expect(await unpublish(2)).toMatchObject({ version: 3, publishedAt: null, publishedBy: null })
    await expect(unpublish(2)).rejects.toMatchObject({ status: 409 })
    await expect(read(slug)).rejects.toMatchObject({ status: 404 })
    for (const endpoint of [contract.publishDispute, contract.unpublishDispute])
      await expect(
        editor.call(endpoint, { params: { id: randomUUID() }, body: { version: 1 } }),
      ).rejects.toMatchObject({ status: 404 })
  })

  test('says all that is missing', async () => {
    const editor = await api.as('editor')
    const statement = 'A claim without a footing'
    const unverified = await a.unverifiedClaim(statement)
    const table: [Positions, ...string[]][] = [
      [[], 'positions'],
      [[{ label: 'One', claimIds: [] }], 'positions', 'positions.0.claimIds'],
      [
        [
          { label: 'One', claimIds: [(await a.claim()).id, unverified] },
          { label: 'Two', claimIds: [] },
        ],
        'positions.0.claimIds.1',
        'positions.1.claimIds',
      ],
    ]
    for (const [positions, ...paths] of table) {
      const { id } = await a.dispute({ positions })
      const publish = editor.call(contract.publishDispute, { params: { id }, body: { version: 1 } })
      const { status, body } = await refusalOf(publish)
      expect([status, ...(body.issues ?? []).map(issue => issue.path)]).toEqual([422, ...paths])
      if (positions.length === 2) expect(body.issues?.[0]?.message).toContain(statement)
    }
  })
})

describe('reading side by side', () => {
  test('claims by said date, the unknown last; confirmed relations for all, suggested ones for the desk', async () => {
    const researcher = await api.as('researcher')
    const unknown = await a.claim()
    const late = await a.claim({ said: '2020-01-06' })
    const early = await a.claim({ said: '2020' })
    const other = await a.claim()
    const reasons = [
      {
        type: 'wording' as const,
        explanation: 'The words differ',
        left: spanOf(late.statement, 'decision'),
        right: spanOf(other.statement, 'decision'),
      },
    ]
    const confirmed = await a.confirmed({ leftId: late.id, rightId: other.id, reasons })
    const suggested = await a.relation({ leftId: early.id, rightId: other.id })
    await a.confirmed({ leftId: early.id, rightId: (await a.claim()).id })
    const { slug } = await a.published({
      positions: [
        { label: 'Yes', claimIds: [unknown.id, late.id, early.id] },
        { label: 'No', claimIds: [other.id] },
      ],
    })
    const seen = await read(slug)
    expect(seen.positions[0]?.claims.map(claim => claim.id)).toEqual([early.id, late.id, unknown.id])
    expect(seen.relations).toEqual([
      {
        id: confirmed.id,
        version: 2,
        aId: confirmed.a.id,
        bId: confirmed.b.id,
        kind: 'contradicts',
        state: 'confirmed',
        supersederId: null,
        note: confirmed.note,
        reasons: confirmed.reasons,
        decisions: confirmed.decisions,
      },
    ])
    const desk = await read(slug, researcher)
    expect(desk.relations.map(relation => relation.id)).toEqual([confirmed.id, suggested.id])
    const reader = await api.as('reader')
    expect((await read(slug, reader)).relations).toHaveLength(1)
    await expect(read('no-such-point')).rejects.toMatchObject({ status: 404 })
    await expect(read(desk.id)).rejects.toMatchObject({ status: 404 })
  })
})
