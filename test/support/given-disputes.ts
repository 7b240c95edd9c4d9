import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Claim } from '#contract/claims.ts'
import { createDispute, type Dispute, publishDispute } from '#contract/disputes.ts'
import { createRelation, decide, type Relation } from '#contract/relations.ts'
import type { Api } from './api.ts'
import { given } from './given.ts'

type RelationInput = Partial<z.input<typeof createRelation.body>>
type DisputeInput = Partial<z.input<typeof createDispute.body>>

/** Relations and disputed points made through the API, each with what it needs to stand. */
export function givenDisputes(api: Api) {
  const { claim, source } = given(api)
  let count = 0

  /** Two claims in the order in which a relation stores them. */
  async function pair(): Promise<[Claim, Claim]> {
    const [one, other] = [await claim(), await claim()]
    return one.id < other.id ? [one, other] : [other, one]
  }

  /** A suggested contradiction, made by a researcher. */
  async function relation(input: RelationInput = {}): Promise<Relation> {
    const researcher = await api.as('researcher')
    const [left, right] =
      input.leftId && input.rightId ? [{ id: input.leftId }, { id: input.rightId }] : await pair()
    return researcher.call(createRelation, {
      body: {
        leftId: left.id,
        rightId: right.id,
        kind: 'contradicts',
        note: 'Both speak of the same day.',
        ...input,
      },
    })
  }

  async function confirmed(input: RelationInput = {}): Promise<Relation> {
    const suggested = await relation(input)
    const editor = await api.as('editor')
    return editor.call(decide, {
      params: { id: suggested.id },
      body: { version: suggested.version, kind: 'contradicts', note: 'They cannot both be true.' },
    })
  }

  /** An unpublished point with a claim on each of two positions, unless others are given. */
  async function dispute(input: DisputeInput = {}): Promise<Dispute> {
    const editor = await api.as('editor')
    count++
    const positions = input.positions ?? [
      { label: 'It was decided', claimIds: [(await claim()).id] },
      { label: 'Nothing was decided', claimIds: [(await claim()).id] },
    ]
    return editor.call(createDispute, {
      body: { question: `Was it decided (${count})?`, ...input, positions },
    })
  }

  async function published(input: DisputeInput = {}): Promise<Dispute> {
    const { id, version } = await dispute(input)
    const editor = await api.as('editor')
    return editor.call(publishDispute, { params: { id }, body: { version } })
  }

  /** A claim whose quote does not stand at its offsets: no endpoint makes one, so it is written into the tables. */
  async function unverifiedClaim(statement = 'A claim without a footing'): Promise<string> {
    const { snapshots } = await source({ text: 'Words that stand here, and words that stand there.' })
    const { prisma } = api.deps.database
    const [claimId, quoteId] = [randomUUID(), randomUUID()]
    const { id: speakerId } = await prisma.speaker.create({ data: { name: randomUUID(), kind: 'person' } })
    const wording = { statement, howPut: 'asserted', speakerId } as const
    await prisma.$transaction([
      prisma.claim.create({ data: { id: claimId, ...wording } }),
      prisma.claimRevision.create({ data: { claimId, number: 1, ...wording } }),
      prisma.quote.create({
        data: {
          id: quoteId,
          snapshotId: snapshots[0]?.id ?? '',
          exact: 'stand there',
          prefix: '',
          suffix: '',
          start: 0,
          end: 11,
        },
      }),
      prisma.appearance.create({ data: { claimId, quoteId, first: true } }),
    ])
    return claimId
  }

  return { claim, source, pair, relation, confirmed, dispute, published, unverifiedClaim }
}

/** Where `words` stand in `text`, as a reason marks them. */
export function spanOf(text: string, words: string) {
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`“${words}” is not in the text`)
  return { start, end: start + words.length, exact: words }
}
