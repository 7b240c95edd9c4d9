import { LRUCache } from 'lru-cache'
import type { PartialDate } from '#domain/partial-date.ts'
import type { HowPut } from '#domain/vocabulary.ts'
import type { Audience } from '../auth/viewer.ts'
import { shownClaims } from '../db/audience.ts'
import type { Prisma } from '../db/generated/client.ts'
import type { Db, Tx } from '../db/open.ts'
import { dateColumns } from '../db/partial-dates.ts'
import { SOURCE_BRIEF } from '../sources/store.ts'
import { SPEAKER_BRIEF } from '../speakers/store.ts'
import { TOPIC_BRIEF } from '../topics/store.ts'

export const QUOTE = {
  id: true,
  snapshotId: true,
  exact: true,
  prefix: true,
  suffix: true,
  start: true,
  end: true,
  page: true,
} as const satisfies Prisma.QuoteSelect

const APPEARANCE = {
  id: true,
  first: true,
  addedAt: true,
  addedBy: { select: { id: true, name: true } },
  quote: {
    select: {
      ...QUOTE,
      snapshot: {
        select: {
          source: {
            select: {
              ...SOURCE_BRIEF,
              /** The newest one: where the quote is looked for now. */
              snapshots: {
                select: { id: true, capturedAt: true },
                orderBy: [{ capturedAt: 'desc' }, { id: 'desc' }],
                take: 1,
              },
              watch: { select: { state: true, since: true } },
            },
          },
        },
      },
    },
  },
} as const satisfies Prisma.AppearanceSelect

const SAME = { id: true, statement: true, published: true } as const satisfies Prisma.ClaimSelect

const CLAIM = {
  id: true,
  version: true,
  statement: true,
  howPut: true,
  saidEdtf: true,
  saidFrom: true,
  saidTo: true,
  createdAt: true,
  speaker: { select: SPEAKER_BRIEF },
  topics: { select: { topic: { select: TOPIC_BRIEF } }, orderBy: { topic: { name: 'asc' } } },
  appearances: { select: APPEARANCE, orderBy: [{ first: 'desc' }, { id: 'asc' }] },
  positions: {
    select: {
      position: {
        select: { dispute: { select: { id: true, slug: true, question: true, publishedAt: true } } },
      },
    },
    orderBy: { disputeId: 'asc' },
  },
  sameAs: { select: SAME },
  joined: { select: SAME, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] },
} as const satisfies Prisma.ClaimSelect

export type QuoteRow = Prisma.QuoteGetPayload<{ select: typeof QUOTE }>
export type AppearanceRow = Prisma.AppearanceGetPayload<{ select: typeof APPEARANCE }>
export type ClaimRow = Prisma.ClaimGetPayload<{ select: typeof CLAIM }>

/** The claims of `ids` that `audience` is shown, in no order. */
export function findClaims(db: Db, ids: readonly string[], audience: Audience): Promise<ClaimRow[]> {
  return db.claim.findMany({
    relationLoadStrategy: 'join',
    where: { id: { in: [...ids] }, ...shownClaims(audience) },
    select: CLAIM,
  })
}

/** UTF-16 units of text kept: some hundred articles, or the twenty longest texts there may be. */
const KEPT = 10_000_000

/** A snapshot never changes, and whoever marks one sentence marks the next one in the same text. */
const kept = new LRUCache<string, string>({ maxSize: KEPT, sizeCalculation: text => text.length + 1 })

/** The texts of snapshots, by id. */
export async function findTexts(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const texts = new Map<string, string>()
  for (const id of ids) {
    const text = kept.get(id)
    if (text !== undefined) texts.set(id, text)
  }
  const others = ids.filter(id => !texts.has(id))
  if (others.length === 0) return texts
  const rows = await db.snapshot.findMany({
    where: { id: { in: others } },
    select: { id: true, text: true },
  })
  for (const { id, text } of rows) {
    kept.set(id, text)
    texts.set(id, text)
  }
  return texts
}

