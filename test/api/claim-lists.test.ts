import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { CLAIM_ORDERS, listClaims, readClaimFacets } from '#contract/claim-lists.ts'
import { updateClaim } from '#contract/claims.ts'
import { arrangePositions, unpublishDispute } from '#contract/disputes.ts'
import { ErrorBody } from '#contract/error.ts'
import { undoDecision } from '#contract/relations.ts'
import { addSnapshot, updateSource } from '#contract/sources.ts'
import { renameTopic } from '#contract/topics.ts'
import { type Client, useApi } from '../support/api.ts'
import { given } from '../support/given.ts'
import { givenDisputes } from '../support/given-disputes.ts'
import { allPages } from '../support/pages.ts'
import { issuesOf } from '../support/refusal.ts'

const api = useApi()
const a = () => givenDisputes(api)
type Query = z.input<typeof listClaims.query>

let researcher: Client
beforeEach(async () => {
  researcher = await api.as('researcher')
})

async function find(query: Query = {}, client = researcher): Promise<string[]> {
  const { items } = await client.call(listClaims, { query: { limit: 100, ...query } })
  return items.map(({ statement }) => statement)
}

const person = (name: string) => ({ name, kind: 'person' as const })

/** How many claims are disputed, and how many are not. */
const countDisputed = async () => [
  (await find({ disputed: 'true' })).length,
  (await find({ disputed: 'false' })).length,
]

const facets = (query: z.input<typeof readClaimFacets.query> = {}, client = researcher) =>
  client.call(readClaimFacets, { query })

describe('order and pages', () => {
  const SAID = [null, '2020-01-06', '2020', '2019', null, '2020-01-06', 'circa 1954']

  test('the pages joined are the whole list in every order, at one moment and day too', async () => {
    const { claim, source } = a()
    const from = await source()
    for (const [index, said] of SAID.entries()) await claim({ source: from, statement: `${index}`, said })
    await api.deps.database.pool.query(`UPDATE claim SET "createdAt" = '2020-01-06' WHERE statement > '2'`)
    for (const order of CLAIM_ORDERS) {
      const whole = await find({ order })
      expect(whole.toSorted()).toEqual(['0', '1', '2', '3', '4', '5', '6'])
      for (const limit of [1, 2, 3]) {
        const paged = await allPages(cursor =>
          researcher.call(listClaims, { query: { order, limit, cursor } }),
        )
        expect(paged.map(({ statement }) => statement)).toEqual(whole)
      }
    }
    expect((await find({ order: 'said_first' })).slice(0, 3)).toEqual(['6', '3', '2'])
    expect((await find({ order: 'said_first' })).slice(5).toSorted()).toEqual(['0', '4'])
    expect((await find({ order: 'said_last' })).slice(0, 2).toSorted()).toEqual(['1', '5'])
    expect((await find({ order: 'said_last' })).slice(5).toSorted()).toEqual(['0', '4'])
    expect((await find()).toSpliced(2)).toEqual(['2', '1'])
    expect(await find({ order: 'oldest' })).toEqual((await find()).toReversed())
  })

  test('a cursor of another order, or none at all, is refused', async () => {
    const { claim } = a()
    for (const _ of [1, 2]) await claim()
    const { next } = await researcher.call(listClaims, { query: { limit: 1 } })
    const ask = (query: Query) => researcher.call(listClaims, { query })
    expect(await issuesOf(ask({ cursor: next ?? '', order: 'said_last' }))).toEqual([400, 'cursor'])
    for (const key of [['2020-13-45T00:00:00.000Z', randomUUID()], ['infinity', 'x'], 7]) {
      const cursor = Buffer.from(JSON.stringify(key)).toString('base64url')
      expect(await issuesOf(ask({ cursor }))).toEqual([400, 'cursor'])
    }
    expect(await issuesOf(researcher.call(listClaims, { query: { limit: 0 } }))).toEqual([400, 'limit'])
  })

  test('an item says what a row of the table shows', async () => {
    const { claim, source } = a()
    const from = await source({ title: 'A source', published: '2020' })
    const made = await claim({ source: from, said: '2020-01', topics: ['Syria', 'Iraq'], howPut: 'denied' })
    const { items, next } = await researcher.call(listClaims, {})
    expect(next).toBeNull()
    expect(items).toEqual([
      {
        id: made.id,
        version: 1,
        statement: made.statement,
        howPut: 'denied',
        speaker: made.speaker,
        said: { edtf: '2020-01', from: '2020-01-01', to: '2020-01-31' },
        topics: made.topics,
        createdAt: made.createdAt,
        quote: { snapshotId: from.snapshots[0]?.id, exact: 'No decision has been made', start: 31, end: 56 },
        source: made.appearances[0]?.source,
        appearances: 1,
        disputed: false,
        sameAs: null,
      },
    ])
  })
})

