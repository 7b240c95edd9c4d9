import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { listSavedSearches, removeSavedSearch, saveSearch } from '#contract/saved-searches.ts'
import { useApi } from '../support/api.ts'
import { eventsOf } from '../support/events.ts'
import { issuesOf, refusalOf } from '../support/refusal.ts'

const api = useApi()

const names = async (role: 'reader' | 'editor') =>
  (await (await api.as(role)).call(listSavedSearches, {})).items.map(({ name }) => name)

test('a search is kept under its name, replaced under the same one, and is nobody else’s', async () => {
  const reader = await api.as('reader')
  const saved = await reader.call(saveSearch, { body: { name: ' Troops ', filters: 'q=troops' } })
  expect(saved).toMatchObject({ name: 'Troops', filters: 'q=troops' })
  const again = await reader.call(saveSearch, { body: { name: 'Troops', filters: 'q=troops&disputed=true' } })
  expect(again).toEqual({ ...saved, filters: 'q=troops&disputed=true' })
  await reader.call(saveSearch, { body: { name: 'Bases', filters: 'topic=bases&topic=iraq' } })
  expect(await names('reader')).toEqual(['Bases', 'Troops'])
  expect(await names('editor')).toEqual([])
  expect(await eventsOf(api, saved.id)).toMatchObject([
    { action: 'saved_search.saved', to: { name: 'Troops', filters: 'q=troops' } },
    { action: 'saved_search.saved', from: { filters: 'q=troops' } },
  ])
})

test('only its owner removes it', async () => {
  const reader = await api.as('reader')
  const { id } = await reader.call(saveSearch, { body: { name: 'Troops', filters: 'q=troops' } })
  const theirs = (await api.as('admin')).call(removeSavedSearch, { params: { id } })
  expect((await refusalOf(theirs)).status).toBe(404)
  await reader.call(removeSavedSearch, { params: { id } })
  expect(await names('reader')).toEqual([])
  expect((await refusalOf(reader.call(removeSavedSearch, { params: { id } }))).status).toBe(404)
})

test.each([
  ['page=2', 'filters'],
  ['q=troops&role=admin', 'filters'],
  ['https://elsewhere.example/?q=troops', 'filters'],
])('filters %j are refused', async (filters, field) => {
  const sent = (await api.as('reader')).call(saveSearch, { body: { name: 'Troops', filters } })
  expect(await issuesOf(sent)).toEqual([400, field])
})

test('a request sent twice saves once', async () => {
  const reader = await api.as('reader')
  const body = { id: randomUUID(), name: 'Troops', filters: 'q=troops' }
  const sent = await Promise.allSettled([
    reader.call(saveSearch, { body }),
    reader.call(saveSearch, { body }),
  ])
  expect(sent.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0)
  expect(await names('reader')).toEqual(['Troops'])
})

test('a hundred are enough', async () => {
  const reader = await api.as('reader')
  for (let number = 0; number < 100; number++)
    await reader.call(saveSearch, { body: { name: `Search ${number}`, filters: 'q=troops' } })
  const one = reader.call(saveSearch, { body: { name: 'One more', filters: 'q=troops' } })
  expect((await refusalOf(one)).status).toBe(422)
  await reader.call(saveSearch, { body: { name: 'Search 7', filters: 'q=bases' } })
})
