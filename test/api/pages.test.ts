import { describe, expect, test } from 'vitest'
import { readPage } from '#contract/claim-lists.ts'
import { addAppearance, createClaim } from '#contract/claims.ts'
import { addSnapshot, readSnapshot } from '#contract/sources.ts'
import { type Client, useApi } from '../support/api.ts'
import { keyClientOf } from '../support/client.ts'
import { given, selectionOf } from '../support/given.ts'
import { givenDisputes } from '../support/given-disputes.ts'
import { makeKeyOf } from '../support/key.ts'
import { allPages } from '../support/pages.ts'
import { issuesOf } from '../support/refusal.ts'

const api = useApi()
const a = given(api)
const { published } = givenDisputes(api)
const URL_OF = 'https://paper.example/letter'

describe('a page on the web', () => {
  test.each([
    ['as it was stored', [URL_OF]],
    ['with what a link adds', [`${URL_OF}/?utm_source=feed#top`]],
    ['by the address it gives of itself', ['https://paper.example/amp/letter', URL_OF]],
    ['beside an address of another kind', ['about:blank', URL_OF]],
  ])('is found %s', async (_what, url) => {
    const source = await a.source({ url: URL_OF })
    const known = await (await api.as('researcher')).call(readPage, { query: { url } })
    expect(known).toEqual({ source, items: [], next: null })
  })

  test('that is not known', async () => {
    await a.source({ url: URL_OF })
    const query = { url: 'https://paper.example/other' }
    const known = await (await api.as('researcher')).call(readPage, { query })
    expect(known).toEqual({ source: null, items: [], next: null })
  })

  test.each([
    ['no address', {}],
    ['too many', { url: [URL_OF, URL_OF, URL_OF, URL_OF] }],
  ])('is refused for %s', async (_what, query) => {
    const researcher = await api.as('researcher')
    expect(await issuesOf(researcher.call(readPage, { query }))).toEqual([400, 'url'])
  })

  test('brings the claims of every version of its text, in its order, page by page', async () => {
    const researcher = await api.as('researcher')
    const source = await a.source({ url: URL_OF, text: 'First words. Second words.' })
    const second = await a.claim({ source, words: 'Second words', statement: 'Second' })
    await a.claim({ source, words: 'First words', statement: 'First' })
    const later = await researcher.call(addSnapshot, {
      params: { id: source.id },
      body: { text: 'First words. Third words. Second words.' },
    })
    const [newest] = later.snapshots
    const { text } = await researcher.call(readSnapshot, { params: { id: newest?.id ?? '' } })
    await researcher.call(createClaim, {
      body: {
        statement: 'Third',
        speaker: { name: 'The Minister', kind: 'person' },
        quote: selectionOf(newest?.id ?? '', text, 'Third words'),
      },
    })
    await researcher.call(addAppearance, {
      params: { id: second.id },
      body: { quote: selectionOf(newest?.id ?? '', text, 'Second words') },
    })
    await a.claim({ statement: 'Elsewhere' })
    const found = await allPages(cursor =>
      researcher.call(readPage, { query: { url: URL_OF, cursor, limit: 1 } }),
    )
    expect(
      found.map(({ claim, quote, first }) => [claim.statement, quote.exact, quote.start, first]),
    ).toEqual([
      ['First', 'First words', 0, true],
      ['Third', 'Third words', 13, true],
      ['Second', 'Second words', 13, true],
      ['Second', 'Second words', 26, false],
    ])
  })

  test('says what is disputed, to a reader’s key of what is published alone', async () => {
    const source = await a.source({ url: URL_OF, text: 'It was decided. Nothing was decided. So they say.' })
    const claims = []
    for (const words of ['It was decided', 'Nothing was decided', 'So they say'])
      claims.push(await a.claim({ source, words, statement: words }))
    const [left, right] = claims
    const about = async (client: Client) =>
      (await client.call(readPage, { query: { url: URL_OF } })).items.map(({ claim }) => [
        claim.statement,
        claim.disputed,
      ])
    const { viewer } = await api.as('reader')
    const reader = keyClientOf(api.url, viewer, await makeKeyOf(api.deps, viewer, { scope: 'read' }))
    expect(await about(reader)).toEqual([])
    expect((await reader.call(readPage, { query: { url: URL_OF } })).source).toBeNull()
    await published({
      positions: [
        { label: 'Yes', claimIds: [left?.id ?? ''] },
        { label: 'No', claimIds: [right?.id ?? ''] },
      ],
    })
    expect(await about(await api.as('researcher'))).toEqual([
      ['It was decided', true],
      ['Nothing was decided', true],
      ['So they say', false],
    ])
    expect(await about(reader)).toEqual([
      ['It was decided', true],
      ['Nothing was decided', true],
    ])
  })
})
