import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { createClaim, listClaimRevisions, readClaim, updateClaim } from '#contract/claims.ts'
import { createSource, readSnapshot } from '#contract/sources.ts'
import { useApi } from '../support/api.ts'
import { eventsOf } from '../support/events.ts'
import { given, selectionOf } from '../support/given.ts'
import { givenDisputes } from '../support/given-disputes.ts'
import { allPages } from '../support/pages.ts'
import { issuesOf, refusalOf } from '../support/refusal.ts'

const api = useApi()
const a = () => given(api)
const ESPER = { name: 'Mark Esper', kind: 'person' } as const

/** A source with this text, and a way to make a claim of a part of it by offsets. */
async function reader(text: string) {
  const researcher = await api.as('researcher')
  const source = await a().source({ text })
  const snapshotId = source.snapshots[0]?.id ?? ''
  const { text: stored } = await researcher.call(readSnapshot, { params: { id: snapshotId } })
  const select = (start: number, end: number, exact = stored.slice(start, end)) =>
    researcher.call(createClaim, {
      body: { statement: 'A statement', speaker: ESPER, quote: { snapshotId, start, end, exact } },
    })
  return { stored, select, snapshotId }
}

describe('making', () => {
  test('of a passage, with all that is new beside it', async () => {
    const researcher = await api.as('researcher')
    const source = await a().source({
      url: 'https://example.org/news?utm_source=x',
      published: 'January 2020',
      text: 'One.\r\nThe general said: “We are leaving.” Then he left.',
    })
    const claim = await a().claim({
      source,
      words: 'We are leaving',
      statement: ' The forces leave. ',
      said: '6 January 2020',
      howPut: 'reported',
      speaker: { name: 'A General', kind: 'person', role: 'general' },
      topics: ['Iraq', 'iraq', 'Troops'],
    })
    expect(claim).toMatchObject({
      version: 1,
      statement: 'The forces leave.',
      howPut: 'reported',
      said: { edtf: '2020-01-06', from: '2020-01-06', to: '2020-01-06' },
      speaker: { name: 'A General', role: 'general' },
      topics: [{ name: 'Iraq', slug: 'iraq' }, { name: 'Troops' }],
      disputes: [],
      appearances: [
        {
          first: true,
          state: 'exact',
          quote: { exact: 'We are leaving', prefix: 'One.\nThe general said: “', start: 24, end: 38 },
          context: { before: 'The general said: “', after: '.”' },
          source: { title: 'Source 1', published: { edtf: '2020-01' } },
          addedBy: { name: 'researcher' },
        },
      ],
    })
    expect(await researcher.call(readClaim, { params: { id: claim.id } })).toEqual(claim)
    const revisions = await researcher.call(listClaimRevisions, { params: { id: claim.id } })
    expect(revisions.items).toMatchObject([
      {
        number: 1,
        statement: 'The forces leave.',
        said: '2020-01-06',
        topics: ['Iraq', 'Troops'],
        revisedBy: { name: 'researcher' },
      },
    ])
    const actorId = researcher.viewer?.id
    expect(await eventsOf(api, claim.id)).toMatchObject([
      {
        action: 'claim.created',
        actorId,
        from: null,
        to: { statement: 'The forces leave.', topics: ['Iraq', 'Troops'] },
      },
    ])
    expect(await eventsOf(api, claim.speaker.id)).toMatchObject([{ action: 'speaker.created', actorId }])
    expect(await eventsOf(api, claim.topics[0]?.id ?? '')).toMatchObject([
      { action: 'topic.created', actorId },
    ])
  })

  test('a speaker, topic and quote that exist are taken again', async () => {
    const source = await a().source()
    const one = await a().claim({ source, speaker: ESPER, topics: ['Iraq'] })
    const other = await a().claim({ source, speaker: { ...ESPER, name: 'mark esper' }, topics: ['IRAQ'] })
    expect(other.speaker).toEqual(one.speaker)
    expect(other.topics).toEqual(one.topics)
    expect(other.appearances[0]?.quote.id).toBe(one.appearances[0]?.quote.id)
    expect(other.said).toBeNull()
    const chosen = await a().claim({ speaker: { id: one.speaker.id.toUpperCase() } })
    expect(chosen.speaker).toEqual(one.speaker)
  })

  test('a request sent twice writes once, quote, speaker and all', async () => {
    const researcher = await api.as('researcher')
    const { snapshotId, stored } = await reader('We leave now.')
    const quote = selectionOf(snapshotId, stored, 'We leave')
    const body = { id: randomUUID(), statement: 'They leave.', speaker: ESPER, topics: ['Iraq'], quote }
    const answers = await Promise.allSettled([1, 2].map(() => researcher.call(createClaim, { body })))
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const won = answers.find(answer => answer.status === 'fulfilled')
    const again = await refusalOf(researcher.call(createClaim, { body }))
    expect(again).toMatchObject({ status: 409, body: { current: won?.value } })
    const { prisma } = api.deps.database
    expect([await prisma.claim.count(), await prisma.speaker.count(), await prisma.quote.count()]).toEqual([
      1, 1, 1,
    ])
    expect(await eventsOf(api, body.id)).toHaveLength(1)
  })

  test('many claims at once share what is new to all of them', async () => {
    const source = await a().source()
    const topics = ['Zebra', 'Iraq', 'Alpha', 'Middle']
    const made = await Promise.all(
      [0, 1, 2, 3, 4, 5].map(turn =>
        a().claim({
          source,
          speaker: ESPER,
          topics: [...topics.slice(turn % 4), ...topics.slice(0, turn % 4)],
        }),
      ),
    )
    expect(new Set(made.map(({ speaker }) => speaker.id)).size).toBe(1)
    expect(new Set(made.flatMap(({ topics }) => topics.map(({ id }) => id))).size).toBe(4)
  })
})

