import { beforeEach, expect, test } from 'vitest'
import { search } from '#contract/search.ts'
import { type Client, useApi } from '../support/api.ts'
import { givenDisputes } from '../support/given-disputes.ts'
import { issuesOf } from '../support/refusal.ts'

const api = useApi()

const person = (name: string) => ({ name, kind: 'person' as const })

async function find(client: Client, q: string, limit = 5) {
  const { claims, sources, speakers, disputes } = await client.call(search, { query: { q, limit } })
  return {
    claims: claims.map(({ statement }) => statement),
    sources: sources.map(({ title }) => title),
    speakers: speakers.map(({ name }) => name),
    disputes: disputes.map(({ question }) => question),
  }
}

const NOTHING = { claims: [], sources: [], speakers: [], disputes: [] }

let researcher: Client
beforeEach(async () => {
  researcher = await api.as('researcher')
  const { claim, source, published, dispute } = givenDisputes(api)
  const letter = await source({
    title: 'A letter to Iraq',
    text: 'We respect your sovereign decision to order our departure. Nobody has seen a draft.',
    outlet: 'US Department of Defense',
  })
  const leave = await claim({
    source: letter,
    words: 'our departure',
    statement: 'US forces leave Iraq',
    speaker: person('William Seely'),
  })
  const words = 'There’s been no decision whatsoever to leave Iraq'
  const stay = await claim({
    source: await source({ title: 'A briefing', text: words }),
    words,
    statement: 'Nothing was decided',
    speaker: person('Mark Esper'),
    topics: ['Troops'],
  })
  const secret = await claim({
    source: letter,
    words: 'Nobody has seen',
    statement: 'Iraq was not told',
    speaker: person('Mark Secret'),
  })
  const other = await claim({ statement: 'Somebody was told' })
  await published({
    question: 'Will US forces leave Iraq?',
    positions: [
      { label: 'Yes', claimIds: [leave.id] },
      { label: 'No', claimIds: [stay.id] },
    ],
  })
  await dispute({
    question: 'Who was told?',
    positions: [
      { label: 'Nobody', claimIds: [secret.id] },
      { label: 'Somebody', claimIds: [other.id] },
    ],
  })
})

test('the best of each kind, by their own words or by those of what belongs to them', async () => {
  expect(await find(researcher, 'leave iraq')).toEqual({
    claims: ['US forces leave Iraq', 'Nothing was decided'],
    sources: ['A briefing'],
    speakers: [],
    disputes: ['Will US forces leave Iraq?'],
  })
  expect(await find(researcher, 'iraq', 1)).toMatchObject({
    claims: [expect.any(String)],
    sources: ['A letter to Iraq'],
  })
  expect(await find(researcher, 'mark')).toEqual({ ...NOTHING, speakers: ['Mark Esper', 'Mark Secret'] })
  expect((await find(researcher, 'whatsoev')).disputes).toEqual(['Will US forces leave Iraq?'])
  expect(await find(researcher, 'Marc Espers')).toMatchObject({ speakers: ['Mark Esper'] })
  expect((await find(researcher, '"no decision" -made')).claims).toEqual(['Nothing was decided'])
})

test('filters count for every kind', async () => {
  expect(await find(researcher, 'speaker:esper')).toEqual({
    claims: ['Nothing was decided'],
    sources: ['A briefing'],
    speakers: ['Mark Esper'],
    disputes: ['Will US forces leave Iraq?'],
  })
  expect(await find(researcher, 'topic:troops outlet:paper')).toMatchObject({
    claims: ['Nothing was decided'],
    speakers: [],
  })
  expect(await find(researcher, 'outlet:nowhere iraq')).toMatchObject({
    claims: [],
    sources: [],
    disputes: [],
  })
})

test('the public finds what is published alone', async () => {
  expect(await find(api.anonymous, 'iraq')).toMatchObject({
    claims: ['US forces leave Iraq', 'Nothing was decided'],
    disputes: ['Will US forces leave Iraq?'],
  })
  expect(await find(api.anonymous, 'told')).toEqual(NOTHING)
  expect(await find(api.anonymous, 'mark')).toEqual({ ...NOTHING, speakers: ['Mark Esper'] })
  expect((await find(api.anonymous, 'departure')).sources).toEqual(['A letter to Iraq'])
})

test('nothing typed finds nothing; what cannot be understood is named', async () => {
  for (const q of ['', '  ', '-', '"" \u0000']) expect(await find(researcher, q)).toEqual(NOTHING)
  const { problems } = await researcher.call(search, { query: { q: 'speaker: iraq' } })
  expect(problems).toMatchObject([{ start: 0, end: 8 }])
  for (const q of [
    '🙂',
    '\\',
    "' OR 1=1 --",
    ':* & | !',
    '%_',
    'ש\u200Fלום',
    'x'.repeat(1_000),
    '"'.repeat(999),
  ])
    expect((await researcher.send('get', `${search.path}?q=${encodeURIComponent(q)}`)).status).toBe(200)
  const long = researcher.call(search, { query: { q: 'x'.repeat(1_001) } })
  expect(await issuesOf(long)).toEqual([400, 'q'])
  expect(await issuesOf(researcher.call(search, { query: { q: 'x', limit: 21 } }))).toEqual([400, 'limit'])
})