describe('search', () => {
  const TEXT = 'They said: “There’s been no decision whatsoever to leave Iraq”. Nothing more.'

  beforeEach(async () => {
    const { claim, source } = a()
    const paper = await source({ text: TEXT, outlet: 'The Evening Paper', published: '2020-01-06' })
    const radio = await source({
      text: '5,000 troops withdraw from Iraq; 军队将撤离伊拉克。',
      outlet: 'Radio 100%',
      published: '2021',
    })
    await claim({
      source: paper,
      words: 'no decision whatsoever to leave Iraq',
      statement: 'Esper decides',
      speaker: person('Mark Esper'),
      topics: ['Iraq War'],
      said: '2020-01-06',
    })
    await claim({
      source: radio,
      words: '5,000 troops withdraw',
      statement: 'Withdrawal begins',
      speaker: { ...person('General'), aliases: ['Mark Milley'] },
      topics: ['Troops'],
    })
    await claim({
      source: radio,
      words: '军队将撤离伊拉克',
      statement: 'Contradictions remain',
      speaker: person('Zhang'),
      said: '2019',
    })
  })

  const [esper, milley, zhang] = ['Esper decides', 'Withdrawal begins', 'Contradictions remain']

  test.each<[string, string[]]>([
    // Words are found by their stem, in the statement or the quote, and all must be there.
    ['withdrawals', [milley]],
    ['withdraws', [milley]],
    ['leaving decided', [esper]],
    ['iraq', [esper]],
    ['iraq troops', []],
    // The last one may be the beginning of a word, in its own letters.
    ['contradicti', [zhang]],
    ['contradicti remain', []],
    ['withd', [milley]],
    // Phrases stand as they are written, common words included.
    ['"no decision whatsoever"', [esper]],
    ['"decision whatsoever no"', []],
    ['"a decision whatsoever"', []],
    ['"5,000 troops"', [milley]],
    ['5,000', [milley]],
    ['"troops 5,000"', []],
    // What is common is left out, unless there is nothing else.
    ['the decision', [esper]],
    ['no', [esper]],
    ['-no', [milley, zhang]],
    // A minus excludes.
    ['-troops', [esper, zhang]],
    ['-"no decision" -contradictions', [milley]],
    ['begins -withdrawal', []],
    // Scripts without spaces.
    ['军队将撤离伊拉克', [zhang]],
    ['军队', [zhang]],
    ['伊拉克', [zhang]],
    // Fields.
    ['speaker:ESPER', [esper]],
    ['speaker:milley', [milley]],
    ['speaker:mark', [esper, milley]],
    ['speaker:esper speaker:zhang', [esper, zhang]],
    ['-speaker:mark', [zhang]],
    ['speaker:mark -speaker:esper', [milley]],
    ['outlet:evening', [esper]],
    ['outlet:"100%"', [milley, zhang]],
    ['-outlet:radio', [esper]],
    ['topic:war', [esper]],
    ['topic:war topic:troops', [esper, milley]],
    ['-topic:war', [milley, zhang]],
    ['speaker:_', []],
    // Days: as said, else as first published.
    ['before:2020', [zhang]],
    ['before:2020-01-06', [zhang]],
    ['before:2020-01-07', [esper, zhang]],
    ['after:2019', [esper, milley]],
    ['after:2020-01-06', [milley]],
    ['after:2020 before:2022', [milley]],
    ['after:2021', []],
    ['outlet:radio before:2020', [zhang]],
    // What no word can be read in is no condition.
    ['', [esper, milley, zhang]],
    [' \u0000 " - ', [esper, milley, zhang]],
    ['\\ % _ & | ! ( ) : * <->', [esper, milley, zhang]],
    ["'; DROP TABLE claim; --", []],
    ['مرحبا', []],
  ])('%s', async (q, expected) => {
    expect((await find({ q })).toSorted()).toEqual(expected.toSorted())
  })

  test('what cannot be understood is named, and the rest counts', async () => {
    const q = 'before:yesterday troops "open'
    const { items, problems } = await researcher.call(listClaims, { query: { q } })
    expect(items).toEqual([])
    expect(problems.map(({ start, end }) => q.slice(start, end))).toEqual(['before:yesterday', '"open'])
    const long = researcher.call(listClaims, { query: { q: 'x'.repeat(1_001) } })
    expect(await issuesOf(long)).toEqual([400, 'q'])
  })

  test('facets of one kind are alternatives, of several kinds conditions', async () => {
    const { items } = await researcher.call(listClaims, { query: { q: 'speaker:mark' } })
    const [one, other] = items.map(({ speaker }) => speaker.id)
    expect(await find({ speaker: [one ?? '', other ?? ''] })).toHaveLength(2)
    expect(await find({ speaker: [one ?? ''], outlet: ['Radio 100%', 'The Evening Paper'] })).toHaveLength(1)
    expect(await find({ outlet: ['radio 100%'] })).toEqual([])
    expect(await find({ topic: ['iraq-war', 'troops'] })).toHaveLength(2)
    expect(await find({ topic: ['iraq-war'], outlet: ['Radio 100%'] })).toEqual([])
    expect(await find({ howPut: ['asserted', 'denied'] })).toHaveLength(3)
    expect(await find({ howPut: ['denied'] })).toEqual([])
    expect(await find({ from: '2020-01-06', to: '2020-01-06' })).toEqual([esper])
    expect((await find({ from: '2020' })).toSorted()).toEqual([esper, milley])
    expect(await find({ to: '2019-06' })).toEqual([zhang])
    expect(await find({ from: '2019-06', to: '2019-07' })).toEqual([zhang])
    expect(await find({ from: '2022' })).toEqual([])
    const wrong = 'speaker=x&howPut=loud&from=2020-13&disputed=maybe&order=best&colour=red&topic=%00'
    const answer = await researcher.send('get', `${listClaims.path}?${wrong}`)
    const { issues } = ErrorBody.parse(await answer.json())
    expect(issues?.map(({ path }) => path).toSorted()).toEqual([
      'colour',
      'disputed',
      'from',
      'howPut',
      'order',
      'speaker',
      'topic',
    ])
  })
})

