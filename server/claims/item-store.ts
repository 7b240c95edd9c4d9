import type { HowPut } from '#domain/vocabulary.ts'
import type { Audience } from '../auth/viewer.ts'
import { claimShown } from '../db/audience.ts'
import { Prisma } from '../db/generated/client.ts'
import type { Db } from '../db/open.ts'
import type { SourceBriefRow } from '../sources/store.ts'
import type { SpeakerBriefRow } from '../speakers/store.ts'
import type { TopicBriefRow } from '../topics/store.ts'

export type ClaimItemRow = {
  id: string
  version: number
  statement: string
  howPut: HowPut
  createdAt: Date
  saidEdtf: string | null
  saidFrom: Date | null
  saidTo: Date | null
  speakerId: string
  speakerName: string
  speakerKind: SpeakerBriefRow['kind']
  speakerRole: string | null
  topics: TopicBriefRow[]
  snapshotId: string
  exact: string
  start: number
  end: number
  sourceId: string
  appearances: number
  disputed: boolean
  sameAsId: string | null
  sameAsStatement: string | null
} & Omit<SourceBriefRow, 'id'>

/** Whether the claim of a row `c` is disputed as far as `audience` is shown: what is published all is. */
export function claimDisputed(audience: Audience): Prisma.Sql {
  return audience === 'all' ? Prisma.sql`c.disputed` : Prisma.sql`TRUE`
}

/**
 * Claims as lists show them, in one round trip. `page` is a SELECT of the ids and their `place` in the order; the
 * rows come in that order.
 */
export function findItems(db: Db, page: Prisma.Sql, audience: Audience): Promise<ClaimItemRow[]> {
  return db.$queryRaw<ClaimItemRow[]>`
    WITH page AS MATERIALIZED (${page})
    SELECT c.id, c.version, c.statement, c."howPut", c."createdAt", c."saidEdtf", c."saidFrom", c."saidTo",
      sp.id AS "speakerId", sp.name AS "speakerName", sp.kind AS "speakerKind", sp.role AS "speakerRole",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name, 'slug', t.slug) ORDER BY t.name), '[]')
        FROM claim_topic ct JOIN topic t ON t.id = ct."topicId" WHERE ct."claimId" = c.id) AS topics,
      q."snapshotId", q.exact, q.start, q."end",
      s.id AS "sourceId", s.title, s.kind, s.outlet, s.url,
      s."publishedEdtf", s."publishedFrom", s."publishedTo", s."modifiedEdtf", s."modifiedFrom", s."modifiedTo",
      (SELECT count(*)::int FROM appearance n WHERE n."claimId" = c.id) AS appearances,
      ${claimDisputed(audience)} AS disputed, kept.id AS "sameAsId", kept.statement AS "sameAsStatement"
    FROM page
    JOIN claim c ON c.id = page.id
    LEFT JOIN claim kept ON kept.id = c."sameAsId" AND ${audience === 'all' ? Prisma.sql`TRUE` : Prisma.sql`kept.published`}
    JOIN speaker sp ON sp.id = c."speakerId"
    JOIN appearance a ON a."claimId" = c.id AND a.first
    JOIN quote q ON q.id = a."quoteId"
    JOIN snapshot sn ON sn.id = q."snapshotId"
    JOIN source s ON s.id = sn."sourceId"
    ORDER BY page.place`
}

/** The claims of `ids` that `audience` is shown, in the order of `ids`. */
export function findItemsOf(db: Db, ids: readonly string[], audience: Audience): Promise<ClaimItemRow[]> {
  return findItems(
    db,
    Prisma.sql`SELECT c.id, given.place FROM unnest(${[...ids]}::uuid[]) WITH ORDINALITY AS given(id, place)
      JOIN claim c ON c.id = given.id WHERE ${claimShown(audience)}`,
    audience,
  )
}
