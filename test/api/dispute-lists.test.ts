import { expect, test } from 'vitest'
import type { z } from 'zod'
import * as contract from '#contract/disputes.ts'
import { useApi } from '../support/api.ts'
import { givenDisputes } from '../support/given-disputes.ts'

const api = useApi()
const a = givenDisputes(api)

type Query = z.input<typeof contract.listDisputes.query>

const slugs = async (query: Query = {}, who = api.anonymous) =>
  (await who.call(contract.listDisputes, { query })).items.map(item => item.slug)

test('an item says what a card shows', async () => {
  const paper = await a.source({ outlet: 'The Paper' })
  const post = await a.source({ outlet: 'The Post' })
  const positions = [
    { label: 'Yes', claimIds: [(await a.claim({ source: paper })).id, (await a.claim({ source: post })).id] },
    { label: 'No', claimIds: [(await a.claim({ source: paper })).id] },
  ]
  const dispute = await a.published({ question: 'Was it decided?', summary: 'In short.', positions })
  const { items, next } = await api.anonymous.call(contract.listDisputes)
  expect(next).toBeNull()
  expect(items).toEqual([
    {
      id: dispute.id,
      slug: 'was-it-decided',
      question: 'Was it decided?',
      summary: 'In short.',
      state: 'open',
      published: true,
      changedAt: dispute.changedAt,
      positions: [
        { label: 'Yes', claims: 2 },
        { label: 'No', claims: 1 },
      ],
      claims: 3,
      outlets: 2,
      voices: 2,
    },
  ])
})

test('everybody sees published points alone', async () => {
  await a.dispute({ question: 'Hidden?' })
  await a.published({ question: 'Shown?' })
  const researcher = await api.as('researcher')
  expect(await slugs()).toEqual(['shown'])
  expect(await slugs({ published: 'false' })).toEqual([])
  expect(await slugs({}, await api.as('reader'))).toEqual(['shown'])
  expect(await slugs({}, researcher)).toEqual(['shown', 'hidden'])
  expect(await slugs({ published: 'true' }, researcher)).toEqual(['shown'])
  expect(await slugs({ published: 'false' }, researcher)).toEqual(['hidden'])
})

test('the last changed comes first', async () => {
  const editor = await api.as('editor')
  const { id } = await a.published({ question: 'One?' })
  await a.published({ question: 'Two?' })
  expect(await slugs()).toEqual(['two', 'one'])
  await editor.call(contract.updateDispute, { params: { id }, body: { version: 2, state: 'settled' } })
  expect(await slugs()).toEqual(['one', 'two'])
})

test('filters', async () => {
  const troops = await a.claim({
    speaker: { name: 'Mark Esper', kind: 'person' },
    topics: ['Troops'],
    said: '2020-01-06',
    source: await a.source({ outlet: 'The National' }),
  })
  const height = await a.claim({
    speaker: { name: 'Survey of India', kind: 'organisation' },
    topics: ['Height of Everest'],
    said: '1954/1955',
    source: await a.source({ outlet: 'The 50% Gazette' }),
  })
  const editor = await api.as('editor')
  const side = async (claimId: string) => [
    { label: 'Yes', claimIds: [claimId] },
    { label: 'No', claimIds: [(await a.claim({ source: await a.source({ outlet: null }) })).id] },
  ]
  const iraq = await a.dispute({
    question: 'Did the US decide to leave Iraq?',
    summary: 'A letter, a draft, a denial.',
    positions: await side(troops.id),
  })
  await editor.call(contract.updateDispute, {
    params: { id: iraq.id },
    body: { version: 1, state: 'withdrawn' },
  })
  await a.dispute({ question: 'How high is Mount Everest?', positions: await side(height.id) })
  const [letter, everest] = ['did-the-us-decide-to-leave-iraq', 'how-high-is-mount-everest']
  const table: [Query, string[]][] = [
    [{ q: 'leaving iraq' }, [letter]],
    [{ q: '"leave Iraq"' }, [letter]],
    [{ q: 'eve' }, [everest]],
    [{ q: 'denial letter' }, [letter]],
    [{ q: 'hig ever' }, [everest]],
    [{ q: 'iraq -letter' }, []],
    [{ q: '   ' }, [everest, letter]],
    [{ q: '100%' }, []],
    [{ q: '_' }, []],
    [{ q: '\\' }, []],
    [{ q: "o'clock & (" }, []],
    [{ topic: 'troops' }, [letter]],
    [{ topic: ['troops', 'height-of-everest'] }, [everest, letter]],
    [{ speaker: height.speaker.id }, [everest]],
    [{ outlet: 'The National' }, [letter]],
    [{ outlet: 'The 50% Gazette' }, [everest]],
    [{ state: 'withdrawn' }, [letter]],
    [{ state: ['open', 'settled'] }, [everest]],
    [{ from: '2020' }, [letter]],
    [{ to: '2019' }, [everest]],
    [{ from: '1955-06', to: '1955-07' }, [everest]],
    [{ from: '1956', to: '2019-12-31' }, []],
    [{ from: '2021', to: '2019' }, []],
    [{ claim: troops.id }, [letter]],
    [{ claim: troops.id, topic: 'height-of-everest' }, []],
    [{ claim: troops.id, speaker: troops.speaker.id, q: 'draft' }, [letter]],
  ]
  for (const [query, expected] of table)
    expect([query, await slugs(query, editor)]).toEqual([query, expected])
  await expect(slugs({ from: 'soonish' }, editor)).rejects.toMatchObject({ status: 400 })
})

test('the pages joined are the whole list, with equal times', async () => {
  const { prisma } = api.deps.database
  const changedAt = new Date('2026-01-01T00:00:00.123Z')
  const made = await prisma.dispute.createManyAndReturn({
    data: Array.from({ length: 7 }, (_, number) => ({
      slug: `point-${number}`,
      question: `Point ${number}?`,
      changedAt: number < 5 ? changedAt : new Date('2026-01-02T00:00:00Z'),
    })),
    select: { id: true, slug: true, changedAt: true },
  })
  const whole = made.toSorted(
    (one, other) => other.changedAt.getTime() - one.changedAt.getTime() || (one.id < other.id ? 1 : -1),
  )
  const researcher = await api.as('researcher')
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await researcher.call(contract.listDisputes, { query: { limit: 2, cursor } })
    seen.push(...page.items.map(item => item.slug))
    cursor = page.next ?? undefined
  } while (cursor !== undefined)
  expect(seen).toEqual(whole.map(dispute => dispute.slug))
  await expect(slugs({ cursor: 'WzFd' }, researcher)).rejects.toMatchObject({ status: 400 })
})
