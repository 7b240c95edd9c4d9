import { Prisma } from '../db/generated/client.ts'
import type { Db } from '../db/open.ts'
import type { ScannedClaim } from './comparer.ts'

/** Up to `limit` claims that stand for themselves, behind the one of that id, up to and with `until` where it is given, by their ids. */
export function listScanned(
  db: Db,
  { after, until, limit }: { after: string | null; until: string | null; limit: number },
  analysisVersion: number,
): Promise<ScannedClaim[]> {
  const behind = after === null ? Prisma.sql`TRUE` : Prisma.sql`c.id > ${after}::uuid`
  const before = until === null ? Prisma.sql`TRUE` : Prisma.sql`c.id <= ${until}::uuid`
  return db.$queryRaw<ScannedClaim[]>`
    ${scanned(analysisVersion)} WHERE c."sameAsId" IS NULL AND ${behind} AND ${before} ORDER BY c.id LIMIT ${limit}`
}

/** The claims of `ids`, in no order. */
export function findScanned(
  db: Db,
  ids: readonly string[],
  analysisVersion: number,
): Promise<ScannedClaim[]> {
  return db.$queryRaw<ScannedClaim[]>`${scanned(analysisVersion)} WHERE c.id = ANY(${[...ids]}::uuid[])`
}

const scanned = (analysisVersion: number) => Prisma.sql`
  SELECT c.id, c.version, c.statement, c."howPut", c."speakerId", c."saidFrom"::text, c."saidTo"::text,
    coalesce(c."topicIds", '{}')::text[] AS "topicIds", n.analysis::text
  FROM claim c
  LEFT JOIN claim_analysis n ON n."claimId" = c.id AND n.revision = c.version AND n."analysisVersion" = ${analysisVersion}`

/** How many claims a scan compares: those that stand for themselves. */
export async function countClaims(db: Db): Promise<number> {
  return db.claim.count({ where: { sameAsId: null } })
}