/** The id of the quote at a range of a snapshot, stored when it is not yet. */
export async function settleQuote(tx: Tx, quote: Omit<QuoteRow, 'id' | 'page'>): Promise<string> {
  const { snapshotId, start, end } = quote
  const [made] = await tx.quote.createManyAndReturn({
    data: [quote],
    skipDuplicates: true,
    select: { id: true },
  })
  if (made !== undefined) return made.id
  const { id } = await tx.quote.findUniqueOrThrow({
    where: { snapshotId_start_end: { snapshotId, start, end } },
    select: { id: true },
  })
  return id
}

/** What a revision holds; the topics by id on the claim, by name in its history. */
export type Wording = {
  statement: string
  howPut: HowPut
  speakerId: string
  saidEdtf: string | null
  saidFrom: Date | null
  saidTo: Date | null
}

/** The current wording of a claim, its version and its topics; or null. */
export async function findWording(db: Db, id: string) {
  const row = await db.claim.findUnique({
    where: { id },
    select: {
      version: true,
      statement: true,
      howPut: true,
      speakerId: true,
      saidEdtf: true,
      saidFrom: true,
      saidTo: true,
      topics: { select: { topic: { select: TOPIC_BRIEF } }, orderBy: { topic: { name: 'asc' } } },
    },
  })
  if (row === null) return null
  const { version, topics, ...wording } = row
  return { version, wording, topics: topics.map(({ topic }) => topic) }
}

export function saidColumns(said: PartialDate | null) {
  const { edtf, from, to } = dateColumns(said)
  return { saidEdtf: edtf, saidFrom: from, saidTo: to }
}

type Topics = readonly { id: string; name: string }[]

/** Stores a claim with its first revision, topics and first appearance, and returns its id. */
export async function insertClaim(
  tx: Tx,
  claim: Wording & { id?: string },
  topics: Topics,
  quoteId: string,
  by: { revisedById: string | null; revisedAt: Date },
): Promise<string> {
  const { revisedById: addedById, revisedAt: addedAt } = by
  const { id } = await tx.claim.create({
    data: {
      ...claim,
      createdAt: addedAt,
      topics: { createMany: { data: topics.map(topic => ({ topicId: topic.id })) } },
      revisions: { createMany: { data: [revision(1, claim, topics, by)] } },
      appearances: { createMany: { data: [{ quoteId, first: true, addedById, addedAt }] } },
    },
    select: { id: true },
  })
  return id
}

/** How many rows the write met: 0 when the version is not the one that stands. */
export async function updateClaim(tx: Tx, id: string, version: number, wording: Wording): Promise<number> {
  const { count } = await tx.claim.updateMany({
    where: { id, version },
    data: { ...wording, version: { increment: 1 } },
  })
  return count
}

export async function insertRevision(
  tx: Tx,
  claimId: string,
  number: number,
  wording: Wording,
  topics: Topics,
  by: { revisedById: string | null; revisedAt: Date },
): Promise<void> {
  await tx.claimRevision.create({
    data: { claimId, ...revision(number, wording, topics, by) },
    select: { id: true },
  })
}

function revision(
  number: number,
  { statement, howPut, speakerId, saidEdtf }: Wording,
  topics: Topics,
  by: { revisedById: string | null; revisedAt: Date },
) {
  return { number, statement, howPut, speakerId, saidEdtf, topics: topics.map(topic => topic.name), ...by }
}

/** Makes `topics` all the topics of a claim. */
export async function setTopics(tx: Tx, claimId: string, topics: Topics): Promise<void> {
  const ids = topics.map(topic => topic.id)
  await tx.claimTopic.deleteMany({ where: { claimId, topicId: { notIn: ids } } })
  await addTopics(tx, claimId, topics)
}

async function addTopics(tx: Tx, claimId: string, topics: Topics): Promise<void> {
  if (topics.length === 0) return
  const data = topics.map(topic => ({ claimId, topicId: topic.id }))
  await tx.claimTopic.createMany({ data, skipDuplicates: true })
}
