import { describe, expect, test } from 'vitest'
import { addAppearance, readClaim } from '#contract/claims.ts'
import { addSnapshot, createSource, readSnapshot } from '#contract/sources.ts'
import { useApi } from '../support/api.ts'
import { eventsOf } from '../support/events.ts'
import { given, selectionOf } from '../support/given.ts'

const api = useApi()
const a = given(api)

const SAID = 'The bridge will close in May and it will cost 14 million'
const text = (said: string) =>
  `The council met on Monday evening. ${said}, the council leader said. Nobody left early.`

async function quoted() {
  const source = await a.source({ text: text(SAID) })
  const claim = await a.claim({ source, words: SAID })
  return { source, claim }
}

async function capture(sourceId: string, words: string) {
  const researcher = await api.as('researcher')
  return researcher.call(addSnapshot, { params: { id: sourceId }, body: { text: words } })
}

async function standing(claimId: string) {
  const { appearances } = await api
    .as('researcher')
    .then(researcher => researcher.call(readClaim, { params: { id: claimId } }))
  const [first] = appearances
  return { state: first?.state, now: first?.now }
}

const changes = async (claimId: string) =>
  (await eventsOf(api, claimId)).filter(({ action }) => action === 'claim.quote_changed')

test('a quote that is captured nowhere else stands', async () => {
  const { claim } = await quoted()
  expect(await standing(claim.id)).toEqual({ state: 'exact', now: null })
})

test('a quote whose words changed says which, and since when; it is an event on the claim', async () => {
  const { source, claim } = await quoted()
  const { snapshots } = await capture(source.id, text(SAID.replace('14 million', '40 million')))
  expect(await standing(claim.id)).toMatchObject({
    state: 'changed',
    now: {
      snapshotId: snapshots[0]?.id,
      words: SAID.replace('14', '40'),
      since: snapshots[0]?.capturedAt,
      difference: [{ kind: 'replaced', before: { text: '14' }, after: { text: '40' } }],
    },
  })
  expect(await changes(claim.id)).toMatchObject([
    { from: { state: 'exact', words: SAID }, to: { state: 'changed', words: SAID.replace('14', '40') } },
  ])
})

test('a change stands since the first text that had it, whatever else is edited', async () => {
  const { source, claim } = await quoted()
  const changed = SAID.replace('May', 'June')
  const first = await capture(source.id, text(changed))
  await capture(source.id, `A new headline.\n\n${text(changed)}`)
  expect((await standing(claim.id)).now?.since).toBe(first.snapshots[0]?.capturedAt)
  expect(await changes(claim.id)).toHaveLength(1)
})

test('a quote that moved is no event; one that is gone is; one that is back is another', async () => {
  const { source, claim } = await quoted()
  await capture(source.id, `It rained.\n\n${text(SAID)}`)
  expect((await standing(claim.id)).state).toBe('moved')
  expect(await changes(claim.id)).toEqual([])
  await capture(
    source.id,
    'The council met on Monday evening. Nobody spoke of anything but the rain, and all left early.',
  )
  expect(await standing(claim.id)).toMatchObject({ state: 'missing', now: { words: null, start: null } })
  const back = await capture(source.id, text(SAID))
  expect(await standing(claim.id)).toMatchObject({
    state: 'exact',
    now: { since: back.snapshots[0]?.capturedAt },
  })
  expect(await changes(claim.id)).toMatchObject([{ to: { state: 'missing' } }, { to: { state: 'exact' } }])
})