describe('selections', () => {
  test('grow to whole characters and lose the white space around them', async () => {
    const { stored, select } = await reader('Yes 👩‍👩‍👧 and e\u0301tat. שלום עולם.')
    const family = stored.indexOf('👩')
    const cases: [start: number, end: number, exact: string][] = [
      [family + 1, family + 3, '👩‍👩‍👧'],
      [3, family + 9, '👩‍👩‍👧'],
      [stored.indexOf('e\u0301') + 1, stored.indexOf('tat') + 3, 'e\u0301tat'],
      [stored.indexOf('עולם'), stored.indexOf('עולם') + 4, 'עולם'],
    ]
    for (const [start, end, exact] of cases) {
      const claim = await select(start, end)
      const quote = claim.appearances[0]?.quote
      expect(quote?.exact).toBe(exact)
      expect(stored.slice(quote?.start, quote?.end)).toBe(exact)
      expect(claim.appearances[0]?.state).toBe('exact')
    }
  })

  test('whose words are not at their place are refused by name', async () => {
    const { select, stored } = await reader('We leave now. We leave now.')
    expect(await issuesOf(select(3, 8, 'LEAVE'))).toEqual([422, 'quote.exact'])
    expect(await issuesOf(select(3, 9, 'leave'))).toEqual([422, 'quote.exact'])
    expect(await issuesOf(select(stored.length - 1, stored.length + 1, '..'))).toEqual([422, 'quote.end'])
    expect(await issuesOf(select(8, 3, 'leave'))).toEqual([422, 'quote.end'])
    expect(await issuesOf(select(2, 3, ' '))).toEqual([400, 'quote.exact'])
    expect(await issuesOf(select(-1, 3, 'We '))).toEqual([400, 'quote.start'])
    expect(await issuesOf(select(0, 2, 'x'.repeat(20_001)))).toEqual([400, 'quote.exact'])
    expect(await issuesOf(select(0, 2 ** 40, 'We'))).toEqual([422, 'quote.end'])
    expect(await api.deps.database.prisma.claim.count()).toBe(0)
  })

  test('of the greatest length are kept, and found by their last word', async () => {
    const { stored, select } = await reader(`${'слово عربي '.repeat(1_800)}${'ab '.repeat(60)}ultimate`)
    expect(stored.length).toBeLessThan(20_000)
    const claim = await select(0, stored.length)
    expect(claim.appearances[0]?.quote.exact).toBe(stored)
    expect(claim.appearances[0]?.context).toEqual({ before: '', after: '' })
  })

  test('the context ends with the sentence, and after 400 units at the latest', async () => {
    const { stored, select } = await reader(
      `First. ${'word '.repeat(200)}HERE ${'🙂 '.repeat(400)}last. Next.`,
    )
    const start = stored.indexOf('HERE')
    const { before, after } = (await select(start, start + 4)).appearances[0]?.context ?? {
      before: '',
      after: '',
    }
    expect(before).toBe(stored.slice(start - 400, start))
    expect(after.length).toBeLessThanOrEqual(400)
    expect(after.isWellFormed()).toBe(true)
  })

  test('of a snapshot that is not there are refused', async () => {
    const researcher = await api.as('researcher')
    const quote = { snapshotId: randomUUID(), start: 0, end: 1, exact: 'x' }
    const made = researcher.call(createClaim, { body: { statement: 'x', speaker: ESPER, quote } })
    expect(await issuesOf(made)).toEqual([422, 'quote.snapshotId'])
  })
})