describe('counts', () => {
  test('per speaker, outlet, topic and how put, each as if nothing of it were chosen', async () => {
    const { claim, source } = given(api)
    const paper = await source({ outlet: 'Paper' })
    const radio = await source({ outlet: 'Radio' })
    const esper = { name: 'Esper', kind: 'person' } as const
    const one = await claim({ source: paper, speaker: esper, topics: ['Iraq', 'Troops'] })
    await claim({ source: paper, speaker: esper, topics: ['Iraq'], howPut: 'denied' })
    await claim({ source: radio })
    expect(await facets()).toEqual({
      total: 3,
      speaker: [
        { value: one.speaker.id, label: 'Esper', claims: 2 },
        { value: expect.any(String), label: 'The Minister', claims: 1 },
      ],
      outlet: [
        { value: 'Paper', label: 'Paper', claims: 2 },
        { value: 'Radio', label: 'Radio', claims: 1 },
      ],
      topic: [
        { value: 'iraq', label: 'Iraq', claims: 2 },
        { value: 'troops', label: 'Troops', claims: 1 },
      ],
      howPut: [
        { value: 'asserted', label: 'asserted', claims: 2 },
        { value: 'denied', label: 'denied', claims: 1 },
      ],
    })
    const chosen = await facets({ outlet: ['Radio'], howPut: ['asserted'] })
    expect(chosen.total).toBe(1)
    expect(chosen.outlet).toEqual([
      { value: 'Paper', label: 'Paper', claims: 1 },
      { value: 'Radio', label: 'Radio', claims: 1 },
    ])
    expect(chosen.howPut).toEqual([{ value: 'asserted', label: 'asserted', claims: 1 }])
    expect(chosen.topic).toEqual([])
    expect(
      (
        await facets({
          speaker: [one.speaker.id],
          outlet: ['Paper'],
          topic: ['troops'],
          howPut: ['asserted'],
        })
      ).total,
    ).toBe(1)
    expect(await facets({ q: 'qwertz' })).toEqual({
      total: 0,
      speaker: [],
      outlet: [],
      topic: [],
      howPut: [],
    })
    expect(await facets({}, api.anonymous)).toEqual({
      total: 0,
      speaker: [],
      outlet: [],
      topic: [],
      howPut: [],
    })
  })

  test('the twenty largest groups, from 10,000 claims at most', async () => {
    const { id } = await given(api).claim({ topics: Array.from({ length: 20 }, (_, n) => `Topic ${n}`) })
    await given(api).claim({ topics: ['Another', 'Topic 3'] })
    // As copies with nothing behind them: ten thousand whole claims take long to make.
    await api.deps.database.pool.query(`
      BEGIN; SET LOCAL session_replication_role = replica;
      INSERT INTO claim (id, statement, "howPut", "speakerId", outlets)
      SELECT gen_random_uuid(), 'Copy ' || n, 'asserted', "speakerId", outlets
      FROM claim, generate_series(1, 10050) AS n WHERE id = '${id}';
      COMMIT`)
    const { total, topic, outlet } = await facets()
    expect(total).toBe(10_000)
    expect(outlet).toEqual([{ value: 'The Paper', label: 'The Paper', claims: 10_000 }])
    expect((await facets({ topic: ['topic-3'] })).topic).toEqual(topic)
    expect((await facets({ topic: ['topic-3'] })).total).toBe(2)
  })
})