describe('a page captured with its main text and all that it says', () => {
  const CAPTION = 'The old bridge in 1962, when it was thirty years old'
  const main = text(SAID)
  const whole = (caption = CAPTION) => `Menu. News. ${main} ${caption}. Photo: archive. Imprint.`

  async function captionQuoted() {
    const source = await a.source({ text: whole() })
    const claim = await a.claim({ source, words: CAPTION })
    return { source, claim }
  }
  async function captureBoth(sourceId: string, whole: string) {
    const researcher = await api.as('researcher')
    const body = { text: main, whole }
    const { snapshots } = await researcher.call(addSnapshot, { params: { id: sourceId }, body })
    return (await researcher.call(readSnapshot, { params: { id: snapshots[0]?.id ?? '' } })).text
  }

  test('is kept as its main text where nothing else is quoted', async () => {
    const { source, claim } = await quoted()
    expect(await captureBoth(source.id, whole())).toBe(main)
    expect((await standing(claim.id)).state).toBe('exact')
  })

  test('is kept whole where a caption is quoted, which is not called missing', async () => {
    const { source, claim } = await captionQuoted()
    expect(await captureBoth(source.id, whole().replace('News.', 'News. Weather.'))).toContain(
      'Photo: archive',
    )
    expect((await standing(claim.id)).state).toBe('moved')
    expect(await changes(claim.id)).toEqual([])
  })

  test('tells of a caption whose words changed, and of one that the whole page has no more', async () => {
    const { source, claim } = await captionQuoted()
    await captureBoth(source.id, whole(CAPTION.replace('thirty', 'forty')))
    expect((await standing(claim.id)).state).toBe('changed')
    expect(await captureBoth(source.id, `${main} Imprint.`)).toBe(main)
    expect((await standing(claim.id)).state).toBe('missing')
  })
})

test('the same text again changes nothing', async () => {
  const { source, claim } = await quoted()
  expect((await capture(source.id, text(SAID))).snapshots).toHaveLength(1)
  expect(await standing(claim.id)).toEqual({ state: 'exact', now: null })
})

test('a quote taken from an older text is looked for in the later ones', async () => {
  const source = await a.source({ text: text(SAID) })
  const changed = await capture(source.id, text(SAID.replace('close', 'open')))
  const claim = await a.claim({ words: 'Something else was said' })
  const researcher = await api.as('researcher')
  const oldest = source.snapshots[0]?.id ?? ''
  const { appearances } = await researcher.call(addAppearance, {
    params: { id: claim.id },
    body: { quote: selectionOf(oldest, text(SAID), SAID) },
  })
  expect(appearances.find(({ first }) => !first)).toMatchObject({
    state: 'changed',
    now: { since: changed.snapshots[0]?.capturedAt, difference: [{ after: { text: 'open' } }] },
  })
})

test('what was found is never changed afterwards', async () => {
  const { source } = await quoted()
  await capture(source.id, text(SAID.replace('14', '40')))
  const { pool } = api.deps.database
  await expect(pool.query(`UPDATE sighting SET words = 'other'`)).rejects.toThrow(
    /append-only|never|sighting/,
  )
  await expect(pool.query('DELETE FROM sighting')).rejects.toThrow()
})

test('a quote of a paged document knows its page', async () => {
  const researcher = await api.as('researcher')
  const first = 'The first page says nothing of the bridge.'
  const body = `${first}\n\n${SAID}.`
  const source = await researcher.call(createSource, {
    body: { title: 'Report', kind: 'report', text: body, pages: [0, first.length + 2] },
  })
  const onFirst = await a.claim({ source, words: 'nothing of the bridge' })
  const onSecond = await a.claim({ source, words: SAID })
  const article = await a.claim()
  expect([onFirst, onSecond, article].map(({ appearances }) => appearances[0]?.quote.page)).toEqual([
    1,
    2,
    null,
  ])
  await expect(
    researcher.call(createSource, {
      body: { title: 'Report', kind: 'report', text: 'Short.', pages: [0, 7] },
    }),
  ).rejects.toMatchObject({ status: 422, body: { issues: [{ path: 'pages' }] } })
  await expect(
    researcher.call(createSource, {
      body: { title: 'Report', kind: 'report', text: 'Short.', pages: [3, 1] },
    }),
  ).rejects.toMatchObject({ status: 400 })
})
