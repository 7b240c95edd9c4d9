import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { createSpeaker, listSpeakers, readSpeaker, updateSpeaker } from '#contract/speakers.ts'
import { useApi } from '../support/api.ts'
import { eventsOf } from '../support/events.ts'
import { given } from '../support/given.ts'
import { givenDisputes } from '../support/given-disputes.ts'
import { allPages } from '../support/pages.ts'
import { issuesOf, refusalOf } from '../support/refusal.ts'

const api = useApi()
const a = () => given(api)
const names = (page: { items: { name: string }[] }) => page.items.map(({ name }) => name)

describe('adding', () => {
  test('with all that is known, and an event', async () => {
    const researcher = await api.as('researcher')
    const speaker = await researcher.call(createSpeaker, {
      body: {
        name: ' Mark Esper ',
        kind: 'person',
        role: 'Secretary of Defense',
        aliases: ['Mark T. Esper'],
        wikidataId: 'https://www.wikidata.org/wiki/q27917336',
      },
    })
    expect(speaker).toMatchObject({
      name: 'Mark Esper',
      kind: 'person',
      disambiguation: '',
      aliases: ['Mark T. Esper'],
      wikidataId: 'Q27917336',
      claims: 0,
      version: 1,
    })
    expect(await eventsOf(api, speaker.id)).toMatchObject([
      {
        action: 'speaker.created',
        actorId: researcher.viewer?.id,
        to: { name: 'Mark Esper', aliases: ['Mark T. Esper'] },
      },
    ])
  })

  test('a name is that of one speaker of a kind, whatever its case, unless something tells them apart', async () => {
    const researcher = await api.as('researcher')
    const first = await a().speaker({ name: 'John Smith', kind: 'person' })
    const add = (name: string, disambiguation = '', kind: 'person' | 'document' = 'person') =>
      researcher.call(createSpeaker, { body: { name, kind, disambiguation } })
    expect(await refusalOf(add('john SMITH'))).toMatchObject({
      status: 409,
      body: { current: { id: first.id } },
    })
    await add('John Smith', 'the mayor')
    await add('John Smith', '', 'document')
    expect((await refusalOf(add('John Smith', 'The Mayor'))).message).toContain('disambiguation')
  })

  test('a Wikidata id is that of one speaker', async () => {
    const researcher = await api.as('researcher')
    const first = await a().speaker({ name: 'One', wikidataId: 'Q42' })
    const same = researcher.call(createSpeaker, { body: { name: 'Two', kind: 'person', wikidataId: 'q42' } })
    const refusal = await refusalOf(same)
    expect(refusal).toMatchObject({ status: 409, body: { current: { id: first.id } } })
    expect(refusal.body.message).toBe('Q42 of Wikidata is “One” already.')
    const wrong = researcher.call(createSpeaker, { body: { name: 'Two', kind: 'person', wikidataId: '42' } })
    expect(await issuesOf(wrong)).toEqual([400, 'wikidataId'])
  })

  test('a request sent twice writes once', async () => {
    const researcher = await api.as('researcher')
    const body = { id: randomUUID(), name: 'Once', kind: 'person' } as const
    const answers = await Promise.allSettled([1, 2].map(() => researcher.call(createSpeaker, { body })))
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const again = await refusalOf(researcher.call(createSpeaker, { body }))
    expect(again).toMatchObject({ status: 409, body: { current: { id: body.id } } })
  })

  test('all that is wrong is said at once', async () => {
    const researcher = await api.as('researcher')
    const wrong = researcher.call(createSpeaker, {
      body: {
        name: '',
        kind: 'person',
        aliases: ['ok', ' '],
        role: 'x'.repeat(201),
        disambiguation: 'x\u0000',
      },
    })
    expect(await issuesOf(wrong)).toEqual([400, 'name', 'disambiguation', 'role', 'aliases.1'])
  })
})

