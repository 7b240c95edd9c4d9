import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { z } from 'zod'
import { listClaims, listSnapshotClaims } from '#contract/claim-lists.ts'
import {
  addAppearance,
  type Claim,
  markFirstAppearance,
  readClaim,
  removeAppearance,
} from '#contract/claims.ts'
import { type QuoteInput } from '#contract/quotes.ts'
import { addSnapshot, type Source } from '#contract/sources.ts'
import { useApi } from '../support/api.ts'
import { eventsOf } from '../support/events.ts'
import { given, selectionOf } from '../support/given.ts'
import { givenDisputes } from '../support/given-disputes.ts'
import { allPages } from '../support/pages.ts'
import { issuesOf, refusalOf } from '../support/refusal.ts'

const api = useApi()
const a = () => given(api)
const TEXT = 'They leave today. They leave tomorrow. They stay.'

const exacts = ({ appearances }: Claim) => appearances.map(({ quote }) => quote.exact)
const snapshotOf = ({ snapshots }: Source) => snapshots[0]?.id ?? ''
const quoteOf = (source: Source, words: string) => selectionOf(snapshotOf(source), TEXT, words)

/** A claim with its first appearance in a source, and a way to add others there. */
async function claimIn() {
  const researcher = await api.as('researcher')
  const source = await a().source({ text: TEXT, outlet: 'The Paper' })
  const claim = await a().claim({ source, words: 'They leave today' })
  const params = { id: claim.id }
  const add = (words: string, from = source) =>
    researcher.call(addAppearance, { params, body: { quote: quoteOf(from, words) } })
  return { researcher, source, claim, params, add }
}

test('another passage is added once, with its event', async () => {
  const { claim, researcher, add } = await claimIn()
  const other = await a().source({ text: TEXT, outlet: 'Radio' })
  const two = await add('They leave tomorrow', other)
  expect(exacts(two)).toEqual(['They leave today', 'They leave tomorrow'])
  expect(two.appearances.map(({ first, source }) => [first, source.outlet])).toEqual([
    [true, 'The Paper'],
    [false, 'Radio'],
  ])
  expect(two.version).toBe(1)
  const again = await refusalOf(
    add(' They leave tomorrow', other).catch(() => add('They leave tomorrow', other)),
  )
  expect(again).toMatchObject({ status: 409, body: { current: two } })
  expect((await eventsOf(api, claim.id)).slice(1)).toMatchObject([
    {
      action: 'claim.appearance_added',
      actorId: researcher.viewer?.id,
      to: { appearanceId: two.appearances[1]?.id, exact: 'They leave tomorrow' },
    },
  ])
})

test('several added at once are all kept, and the claim is found by each', async () => {
  const { researcher, add } = await claimIn()
  const sources = await Promise.all(['One', 'Two', 'Three'].map(outlet => a().source({ text: TEXT, outlet })))
  await Promise.all(sources.map(source => add('They stay', source)))
  for (const outlet of ['The Paper', 'One', 'Two', 'Three']) {
    const { items } = await researcher.call(listClaims, { query: { outlet: [outlet] } })
    expect(items).toMatchObject([{ appearances: 4 }])
  }
  expect((await researcher.call(listClaims, { query: { q: 'stay' } })).items).toHaveLength(1)
})

test('the mark of the first one moves, and that one alone cannot go', async () => {
  const { researcher, claim, params, add } = await claimIn()
  const [first = '', second = ''] = (await add('They stay')).appearances.map(({ id }) => id)
  const mark = (appearanceId: string) =>
    researcher.call(markFirstAppearance, { params: { ...params, appearanceId } })
  const remove = (appearanceId: string) =>
    researcher.call(removeAppearance, { params: { ...params, appearanceId } })
  expect((await refusalOf(remove(first))).status).toBe(422)
  expect(exacts(await mark(second))).toEqual(['They stay', 'They leave today'])
  expect(exacts(await mark(second))).toEqual(['They stay', 'They leave today'])
  const [item] = (await researcher.call(listClaims, {})).items
  expect(item).toMatchObject({ quote: { exact: 'They stay' }, appearances: 2 })
  expect(exacts(await remove(first))).toEqual(['They stay'])
  expect((await refusalOf(remove(first))).status).toBe(404)
  expect((await researcher.call(listClaims, { query: { q: 'today' } })).items).toEqual([])
  expect((await eventsOf(api, claim.id)).slice(2)).toMatchObject([
    { action: 'claim.first_marked', from: { appearanceId: first }, to: { appearanceId: second } },
    {
      action: 'claim.appearance_removed',
      from: { appearanceId: first, exact: 'They leave today' },
      to: null,
    },
  ])
})

