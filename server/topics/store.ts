import { z } from 'zod'
import type { Audience } from '../auth/viewer.ts'
import { claimShown } from '../db/audience.ts'
import { CursorText, decodeCursor } from '../db/cursor.ts'
import { Prisma } from '../db/generated/client.ts'
import type { Db, Tx } from '../db/open.ts'
import { contains, likePattern } from '../db/text-search.ts'

export const TOPIC_BRIEF = { id: true, name: true, slug: true } as const satisfies Prisma.TopicSelect

export type TopicBriefRow = Prisma.TopicGetPayload<{ select: typeof TOPIC_BRIEF }>

/** A SELECT of the ids of topics whose name holds one of the texts. */
export const topicsNamed = (texts: readonly string[]) =>
  Prisma.sql`SELECT t.id FROM topic t WHERE ${contains(Prisma.sql`t.name`, texts)}`

export type TopicRow = TopicBriefRow & { claims: number; sortName: string }

const { sql } = Prisma

/** The topics `t` of `rest`, from its WHERE on, with how many of their claims `audience` is shown; none without to the public. */
function findTopics(db: Db, rest: Prisma.Sql, audience: Audience): Promise<TopicRow[]> {
  const claims =
    audience === 'all'
      ? sql`SELECT count(*)::int FROM claim_topic ct WHERE ct."topicId" = t.id`
      : sql`SELECT count(*)::int FROM claim c WHERE c."topicIds" @> ARRAY[t.id] AND ${claimShown(audience)}`
  const shown = audience === 'all' ? sql`TRUE` : sql`n.claims > 0`
  return db.$queryRaw<TopicRow[]>`
    SELECT t.id, t.name, t.slug, lower(t.name) AS "sortName", n.claims
    FROM topic t CROSS JOIN LATERAL (${claims}) AS n(claims) WHERE ${shown} AND ${rest}`
}

/** A page of the topics by name; one more row than asked for, when there is one. */
export function listTopics(
  db: Db,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
  audience: Audience,
): Promise<TopicRow[]> {
  const after = cursor === undefined ? null : decodeCursor(z.tuple([CursorText, z.uuid()]), cursor)
  const rest = after === null ? sql`TRUE` : sql`(lower(t.name), t.id) > (${after[0]}, ${after[1]}::uuid)`
  return findTopics(db, sql`${rest} ORDER BY lower(t.name), t.id LIMIT ${limit + 1}`, audience)
}

/** Topics whose name holds `q`, those that begin with it first, then those with most claims. */
export function matchTopics(db: Db, q: string, limit: number, audience: Audience): Promise<TopicRow[]> {
  const beginning = likePattern(q).slice(1)
  return findTopics(
    db,
    sql`${contains(sql`t.name`, [q])}
      ORDER BY t.name ILIKE ${beginning} DESC, n.claims DESC, lower(t.name), t.id LIMIT ${limit}`,
    audience,
  )
}

export async function findTopic(db: Db, id: string): Promise<TopicRow | null> {
  const [found] = await findTopics(db, sql`t.id = ${id}::uuid`, 'all')
  return found ?? null
}

/** How many rows the write met: 0 when the name is not the one that stands. */
export async function renameTopic(tx: Tx, id: string, from: string, name: string): Promise<number> {
  const { count } = await tx.topic.updateMany({ where: { id, name: from }, data: { name } })
  return count
}

/** The topics of these names, in any case, by the name as it is given; those there are none of are left out. */
export async function findTopicsByNames(
  db: Db,
  names: readonly string[],
): Promise<Map<string, TopicBriefRow>> {
  if (names.length === 0) return new Map()
  const rows = await db.$queryRaw<(TopicBriefRow & { given: string })[]>`
    SELECT given, t.id, t.name, t.slug FROM unnest(${[...names]}::text[]) AS given
    CROSS JOIN LATERAL (
      SELECT id, name, slug FROM topic WHERE lower(name) = lower(given) ORDER BY id LIMIT 1
    ) AS t`
  return new Map(rows.map(({ given, ...topic }) => [given, topic]))
}

/** The topic of this name, in any case; or null. */
export async function findTopicByName(db: Db, name: string): Promise<TopicBriefRow | null> {
  return (await findTopicsByNames(db, [name])).get(name) ?? null
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