describe('what is filtered by follows what is written', () => {
  test('a claim’s wording, its source’s outlet and date, a topic’s name', async () => {
    const { claim, source } = a()
    const from = await source({ outlet: 'Paper', published: '2020' })
    const { id, topics } = await claim({ source: from, statement: 'Before', topics: ['Irak'] })
    await researcher.call(updateClaim, { params: { id }, body: { version: 1, statement: 'After' } })
    expect([await find({ q: 'before' }), await find({ q: 'after' })]).toEqual([[], ['After']])
    await researcher.call(updateSource, {
      params: { id: from.id },
      body: { version: 1, outlet: 'Radio', published: '2021' },
    })
    expect([await find({ outlet: ['Paper'] }), await find({ outlet: ['Radio'] })]).toEqual([[], ['After']])
    expect([await find({ to: '2020' }), await find({ from: '2021' })]).toEqual([[], ['After']])
    await researcher.call(updateClaim, {
      params: { id },
      body: { version: 2, said: '2019', topics: ['Irak', 'New'] },
    })
    expect([await find({ to: '2020' }), await find({ from: '2021' })]).toEqual([['After'], []])
    const editor = await api.as('editor')
    const params = { id: topics[0]?.id ?? '' }
    await editor.call(renameTopic, { params, body: { from: 'Irak', name: 'Iraq' } })
    expect([await find({ q: 'topic:irak' }), await find({ q: 'topic:iraq' })]).toEqual([[], ['After']])
    await researcher.call(updateClaim, { params: { id }, body: { version: 3, topics: ['New'] } })
    expect([await find({ topic: ['irak'] }), await find({ topic: ['new'] })]).toEqual([[], ['After']])
  })

  test('disputed: on a point, or in a confirmed contradiction, until it is taken back', async () => {
    const { pair, confirmed, dispute } = a()
    const [one, other] = await pair()
    expect(await countDisputed()).toEqual([0, 2])
    const relation = await confirmed({ leftId: one.id, rightId: other.id })
    expect(await countDisputed()).toEqual([2, 0])
    const editor = await api.as('editor')
    await editor.call(undoDecision, { params: { id: relation.id }, body: { version: relation.version } })
    expect(await countDisputed()).toEqual([0, 2])
    const point = await dispute({
      positions: [
        { label: 'Yes', claimIds: [one.id] },
        { label: 'No', claimIds: [] },
      ],
    })
    expect(await countDisputed()).toEqual([1, 1])
    const body = { version: point.version, positions: [] }
    await editor.call(arrangePositions, { params: { id: point.id }, body })
    expect(await countDisputed()).toEqual([0, 2])
  })

  test('the public’s list: what stands on a published point, until it is taken back', async () => {
    const { claim, published } = a()
    await claim({ statement: 'Hidden' })
    const ids: string[] = []
    for (const statement of ['One', 'Two']) ids.push((await claim({ statement })).id)
    const [one = '', two = ''] = ids
    const point = await published({
      positions: [
        { label: 'Yes', claimIds: [one] },
        { label: 'No', claimIds: [two] },
      ],
    })
    const everybody = api.anonymous
    expect(await find({}, everybody)).toEqual(['Two', 'One'])
    expect(await find({ disputed: 'true', order: 'said_last' }, everybody)).toHaveLength(2)
    expect(await find({ disputed: 'false' }, everybody)).toEqual([])
    expect(await find({ q: 'hidden' }, everybody)).toEqual([])
    expect(await facets({}, everybody)).toMatchObject({ total: 2, outlet: [{ claims: 2 }] })
    const reader = await api.as('reader')
    expect(await find({}, reader)).toHaveLength(2)
    const editor = await api.as('editor')
    await editor.call(unpublishDispute, { params: { id: point.id }, body: { version: point.version } })
    expect(await find({}, everybody)).toEqual([])
    expect(await find()).toHaveLength(3)
  })
})