test('of two who mark at the same time one comes last, and there is one first', async () => {
  const { researcher, params, add } = await claimIn()
  await add('They leave tomorrow')
  const ids = (await add('They stay')).appearances.map(({ id }) => id)
  await Promise.all(
    ids.map(appearanceId => researcher.call(markFirstAppearance, { params: { ...params, appearanceId } })),
  )
  const { appearances } = await researcher.call(readClaim, { params })
  expect(appearances.filter(({ first }) => first)).toHaveLength(1)
  expect(appearances).toHaveLength(3)
})

test('refusals', async () => {
  const { researcher, source, params } = await claimIn()
  const nowhere = { id: randomUUID() }
  const quote = quoteOf(source, 'They stay')
  const add = (body: { quote: z.input<typeof QuoteInput> }, to = params) =>
    researcher.call(addAppearance, { params: to, body })
  expect((await refusalOf(add({ quote }, nowhere))).status).toBe(404)
  expect(await issuesOf(add({ quote: { ...quote, exact: 'They stray' } }))).toEqual([422, 'quote.exact'])
  expect(await issuesOf(add({ quote: { ...quote, snapshotId: 'x' } }))).toEqual([400, 'quote.snapshotId'])
  const other = await a().claim()
  const appearanceId = other.appearances[0]?.id ?? ''
  for (const endpoint of [markFirstAppearance, removeAppearance]) {
    for (const id of [params.id, nowhere.id]) {
      const refused = researcher.call(endpoint, { params: { id, appearanceId } })
      expect((await refusalOf(refused)).status).toBe(404)
    }
  }
})

test('a quote’s state says where it stands in the newest snapshot', async () => {
  const { researcher, source, claim, params, add } = await claimIn()
  await add('They stay')
  const states = async () =>
    (await researcher.call(readClaim, { params })).appearances.map(({ state }) => state)
  expect(await states()).toEqual(['exact', 'exact'])
  const capture = (text: string) =>
    researcher.call(addSnapshot, { params: { id: source.id }, body: { text } })
  await capture(`Updated. ${TEXT}`)
  expect(await states()).toEqual(['moved', 'moved'])
  await capture('This page has been taken down.')
  expect(await states()).toEqual(['missing', 'missing'])
  const actions = (await eventsOf(api, claim.id)).map(({ action }) => action)
  expect(actions).toEqual([
    'claim.created',
    'claim.appearance_added',
    'claim.quote_changed',
    'claim.quote_changed',
  ])
})

test('the claims of a snapshot come in the order of its text', async () => {
  const { researcher, source, claim, add } = await claimIn()
  await add('They stay')
  await a().claim({ source, words: 'They leave', statement: 'Earlier and shorter' })
  await a().claim({ source, words: 'They leave today', statement: 'The same words' })
  await a().claim({ source, words: 'tomorrow', statement: 'Later' })
  await a().claim({ statement: 'Elsewhere' })
  const params = { id: snapshotOf(source) }
  const whole = await researcher.call(listSnapshotClaims, { params })
  expect(whole.items.map(({ claim, quote, first }) => [claim.statement, quote.exact, first])).toEqual([
    ['Earlier and shorter', 'They leave', true],
    [claim.statement, 'They leave today', true],
    ['The same words', 'They leave today', true],
    ['Later', 'tomorrow', true],
    [claim.statement, 'They stay', false],
  ])
  const paged = await allPages(cursor =>
    researcher.call(listSnapshotClaims, { params, query: { limit: 2, cursor } }),
  )
  expect(paged).toEqual(whole.items)
  const nowhere = researcher.call(listSnapshotClaims, { params: { id: randomUUID() } })
  expect((await refusalOf(nowhere)).status).toBe(404)
})

test('the public sees the published claims of a snapshot alone', async () => {
  const { source, claim } = await claimIn()
  const { claim: make, published } = givenDisputes(api)
  await make({ source, words: 'They stay' })
  const params = { id: snapshotOf(source) }
  const list = () => api.anonymous.call(listSnapshotClaims, { params })
  expect((await refusalOf(list())).status).toBe(404)
  await published({
    positions: [
      { label: 'Yes', claimIds: [claim.id] },
      { label: 'No', claimIds: [(await make()).id] },
    ],
  })
  expect((await list()).items.map(({ quote }) => quote.exact)).toEqual(['They leave today'])
})
