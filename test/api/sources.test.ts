import { createHash, randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { ErrorBody } from '#contract/error.ts'
import {
  addSnapshot,
  createSource,
  listOutlets,
  listSources,
  readSnapshot,
  readSource,
  updateSource,
} from '#contract/sources.ts'
import { useApi } from '../support/api.ts'
import { eventsOf } from '../support/events.ts'
import { givenDisputes } from '../support/given-disputes.ts'
import { allPages } from '../support/pages.ts'
import { issuesOf, refusalOf } from '../support/refusal.ts'

const api = useApi()
const a = () => givenDisputes(api)
const NEW = { title: 'A letter', kind: 'letter', text: 'We will leave.' } as const
const titles = (items: { title: string }[]) => items.map(item => item.title)

describe('adding', () => {
  test('the text is normalised, hashed and counted in UTF-16 units', async () => {
    const researcher = await api.as('researcher')
    const text = '\uFEFFOne “quoted” line.  \r\n\r\n\r\n\r\nTwo 👩‍👩‍👧 three \u0000 \uD800.\r\n'
    const source = await researcher.call(createSource, {
      body: {
        ...NEW,
        text,
        url: 'https://Example.org:443/a/?utm_source=x&b=2#top',
        published: 'circa January 2020',
        authors: ['A. Writer'],
        language: 'en-GB',
        note: '  ',
      },
    })
    const clean = 'One “quoted” line.\n\nTwo 👩‍👩‍👧 three  \uFFFD.'
    expect(source).toMatchObject({
      title: 'A letter',
      url: 'https://Example.org:443/a/?utm_source=x&b=2#top',
      canonicalUrl: 'https://example.org/a?b=2',
      published: { edtf: '2020-01~', from: '2020-01-01', to: '2020-01-31' },
      modified: null,
      language: 'en-GB',
      note: null,
      version: 1,
      createdBy: { name: 'researcher' },
      snapshots: [{ length: clean.length, sha256: createHash('sha256').update(clean).digest('hex') }],
    })
    const snapshot = await researcher.call(readSnapshot, { params: { id: source.snapshots[0]?.id ?? '' } })
    expect(snapshot.text).toBe(clean)
    expect(snapshot).toMatchObject({ sourceId: source.id, length: clean.length })
    const actorId = researcher.viewer?.id
    expect(await eventsOf(api, source.id)).toMatchObject([
      { action: 'source.created', actorId, from: null, to: { title: 'A letter', published: '2020-01~' } },
    ])
    expect(await eventsOf(api, snapshot.id)).toMatchObject([
      { action: 'snapshot.captured', actorId, to: { sourceId: source.id, length: clean.length } },
    ])
  })

  test('a text of the greatest length, in any script, is kept and found', async () => {
    const researcher = await api.as('researcher')
    const text = `${'א ب 中 🙂 '.repeat(62_499)}zzyzx`
    const source = await researcher.call(createSource, { body: { ...NEW, text } })
    expect(source.snapshots[0]?.length).toBe(text.length)
    const longer = researcher.call(createSource, { body: { ...NEW, text: 'x'.repeat(500_001) } })
    expect(await issuesOf(longer)).toEqual([400, 'text'])
  })

  test('the days at both ends of the calendar are kept', async () => {
    const { id } = await a().source({ published: '0001', modified: 'since 2020' })
    const source = await (await api.as('researcher')).call(readSource, { params: { id } })
    expect(source.published).toEqual({ edtf: '0001', from: '0001-01-01', to: '0001-12-31' })
    expect(source.modified).toEqual({ edtf: '2020/..', from: '2020-01-01', to: '9999-12-31' })
  })

  test('an id chosen by the caller makes a request sent twice write once', async () => {
    const researcher = await api.as('researcher')
    const body = { ...NEW, id: randomUUID() }
    const answers = await Promise.allSettled([
      researcher.call(createSource, { body }),
      researcher.call(createSource, { body }),
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const again = await refusalOf(researcher.call(createSource, { body }))
    expect(again).toMatchObject({ status: 409, body: { current: { id: body.id, title: 'A letter' } } })
    expect(await api.deps.database.prisma.snapshot.count()).toBe(1)
  })

  test('one address is one source, and the refusal names it', async () => {
    const researcher = await api.as('researcher')
    const first = await a().source({ title: 'The first', url: 'https://example.org/a' })
    const same = await refusalOf(
      researcher.call(createSource, { body: { ...NEW, url: 'https://example.org/a/?utm_medium=mail' } }),
    )
    expect(same).toMatchObject({ status: 409, body: { current: { id: first.id } } })
    expect(same.message).toContain('“The first”')
  })

  test('all that is wrong is said at once', async () => {
    const researcher = await api.as('researcher')
    const wrong = await researcher.send('post', createSource.path, {
      title: ' ',
      kind: 'rumour',
      url: 'example.org',
      published: 'the 31st of June 2020',
      text: '',
      colour: 'red',
    })
    expect(wrong.status).toBe(400)
    const { issues } = ErrorBody.parse(await wrong.json())
    expect(issues?.map(({ path }) => path).toSorted()).toEqual([
      'colour',
      'kind',
      'published',
      'text',
      'title',
      'url',
    ])
    const title = researcher.call(createSource, { body: { ...NEW, title: 'half \uD83D' } })
    expect(await issuesOf(title)).toEqual([400, 'title'])
    const url = researcher.call(createSource, { body: { ...NEW, url: 'https://example.org/\u0000' } })
    expect(await issuesOf(url)).toEqual([400, 'url'])
    const blank = researcher.call(createSource, { body: { ...NEW, text: '\u0001\u0002' } })
    expect(await issuesOf(blank)).toEqual([422, 'text'])
  })
})

describe('capturing again', () => {
  test('another text is a new snapshot, the text that stands none, a text that is put back one again', async () => {
    const researcher = await api.as('researcher')
    const { id } = await a().source({ text: 'One.' })
    const twice = await researcher.call(addSnapshot, { params: { id }, body: { text: 'Two.' } })
    expect(twice.snapshots).toHaveLength(2)
    const same = await researcher.call(addSnapshot, { params: { id }, body: { text: ' Two. \r\n' } })
    expect(same.snapshots.map(({ id }) => id)).toEqual(twice.snapshots.map(({ id }) => id))
    const newest = same.snapshots[0]?.id ?? ''
    expect(await researcher.call(readSnapshot, { params: { id: newest } })).toMatchObject({ text: 'Two.' })
    expect(await eventsOf(api, newest)).toHaveLength(1)
    const back = await researcher.call(addSnapshot, { params: { id }, body: { text: 'One.' } })
    expect(back.snapshots.map(({ sha256 }) => sha256)).toEqual([
      same.snapshots[1]?.sha256,
      same.snapshots[0]?.sha256,
      same.snapshots[1]?.sha256,
    ])
  })

  test('what is not there is not found', async () => {
    const researcher = await api.as('researcher')
    const params = { id: randomUUID() }
    const calls = [
      () => researcher.call(addSnapshot, { params, body: { text: 'One.' } }),
      () => researcher.call(readSource, { params }),
      () => researcher.call(readSnapshot, { params }),
      () => researcher.call(updateSource, { params, body: { version: 1, title: 'x' } }),
    ]
    for (const call of calls) expect((await refusalOf(call())).status).toBe(404)
    expect(await issuesOf(researcher.call(readSource, { params: { id: 'x' } }))).toEqual([400, 'id'])
  })
})

describe('correcting', () => {
  test('only what changed is written, with its event', async () => {
    const researcher = await api.as('researcher')
    const before = await a().source({ title: 'Befor', outlet: 'The Paper', published: '2020' })
    const after = await researcher.call(updateSource, {
      params: { id: before.id },
      body: { version: 1, title: 'Before', outlet: null, published: '2020-01', url: 'https://example.org/x' },
    })
    expect(after).toMatchObject({
      version: 2,
      title: 'Before',
      outlet: null,
      canonicalUrl: 'https://example.org/x',
      authors: before.authors,
    })
    expect((await eventsOf(api, before.id)).at(-1)).toMatchObject({
      action: 'source.updated',
      from: { title: 'Befor', outlet: 'The Paper', url: null, published: '2020' },
      to: { title: 'Before', outlet: null, url: 'https://example.org/x', published: '2020-01' },
    })
    const same = await researcher.call(updateSource, {
      params: { id: before.id },
      body: { version: 2, title: 'Before' },
    })
    expect(same.version).toBe(2)
    expect(await eventsOf(api, before.id)).toHaveLength(2)
  })

  test('of two at the same time one is told what stands', async () => {
    const researcher = await api.as('researcher')
    const { id } = await a().source()
    const change = (title: string) =>
      researcher.call(updateSource, { params: { id }, body: { version: 1, title } })
    const answers = await Promise.allSettled([change('One'), change('Two')])
    const won = answers.find(answer => answer.status === 'fulfilled')
    const lost = answers.find(answer => answer.status === 'rejected')
    expect(lost?.reason).toMatchObject({ status: 409, body: { current: won?.value } })
  })

  test('the address of another source is refused with that source', async () => {
    const researcher = await api.as('researcher')
    const first = await a().source({ url: 'https://example.org/a' })
    const { id } = await a().source()
    const taken = researcher.call(updateSource, {
      params: { id },
      body: { version: 1, url: 'https://example.org/a#x' },
    })
    expect(await refusalOf(taken)).toMatchObject({ status: 409, body: { current: { id: first.id } } })
  })
})

describe('listing', () => {
  test('the pages joined are the whole list, newest first, at one moment too', async () => {
    const researcher = await api.as('researcher')
    for (let count = 0; count < 5; count++) await a().source({ title: `Source ${count}` })
    await api.deps.database.pool.query(`UPDATE source SET "createdAt" = '2020-01-06'`)
    const whole = (await researcher.call(listSources, {})).items
    expect(whole).toHaveLength(5)
    const paged = await allPages(cursor => researcher.call(listSources, { query: { limit: 2, cursor } }))
    expect(paged).toEqual(whole)
    const cursor = researcher.call(listSources, { query: { cursor: 'x' } })
    expect(await issuesOf(cursor)).toEqual([400, 'cursor'])
    const limit = researcher.call(listSources, { query: { limit: 101 } })
    expect(await issuesOf(limit)).toEqual([400, 'limit'])
  })

  test('found by words, phrase, minus, outlet, dates and kind', async () => {
    const researcher = await api.as('researcher')
    await a().source({
      title: 'Troops withdraw',
      outlet: 'Evening News',
      text: 'They leave Iraq.',
      published: '2020',
    })
    await a().source({
      title: 'Nothing decided',
      outlet: 'The Paper',
      text: 'No troops leave.',
      kind: 'letter',
    })
    const find = async (query: { q?: string; outlet?: string[]; kind?: 'letter' }) =>
      titles((await researcher.call(listSources, { query })).items).toSorted()
    const [withdraw, nothing] = ['Troops withdraw', 'Nothing decided']
    const cases: [string, string[]][] = [
      ['leaving', [nothing, withdraw]],
      ['iraq', [withdraw]],
      ['"leave iraq"', [withdraw]],
      ['"iraq leave"', []],
      ['leave -iraq', [nothing]],
      ['evening troop', [withdraw]],
      ['withd', [withdraw]],
      ['outlet:paper', [nothing]],
      ['-outlet:paper', [withdraw]],
      ['before:2021', [withdraw]],
      ['after:2021', []],
      ['of', [nothing, withdraw]],
      ['100% _ \\', []],
      ['\u0000', [nothing, withdraw]],
    ]
    for (const [q, found] of cases) expect([q, await find({ q })]).toEqual([q, found])
    expect(await find({ outlet: ['Evening News', 'Another'] })).toEqual([withdraw])
    expect(await find({ kind: 'letter' })).toEqual([nothing])
    const nul = await researcher.send('get', `${listSources.path}?outlet=%00`)
    expect(nul.status).toBe(400)
  })

  test('found by the speakers and topics of its claims; its claims are counted once each', async () => {
    const researcher = await api.as('researcher')
    const { claim, source, confirmed } = a()
    const from = await source({ title: 'With claims', text: 'One thing. Another thing.' })
    const one = await claim({
      source: from,
      words: 'One thing',
      topics: ['Iraq'],
      speaker: { name: 'Esper', kind: 'person' },
    })
    const other = await claim({ source: from, words: 'Another thing' })
    const { items } = await researcher.call(listSources, { query: { q: 'speaker:esp topic:iraq' } })
    expect(items).toMatchObject([{ title: 'With claims', claims: 2, disputed: 0 }])
    await confirmed({ leftId: one.id, rightId: other.id })
    const [item] = (await researcher.call(listSources, { query: { q: 'topic:iraq' } })).items
    expect(item).toMatchObject({ claims: 2, disputed: 2 })
  })

  test('outlets by how many sources they have, or by what is typed', async () => {
    const researcher = await api.as('researcher')
    for (const outlet of ['The Paper', 'The Paper', 'Paper & Ink', 'Radio 4_%', null])
      await a().source({ outlet })
    const find = async (q?: string) => (await researcher.call(listOutlets, { query: { q } })).items
    expect(await find()).toEqual([
      { outlet: 'The Paper', sources: 2 },
      { outlet: 'Paper & Ink', sources: 1 },
      { outlet: 'Radio 4_%', sources: 1 },
    ])
    expect((await find(' pap')).map(({ outlet }) => outlet)).toEqual(['Paper & Ink', 'The Paper'])
    expect((await find('4_%')).map(({ outlet }) => outlet)).toEqual(['Radio 4_%'])
  })
})

test('the public sees the sources, snapshots and outlets of published claims alone', async () => {
  const { claim, source, dispute, published } = a()
  const shown = await source({ title: 'Shown', outlet: 'The Paper', text: 'A word in public.' })
  const researcher = await api.as('researcher')
  await researcher.call(addSnapshot, { params: { id: shown.id }, body: { text: 'A word in secret.' } })
  const hidden = await source({ title: 'Hidden', outlet: 'Another' })
  const positions = [{ label: 'Yes', claimIds: [(await claim({ source: shown, words: 'A word' })).id] }]
  await dispute({ positions: [{ label: 'No', claimIds: [(await claim({ source: hidden })).id] }] })
  const everybody = api.anonymous
  expect((await everybody.call(listSources, {})).items).toEqual([])

  await published({ positions: [...positions, { label: 'No', claimIds: [(await claim()).id] }] })
  const list = async (q: string) => titles((await everybody.call(listSources, { query: { q } })).items)
  expect(await list('-source')).toEqual(['Shown'])
  expect(await list('public')).toEqual(['Shown'])
  expect(await list('secret')).toEqual([])
  const seen = await everybody.call(readSource, { params: { id: shown.id } })
  expect(seen.snapshots.map(({ id }) => id)).toEqual(shown.snapshots.map(({ id }) => id))
  const all = await researcher.call(readSource, { params: { id: shown.id } })
  for (const { id } of all.snapshots.filter(({ id }) => id !== shown.snapshots[0]?.id))
    expect((await refusalOf(everybody.call(readSnapshot, { params: { id } }))).status).toBe(404)
  expect((await refusalOf(everybody.call(readSource, { params: { id: hidden.id } }))).status).toBe(404)
  expect((await everybody.call(listOutlets, {})).items).toEqual([{ outlet: 'The Paper', sources: 2 }])
})