test('what is wrong with a claim is said by field', async () => {
  const researcher = await api.as('researcher')
  const { snapshotId, stored } = await reader('We leave now.')
  const quote = selectionOf(snapshotId, stored, 'We leave')
  const make = (body: object) =>
    researcher.call(createClaim, { body: { statement: 'x', speaker: ESPER, quote, ...body } })
  const nobody = make({ speaker: { id: randomUUID() } })
  expect(await issuesOf(nobody)).toEqual([422, 'speaker.id'])
  expect(await issuesOf(make({ statement: 'x'.repeat(2_001), said: 'yesterday' }))).toEqual([
    400,
    'statement',
    'said',
  ])
  expect(await issuesOf(make({ speaker: { name: 'x' } }))).toEqual([400, 'speaker'])
  expect(await issuesOf(make({ speaker: { ...ESPER, name: ' ' } }))).toEqual([400, 'speaker.name'])
  expect(await issuesOf(make({ topics: ['ok', '\uDFFF'] }))).toEqual([400, 'topics.1'])
  expect(await issuesOf(make({ topics: Array.from({ length: 21 }, (_, n) => `t${n}`) }))).toEqual([
    400,
    'topics',
  ])
  expect(await issuesOf(make({ howPut: 'shouted' }))).toEqual([400, 'howPut'])
  expect(await issuesOf(make({ quote: { ...quote, colour: 'red' } }))).toEqual([400, 'quote.colour'])
})

