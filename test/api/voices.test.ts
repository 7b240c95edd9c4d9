import { expect, test } from 'vitest'
import { listDisputes, readDispute } from '#contract/disputes.ts'
import { addSnapshot, listCopies, type Source } from '#contract/sources.ts'
import { findUnsketched } from '../../server/sources/voice-store.ts'
import { groupEarlierCopies } from '../../server/sources/voices.ts'
import { useApi } from '../support/api.ts'
import { givenDisputes } from '../support/given-disputes.ts'

const api = useApi()
const a = givenDisputes(api)

const REPORT = `The old bridge over the Wend at Harrow will close to all traffic in May, the council leader told a public
meeting on Monday evening, and it will stay closed until the spring of next year. We will not ask people to drive over a
bridge that our own engineers have stopped driving over, she said. The repair will cost fourteen million, and not one
penny of it will come from the school budget. Shopkeepers on the south bank said they had been told in January that the
bridge would stay open for buses and bicycles.`

const OTHER = `Nobody has decided anything about the bridge, the works department said on Tuesday in a statement of four
lines that was sent to all who had asked. Measurements of the second pier go on, and what they show will be published when
they are finished, which may be in the summer or later. Until then buses and bicycles cross as they always did, and the
department advises everybody to allow a little more time for the way over the river on market days.`

const reprint = (outlet: string) =>
  a.source({
    outlet,
    text: `${outlet}, Tuesday.\n\n${REPORT.replace('Monday evening', 'Monday night')}\n\nMore to follow.`,
  })

async function copiesOf({ id }: Source) {
  const researcher = await api.as('researcher')
  return (await researcher.call(listCopies, { params: { id } })).items.map(item => item.id)
}

test('reprints of one text are found when they are captured, and count as one voice on a dispute', async () => {
  const first = await a.source({ outlet: 'Agency', text: REPORT })
  const reprints = [
    await reprint('The Paper'),
    await reprint('The Post'),
    await reprint('The Echo'),
    await reprint('The Mail'),
  ]
  const own = await a.source({ outlet: 'The Star', text: OTHER })
  expect(await copiesOf(first)).toEqual(reprints.map(({ id }) => id))
  expect(await copiesOf(own)).toEqual([])
  const words = 'The repair will cost fourteen million'
  const closing = await Promise.all([first, ...reprints].map(source => a.claim({ source, words })))
  const open = await a.claim({ source: own, words: 'Nobody has decided anything about the bridge' })
  const { slug } = await a.dispute({
    positions: [
      { label: 'It will close', claimIds: closing.map(({ id }) => id) },
      { label: 'Nothing is decided', claimIds: [open.id] },
    ],
  })
  const editor = await api.as('editor')
  const { items } = await editor.call(listDisputes)
  expect(items[0]).toMatchObject({ outlets: 6, voices: 2 })
  expect(await editor.call(readDispute, { params: { slug } })).toMatchObject({ outlets: 6, voices: 2 })
})

test('two groups become one when a text is of both', async () => {
  const one = await a.source({ text: REPORT })
  const other = await a.source({ text: OTHER })
  const [same, alike] = [await reprint('The Paper'), await a.source({ text: `${OTHER} So it said.` })]
  const researcher = await api.as('researcher')
  await researcher.call(addSnapshot, { params: { id: alike.id }, body: { text: REPORT, pages: [] } })
  expect(new Set(await copiesOf(one))).toEqual(new Set([other.id, same.id, alike.id]))
})

test('short texts are nobody’s copies', async () => {
  const text = 'The bridge will close in May.'
  const one = await a.source({ text })
  await a.source({ text })
  expect(await copiesOf(one)).toEqual([])
  expect(await findUnsketched(api.deps.database.prisma, null, 3)).toEqual([])
})

test('copies among texts of a time before sketches are found later, a batch at a time, each read once', async () => {
  const { database } = api.deps
  const first = await a.source({ text: REPORT })
  await a.source({ text: 'The bridge will close in May.' })
  const copy = await reprint('The Paper')
  await a.source({ text: OTHER })
  await database.prisma.sketch.deleteMany()
  await database.prisma.source.updateMany({ data: { voiceId: null } })
  expect(await copiesOf(first)).toEqual([])

  const last = await groupEarlierCopies(database, null, 3)
  expect(await copiesOf(first)).toEqual([copy.id])
  expect(last).not.toBeNull()
  expect(await database.prisma.sketch.count()).toBe(3)
  expect(await groupEarlierCopies(database, last, 3)).toBeNull()
  expect(await database.prisma.sketch.count()).toBe(4)

  // From the start again nothing is left, not even the short text, and nothing is told twice.
  const grouped = { where: { action: 'source.grouped' } } as const
  const told = await database.prisma.event.count(grouped)
  expect(await findUnsketched(database.prisma, null, 3)).toEqual([])
  expect(await groupEarlierCopies(database, null, 3)).toBeNull()
  expect(await database.prisma.event.count(grouped)).toBe(told)
})
