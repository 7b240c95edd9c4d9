import { beforeAll, describe, expect, test } from 'vitest'
import { listClaims, listSnapshotClaims, readClaimFacets } from '#contract/claim-lists.ts'
import { addAppearance, readClaim, updateClaim } from '#contract/claims.ts'
import { createDispute, publishDispute } from '#contract/disputes.ts'
import { createRelation, decide, undoDecision } from '#contract/relations.ts'
import { search } from '#contract/search.ts'
import { readSnapshot } from '#contract/sources.ts'
import { readSpeaker } from '#contract/speakers.ts'
import { checkStatement } from '#contract/suggestions.ts'
import type { RelationKind } from '#domain/vocabulary.ts'
import { countClaims, listScanned } from '../../server/scan/claim-store.ts'
import { loadDetector } from '../../server/suggestions/detector.ts'
import { suggestFor } from '../../server/suggestions/service.ts'
import { useApi } from '../support/api.ts'
import { eventsOf } from '../support/events.ts'
import { given, selectionOf } from '../support/given.ts'

const api = useApi()
const a = given(api)
beforeAll(loadDetector)

const SAID = 'There are 5,000 US troops in Iraq'
const WORDS = [
  'there are 5,000 US troops',
  'five thousand of them',
  'some 5,000 soldiers',
  'no fewer than that',
]

/** Claims that say the same, each in words of its own, the one made first at the beginning. */
async function claims(number: number) {
  const made = []
  for (const words of WORDS.slice(0, number))
    made.push(await a.claim({ statement: `US troops in Iraq: ${words}`, words }))
  return made.map(({ id }) => id) as [string, string, string, string]
}

async function relate(leftId: string, rightId: string, kind: RelationKind) {
  const editor = await api.as('editor')
  return editor.call(createRelation, { body: { leftId, rightId, kind, note: 'So it is.', decide: true } })
}

const join = (one: string, other: string) => relate(one, other, 'duplicate')

async function takeBack({ id, version }: { id: string; version: number }) {
  return (await api.as('editor')).call(undoDecision, { params: { id }, body: { version } })
}

const read = async (id: string) => (await api.as('editor')).call(readClaim, { params: { id } })
const quotesOf = async (id: string) => (await read(id)).appearances.map(({ quote }) => quote.exact)
const sameAs = async (id: string) => (await read(id)).sameAs?.id ?? null

type Query = { q?: string; disputed?: 'true'; joined?: 'true' }

async function list(query: Query) {
  return (await (await api.as('editor')).call(listClaims, { query: { order: 'oldest', ...query } })).items
}

const listed = async (query: Query = {}) => (await list(query)).map(({ id }) => id)

describe('a claim found to be the same as another', () => {
  test('leaves lists, search, facets and counts to the one made first, and comes back when that is taken back', async () => {
    const [first, second] = await claims(2)
    const editor = await api.as('editor')
    const speakerId = (await read(first)).speaker.id
    const counted = async () => ({
      listed: await listed({ q: 'troops' }),
      facets: (await editor.call(readClaimFacets, { query: {} })).total,
      found: (await editor.call(search, { query: { q: 'troops' } })).claims.length,
      said: (await editor.call(readSpeaker, { params: { id: speakerId } })).claims,
    })
    const apart = { listed: [first, second], facets: 2, found: 2, said: 2 }
    expect(await counted()).toEqual(apart)
    const same = await join(second, first)
    expect(await counted()).toEqual({ listed: [first], facets: 1, found: 1, said: 1 })
    await takeBack(same)
    expect(await counted()).toEqual(apart)
  })

  test('is listed where it is asked for, and says of which it is the same', async () => {
    const [first, second] = await claims(2)
    await join(first, second)
    const items = await list({ joined: 'true' })
    expect(items.map(({ id, sameAs }) => [id, sameAs?.id ?? null])).toEqual([
      [first, null],
      [second, first],
    ])
  })

  test('opens still; each of the two names the other', async () => {
    const [first, second] = await claims(2)
    await join(first, second)
    const [kept, joined] = [await read(first), await read(second)]
    expect(joined).toMatchObject({ sameAs: { id: first, statement: kept.statement }, joined: [] })
    expect(kept).toMatchObject({ sameAs: null, joined: [{ id: second, statement: joined.statement }] })
  })

  test('stands beside the text only once', async () => {
    const source = await a.source({ text: 'He said: five thousand of them. Indeed.' })
    const snapshotId = source.snapshots[0]?.id ?? ''
    const first = await a.claim({ statement: 'There are 5,000 troops', words: 'there are 5,000' })
    const second = await a.claim({
      statement: '5,000 troops are there',
      words: 'five thousand of them',
      source,
    })
    const editor = await api.as('editor')
    const marked = async () =>
      (await editor.call(listSnapshotClaims, { params: { id: snapshotId }, query: {} })).items.map(
        ({ claim }) => claim.id,
      )
    expect(await marked()).toEqual([second.id])
    await join(first.id, second.id)
    expect(await marked()).toEqual([first.id])
  })

  test('is compared with nothing any more', async () => {
    const first = await a.claim({ statement: SAID })
    const second = await a.claim({ statement: SAID })
    const editor = await api.as('editor')
    const found = async () =>
      (await editor.call(checkStatement, { body: { statement: SAID } })).repeats.map(({ claim }) => claim.id)
    expect(new Set(await found())).toEqual(new Set([first.id, second.id]))
    await join(first.id, second.id)
    expect(await found()).toEqual([first.id])
    const third = await a.claim({ statement: `${SAID}.` })
    expect(await suggestFor(api.deps.database, third.id)).toMatchObject({ proposed: 1 })
    expect(await suggestFor(api.deps.database, second.id)).toMatchObject({ proposed: 0 })
  })

  test('takes no part in a scan', async () => {
    const [first, second, third] = await claims(3)
    await join(first, second)
    const { prisma } = api.deps.database
    const scanned = await listScanned(prisma, { after: null, until: null, limit: 10 }, 1)
    expect(new Set(scanned.map(({ id }) => id))).toEqual(new Set([first, third]))
    expect(await countClaims(prisma)).toBe(2)
  })

  test.each([
    ['another speaker', { speaker: { name: 'The Ministry', kind: 'organisation' } }],
    ['a report of it', { howPut: 'reported' }],
  ] as const)('%s stays in lists', async (_what, later) => {
    const first = await a.claim()
    const second = await a.claim(later)
    await join(first.id, second.id)
    expect(await listed()).toEqual([first.id, second.id])
    expect(await sameAs(second.id)).toBeNull()
  })
})