describe('revising', () => {
  test('each change is a revision with all fields; the old ones stay readable', async () => {
    const researcher = await api.as('researcher')
    const { id, speaker } = await a().claim({
      statement: 'One.',
      speaker: ESPER,
      topics: ['Iraq'],
      said: '2020',
    })
    const change = (version: number, body: object) =>
      researcher.call(updateClaim, { params: { id }, body: { version, ...body } })
    const second = await change(1, { statement: 'Two.', topics: ['Syria', 'iraq'] })
    expect(second).toMatchObject({ version: 2, statement: 'Two.', said: { edtf: '2020' }, speaker })
    expect(second.topics.map(({ name }) => name)).toEqual(['Iraq', 'Syria'])
    const third = await change(2, {
      said: null,
      howPut: 'denied',
      speaker: { name: 'Milley', kind: 'person' },
      topics: [],
    })
    expect(third).toMatchObject({ version: 3, statement: 'Two.', said: null, howPut: 'denied', topics: [] })

    const revisions = await researcher.call(listClaimRevisions, { params: { id } })
    expect(revisions.items).toMatchObject([
      { number: 3, statement: 'Two.', howPut: 'denied', speaker: { name: 'Milley' }, said: null, topics: [] },
      { number: 2, statement: 'Two.', howPut: 'asserted', speaker, said: '2020', topics: ['Iraq', 'Syria'] },
      { number: 1, statement: 'One.', howPut: 'asserted', speaker, said: '2020', topics: ['Iraq'] },
    ])
    const paged = await allPages(cursor =>
      researcher.call(listClaimRevisions, { params: { id }, query: { limit: 1, cursor } }),
    )
    expect(paged).toEqual(revisions.items)
    expect((await eventsOf(api, id)).slice(1)).toMatchObject([
      { action: 'claim.revised', from: { statement: 'One.', topics: ['Iraq'] }, to: { statement: 'Two.' } },
      {
        action: 'claim.revised',
        from: { said: '2020', howPut: 'asserted' },
        to: { said: null, howPut: 'denied' },
      },
    ])
  })

  test('a change of nothing makes no revision', async () => {
    const researcher = await api.as('researcher')
    const { id, statement } = await a().claim({ speaker: ESPER, topics: ['Iraq'] })
    const body = { version: 1, statement, speaker: ESPER, topics: ['IRAQ'], said: '' }
    expect(await researcher.call(updateClaim, { params: { id }, body })).toMatchObject({ version: 1 })
    expect((await researcher.call(listClaimRevisions, { params: { id } })).items).toHaveLength(1)
  })

  test('of two at the same time one is told what stands; nothing of the other is kept', async () => {
    const researcher = await api.as('researcher')
    const { id } = await a().claim()
    const change = (statement: string) =>
      researcher.call(updateClaim, { params: { id }, body: { version: 1, statement, topics: [statement] } })
    const answers = await Promise.allSettled([change('One'), change('Two')])
    const won = answers.find(answer => answer.status === 'fulfilled')
    const lost = answers.find(answer => answer.status === 'rejected')
    expect(lost?.reason).toMatchObject({ status: 409, body: { error: 'conflict', current: won?.value } })
    expect(await api.deps.database.prisma.topic.count()).toBe(1)
    expect(await eventsOf(api, id)).toHaveLength(2)
  })

  test('refusals', async () => {
    const researcher = await api.as('researcher')
    const { id } = await a().claim()
    const change = (body: object, params = { id }) =>
      researcher.call(updateClaim, { params, body: { version: 1, ...body } })
    expect((await refusalOf(change({ statement: 'x' }, { id: randomUUID() }))).status).toBe(404)
    expect(await issuesOf(change({ speaker: { id: randomUUID() } }))).toEqual([422, 'speaker.id'])
    expect(await issuesOf(change({ version: 0 }))).toEqual([400, 'version'])
    expect(await issuesOf(change({ version: undefined }))).toEqual([400, 'version'])
    const cursor = researcher.call(listClaimRevisions, { params: { id }, query: { cursor: 'WzFlOTld' } })
    expect(await issuesOf(cursor)).toEqual([400, 'cursor'])
  })
})

test('the public reads what stands on a published point, with the points it may see', async () => {
  const { claim, dispute, published } = givenDisputes(api)
  const [shown, other, hidden] = [await claim(), await claim(), await claim()]
  const positions = [
    { label: 'Yes', claimIds: [shown.id] },
    { label: 'No', claimIds: [other.id] },
  ]
  const { slug } = await published({ question: 'Was it?', positions })
  await dispute({ question: 'Was it not?', positions })
  const everybody = api.anonymous
  const seen = await everybody.call(readClaim, { params: { id: shown.id.toUpperCase() } })
  expect(seen.disputes).toMatchObject([{ slug, question: 'Was it?', published: true }])
  const researcher = await api.as('researcher')
  const all = await researcher.call(readClaim, { params: { id: shown.id } })
  expect(all.disputes.map(({ published }) => published)).toEqual([true, false])
  const params = { id: hidden.id }
  expect((await refusalOf(everybody.call(readClaim, { params }))).status).toBe(404)
  expect((await refusalOf(everybody.call(listClaimRevisions, { params }))).status).toBe(404)
  const history = await everybody.call(listClaimRevisions, { params: { id: shown.id } })
  expect(history.items).toHaveLength(1)
})

test('a body that is not JSON, or too large, is refused as such', async () => {
  const researcher = await api.as('researcher')
  expect((await researcher.send('post', createClaim.path, '{')).status).toBe(400)
  const large = { title: 'x', kind: 'article', text: 'x'.repeat(4_300_000) }
  expect((await researcher.send('post', createSource.path, large)).status).toBe(413)
})
