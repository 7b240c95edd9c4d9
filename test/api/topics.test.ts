import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { listClaims } from '#contract/claim-lists.ts'
import { createTopic, listTopics, renameTopic } from '#contract/topics.ts'
import { useApi } from '../support/api.ts'
import { eventsOf } from '../support/events.ts'
import { givenDisputes } from '../support/given-disputes.ts'
import { allPages } from '../support/pages.ts'
import { issuesOf, refusalOf } from '../support/refusal.ts'

const api = useApi()

async function topic(name: string) {
  return (await api.as('researcher')).call(createTopic, { body: { name } })
}

test('one that exists already is answered as it is, whatever its case', async () => {
  const first = await topic('Iraq War')
  expect(first).toMatchObject({ name: 'Iraq War', slug: 'iraq-war', claims: 0 })
  expect(await topic(' iraq war ')).toEqual(first)
  expect(await eventsOf(api, first.id)).toMatchObject([{ action: 'topic.created', to: { name: 'Iraq War' } }])
})

test('several people who add it at once get the same one', async () => {
  const made = await Promise.all(['Iraq', 'iraq', 'IRAQ', 'Iraq'].map(topic))
  expect(new Set(made.map(({ id }) => id)).size).toBe(1)
})

test('names with the same letters get slugs of their own', async () => {
  const names = ['U.S.', 'U S', '???', '!!!', 'العراق', '伊拉克']
  const slugs: string[] = []
  for (const name of names) slugs.push((await topic(name)).slug)
  expect(new Set(slugs).size).toBe(names.length)
  expect(slugs.slice(0, 4)).toEqual(['u-s', 'u-s-2', 'untitled', 'untitled-2'])
})

test('a topic is renamed by whoever saw its name; its slug stays, and so do its claims', async () => {
  const editor = await api.as('editor')
  const { claim } = givenDisputes(api)
  const { topics } = await claim({ topics: ['Irak'] })
  const id = topics[0]?.id ?? ''
  const rename = (from: string, name: string) =>
    editor.call(renameTopic, { params: { id }, body: { from, name } })
  const renamed = await rename('Irak', 'Iraq')
  expect(renamed).toMatchObject({ name: 'Iraq', slug: 'irak', claims: 1 })
  expect((await eventsOf(api, id)).at(-1)).toMatchObject({
    action: 'topic.renamed',
    actorId: editor.viewer?.id,
    from: { name: 'Irak' },
    to: { name: 'Iraq' },
  })
  expect(await refusalOf(rename('Irak', 'Iran'))).toMatchObject({ status: 409, body: { current: renamed } })
  expect(await rename('Iraq', 'IRAQ')).toMatchObject({ name: 'IRAQ' })
  const other = await topic('Syria')
  expect(await refusalOf(rename('IRAQ', 'syria'))).toMatchObject({ status: 409, body: { current: other } })
  expect((await editor.call(listClaims, { query: { topic: ['irak'] } })).items).toHaveLength(1)
})

test('refusals', async () => {
  const editor = await api.as('editor')
  const researcher = await api.as('researcher')
  const params = { id: randomUUID() }
  const body = { from: 'a', name: 'b' }
  expect((await refusalOf(editor.call(renameTopic, { params, body }))).status).toBe(404)
  expect((await refusalOf(researcher.call(renameTopic, { params, body }))).status).toBe(403)
  expect((await refusalOf(api.anonymous.call(createTopic, { body: { name: 'x' } }))).status).toBe(401)
  expect(await issuesOf(researcher.call(createTopic, { body: { name: ' ' } }))).toEqual([400, 'name'])
  expect(await issuesOf(researcher.call(createTopic, { body: { name: '\uDC00' } }))).toEqual([400, 'name'])
})

test('the pages joined are the whole list by name; what is typed narrows it', async () => {
  const researcher = await api.as('researcher')
  for (const name of ['beta', 'Alpha', 'gamma', 'Al', 'New Al']) await topic(name)
  const whole = await researcher.call(listTopics, {})
  expect(whole.items.map(({ name }) => name)).toEqual(['Al', 'Alpha', 'beta', 'gamma', 'New Al'])
  const paged = await allPages(cursor => researcher.call(listTopics, { query: { limit: 2, cursor } }))
  expect(paged).toEqual(whole.items)
  const found = await researcher.call(listTopics, { query: { q: 'AL' } })
  expect(found.items.map(({ name }) => name)).toEqual(['Al', 'Alpha', 'New Al'])
})

test('claims are counted, and the public sees the topics of published claims alone', async () => {
  const { claim, published } = givenDisputes(api)
  const shown = await claim({ topics: ['Iraq', 'Letters'] })
  await claim({ topics: ['Iraq', 'Secret'] })
  await published({
    positions: [
      { label: 'Yes', claimIds: [shown.id] },
      { label: 'No', claimIds: [(await claim()).id] },
    ],
  })
  const count = async (client = api.anonymous, q?: string) =>
    (await client.call(listTopics, { query: { q } })).items.map(({ name, claims }) => [name, claims])
  expect(await count(await api.as('researcher'))).toEqual([
    ['Iraq', 2],
    ['Letters', 1],
    ['Secret', 1],
  ])
  expect(await count()).toEqual([
    ['Iraq', 1],
    ['Letters', 1],
  ])
  expect(await count(api.anonymous, 'e')).toEqual([['Letters', 1]])
})
