import { Prisma } from '../db/generated/client.ts'
import type { Db, Tx } from '../db/open.ts'
import { contains } from '../db/text-search.ts'

export const TOPIC_BRIEF = { id: true, name: true, slug: true } as const satisfies Prisma.TopicSelect

export type TopicBriefRow = Prisma.TopicGetPayload<{ select: typeof TOPIC_BRIEF }>

/** A SELECT of the ids of topics whose name holds one of the texts. */
export const topicsNamed = (texts: readonly string[]) =>
  Prisma.sql`SELECT t.id FROM topic t WHERE ${contains(Prisma.sql`t.name`, texts)}`

/** The topic of this name, in any case; or null. */
export async function findTopicByName(db: Db, name: string): Promise<TopicBriefRow | null> {
  const [found] = await db.$queryRaw<TopicBriefRow[]>`
    SELECT id, name, slug FROM topic WHERE lower(name) = lower(${name}) ORDER BY id LIMIT 1`
  return found ?? null
}

/** The new topic, or null when one of its name or slug stands. */
export async function insertTopicIfNew(
  tx: Tx,
  topic: { name: string; slug: string },
): Promise<TopicBriefRow | null> {
  const [made] = await tx.topic.createManyAndReturn({
    data: [topic],
    skipDuplicates: true,
    select: TOPIC_BRIEF,
  })
  return made ?? null
}