describe('correcting', () => {
  test('only what changed is written, with its event', async () => {
    const researcher = await api.as('researcher')
    const { id } = await a().speaker({ name: 'Mark Espr', role: 'Secretary' })
    const change = (body: object) =>
      researcher.call(updateSpeaker, { params: { id }, body: { version: 1, ...body } })
    const after = await change({ name: 'Mark Esper', role: null, aliases: ['Esper'] })
    expect(after).toMatchObject({ version: 2, name: 'Mark Esper', role: null, aliases: ['Esper'] })
    expect((await eventsOf(api, id)).at(-1)).toMatchObject({
      action: 'speaker.updated',
      from: { name: 'Mark Espr', role: 'Secretary', aliases: [] },
      to: { name: 'Mark Esper', role: null, aliases: ['Esper'] },
    })
    const late = await refusalOf(change({ name: 'Late' }))
    expect(late).toMatchObject({ status: 409, body: { current: after } })
    expect(await change({ version: 2, name: 'Mark Esper' })).toMatchObject({ version: 2 })
    expect(await eventsOf(api, id)).toHaveLength(2)
  })

  test('of two at the same time one is told what stands', async () => {
    const researcher = await api.as('researcher')
    const { id } = await a().speaker()
    const answers = await Promise.allSettled(
      ['One', 'Two'].map(name =>
        researcher.call(updateSpeaker, { params: { id }, body: { version: 1, name } }),
      ),
    )
    const won = answers.find(answer => answer.status === 'fulfilled')
    const lost = answers.find(answer => answer.status === 'rejected')
    expect(lost?.reason).toMatchObject({ status: 409, body: { current: won?.value } })
  })

  test('the name of another is refused with that one; one’s own in another case is taken', async () => {
    const researcher = await api.as('researcher')
    const first = await a().speaker({ name: 'Taken' })
    const { id } = await a().speaker({ name: 'own' })
    const rename = (name: string) =>
      researcher.call(updateSpeaker, { params: { id }, body: { version: 1, name } })
    expect(await refusalOf(rename('taken'))).toMatchObject({
      status: 409,
      body: { current: { id: first.id } },
    })
    expect(await rename('Own')).toMatchObject({ version: 2, name: 'Own' })
  })

  test('what is not there is not found', async () => {
    const researcher = await api.as('researcher')
    const params = { id: randomUUID() }
    expect((await refusalOf(researcher.call(readSpeaker, { params }))).status).toBe(404)
    const update = researcher.call(updateSpeaker, { params, body: { version: 1 } })
    expect((await refusalOf(update)).status).toBe(404)
  })
})

describe('listing', () => {
  test('the pages joined are the whole list by name, with equal names too', async () => {
    const researcher = await api.as('researcher')
    for (const disambiguation of ['', 'b', 'c']) await a().speaker({ name: 'Zed', disambiguation })
    for (const name of ['alpha', 'Beta', `${'é'.repeat(199)}z`]) await a().speaker({ name })
    const whole = await researcher.call(listSpeakers, {})
    expect(names(whole).slice(0, 5)).toEqual(['alpha', 'Beta', 'Zed', 'Zed', 'Zed'])
    const paged = await allPages(cursor => researcher.call(listSpeakers, { query: { limit: 1, cursor } }))
    expect(paged).toEqual(whole.items)
    for (const key of [['x'], ['\u0000', randomUUID()], 'x']) {
      const cursor = Buffer.from(JSON.stringify(key)).toString('base64url')
      expect(await issuesOf(researcher.call(listSpeakers, { query: { cursor } }))).toEqual([400, 'cursor'])
    }
  })

  test('by name or alias, what begins with it first, a slip of the pen forgiven', async () => {
    const researcher = await api.as('researcher')
    await a().speaker({ name: 'The Esperanto League', kind: 'organisation' })
    await a().speaker({ name: 'Mark Esper' })
    await a().speaker({ name: 'Esper Foundation', kind: 'organisation' })
    await a().speaker({ name: 'Chairman', aliases: ['Mark Milley', '100% certain'] })
    const find = async (q: string) => names(await researcher.call(listSpeakers, { query: { q } }))
    expect(await find('esper')).toEqual(['Esper Foundation', 'Mark Esper', 'The Esperanto League'])
    expect(await find('mill')).toEqual(['Chairman'])
    expect((await find('Mark Espr'))[0]).toBe('Mark Esper')
    expect(await find('100%')).toEqual(['Chairman'])
    expect(await find('%')).toEqual(['Chairman'])
    expect(await find('مرحبا 🙂 \\ _')).toEqual([])
    const nul = await researcher.send('get', `${listSpeakers.path}?q=%00`)
    expect(nul.status).toBe(400)
  })

  test('claims are counted, and the public sees the speakers of published claims alone', async () => {
    const { claim, published } = givenDisputes(api)
    const speaker = { name: 'Esper', kind: 'person' } as const
    const shown = await claim({ speaker })
    await claim({ speaker: { id: shown.speaker.id } })
    const hidden = await claim({ speaker: { name: 'Esper’s aide', kind: 'person' } })
    const other = await claim({ speaker: { name: 'Milley', kind: 'person' } })
    await published({
      positions: [
        { label: 'Yes', claimIds: [shown.id] },
        { label: 'No', claimIds: [other.id] },
      ],
    })
    const researcher = await api.as('researcher')
    const count = async (client = researcher) =>
      (await client.call(listSpeakers, {})).items.map(({ name, claims }) => [name, claims])
    expect(await count()).toEqual([
      ['Esper', 2],
      ['Esper’s aide', 1],
      ['Milley', 1],
    ])
    expect(await count(api.anonymous)).toEqual([
      ['Esper', 1],
      ['Milley', 1],
    ])
    expect(names(await api.anonymous.call(listSpeakers, { query: { q: 'esper' } }))).toEqual(['Esper'])
    const read = (id: string) => api.anonymous.call(readSpeaker, { params: { id } })
    expect(await read(shown.speaker.id)).toMatchObject({ claims: 1 })
    expect((await refusalOf(read(hidden.speaker.id))).status).toBe(404)
  })
})