describe('several that are one claim', () => {
  test('however they are joined, the one made first stands for all, with all their quotes', async () => {
    const [first, second, third, fourth] = await claims(4)
    await join(third, fourth)
    await join(second, third)
    expect(await quotesOf(second)).toEqual(WORDS.slice(1))
    const last = await join(first, third)
    expect(await listed()).toEqual([first])
    expect(new Set(await quotesOf(first))).toEqual(new Set(WORDS))
    for (const id of [second, third, fourth]) expect(await sameAs(id)).toBe(first)
    await takeBack(last)
    expect(await listed()).toEqual([first, second])
    expect(await quotesOf(first)).toEqual(WORDS.slice(0, 1))
    expect(new Set(await quotesOf(second))).toEqual(new Set(WORDS.slice(1)))
  })

  test('joined while one of them is joined to an earlier one: parted from that, they have each other’s quotes', async () => {
    const [first, second, third] = await claims(3)
    const one = await join(first, second)
    await join(second, third)
    expect(new Set(await quotesOf(first))).toEqual(new Set(WORDS.slice(0, 3)))
    await takeBack(one)
    expect(await quotesOf(first)).toEqual(WORDS.slice(0, 1))
    expect(new Set(await quotesOf(second))).toEqual(new Set(WORDS.slice(1, 3)))
    expect((await eventsOf(api, second)).at(-1)).toMatchObject({
      action: 'claim.appearance_added',
      to: { fromClaimId: third, exact: WORDS[2] },
    })
  })

  test('a quote added to a joined one is one of the claim that stands for it', async () => {
    const [first, second] = await claims(2)
    await join(first, second)
    const source = await a.source({ text: 'They are 5,000, he said again.' })
    const researcher = await api.as('researcher')
    const { text, id } = await researcher.call(readSnapshot, {
      params: { id: source.snapshots[0]?.id ?? '' },
    })
    const quote = selectionOf(id, text, 'They are 5,000')
    await researcher.call(addAppearance, { params: { id: second }, body: { quote } })
    expect(await quotesOf(first)).toContain('They are 5,000')
  })

  test('said by another speaker after all, a claim is one of its own again', async () => {
    const [first, second, third] = await claims(3)
    await join(first, second)
    await join(first, third)
    const researcher = await api.as('researcher')
    const say = (id: string, version: number, howPut: 'reported' | 'asserted') =>
      researcher.call(updateClaim, { params: { id }, body: { version, howPut } })
    await say(first, 1, 'reported')
    expect(await listed()).toEqual([first, second, third])
    expect(await quotesOf(first)).toEqual(WORDS.slice(0, 1))
    await say(first, 2, 'asserted')
    expect(await listed()).toEqual([first])
    expect(new Set(await quotesOf(first))).toEqual(new Set(WORDS.slice(0, 3)))
  })
})

describe('what is disputed', () => {
  test('a claim counts as disputed when one that is joined to it is', async () => {
    const [first, second, third] = await claims(3)
    const contradiction = await relate(second, third, 'contradicts')
    const same = await join(first, second)
    expect(await listed({ disputed: 'true' })).toEqual([first, third])
    await takeBack(same)
    expect(await listed({ disputed: 'true' })).toEqual([second, third])
    await takeBack(contradiction)
    expect(await listed({ disputed: 'true' })).toEqual([])
  })

  test('the public still finds a published one whose claim made first is not published', async () => {
    const [first, second, third] = await claims(3)
    await join(first, second)
    const editor = await api.as('editor')
    const dispute = await editor.call(createDispute, {
      body: {
        question: 'How many troops?',
        positions: [
          { label: 'So many', claimIds: [second] },
          { label: 'Others', claimIds: [third] },
        ],
      },
    })
    await editor.call(publishDispute, { params: { id: dispute.id }, body: { version: dispute.version } })
    const reader = api.anonymous
    const seen = await reader.call(listClaims, { query: { order: 'oldest' } })
    expect(seen.items.map(({ id, sameAs }) => [id, sameAs])).toEqual([
      [second, null],
      [third, null],
    ])
    expect(await reader.call(readClaim, { params: { id: second } })).toMatchObject({ sameAs: null })
    expect((await editor.call(search, { query: { q: 'troops five thousand' } })).disputes).toHaveLength(1)
  })
})

test('who decides twice, or otherwise, has what the last decision says', async () => {
  const [first, second] = await claims(2)
  const same = await join(first, second)
  const editor = await api.as('editor')
  const say = (version: number, kind: RelationKind) =>
    editor.call(decide, { params: { id: same.id }, body: { version, kind, note: 'So it is.' } })
  await say(same.version, 'agrees')
  expect(await listed()).toEqual([first, second])
  await say(same.version + 1, 'duplicate')
  expect(await listed()).toEqual([first])
})