test('the state of a quote in the newest text: as it is now, not as it was in between', async () => {
  const text = 'No decision fell on Monday in the town hall. Nobody drowned. The bridge is shut. All is well.'
  const from = await given(api).source({ text })
  const claims = {
    words: 'No decision fell on Monday in the town hall',
    other: 'Nobody drowned',
    third: 'The bridge is shut',
  }
  for (const words of Object.values(claims)) await given(api).claim({ source: from, words, statement: words })
  await given(api).claim({ statement: 'Elsewhere' })
  const recapture = (newer: string) =>
    researcher.call(addSnapshot, { params: { id: from.id }, body: { text: newer } })
  const states = async () =>
    Promise.all(
      (['exact', 'moved', 'changed', 'missing'] as const).map(async state =>
        (await find({ quoteState: [state] })).toSorted(),
      ),
    )
  expect(await states()).toEqual([[...Object.values(claims), 'Elsewhere'].toSorted(), [], [], []])
  await recapture('News. A decision fell on Monday in the town hall. The bridge is shut. All is well.')
  expect(await states()).toEqual([
    ['Elsewhere'],
    ['The bridge is shut'],
    ['No decision fell on Monday in the town hall'],
    ['Nobody drowned'],
  ])
  await recapture('No decision fell on Monday in the town hall. Nobody drowned. All is well.')
  expect((await states()).slice(1)).toEqual([[], [], ['The bridge is shut']])
  expect((await find({ quoteState: ['exact', 'missing'] })).toSorted()).toEqual(
    [...Object.values(claims), 'Elsewhere'].toSorted(),
  )
})
